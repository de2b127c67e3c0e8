#!/usr/bin/env python3
"""Make a book with known gold: a text of 30,000 segments facing one of 43,000.

usage: make_book.py PAIRS.tsv FOLDER [--rows 43000] [--keep 30000] [--cut 0.02] [--seed 1]

PAIRS.tsv holds a Chinese and an English text a line, a tab between. Its first rows are taken in
file order; Chinese sides of random neighbours are joined until --keep remain; of either side a
share --cut is then left out. Writes FOLDER/book.zh, book.en (one segment a line) and book.gold.
"""
import argparse
import pathlib
import random

options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
options.add_argument("pairs")
options.add_argument("folder")
options.add_argument("--rows", type=int, default=43000)
options.add_argument("--keep", type=int, default=30000)
options.add_argument("--cut", type=float, default=0.02)
options.add_argument("--seed", type=int, default=1)
given = options.parse_args()
rng = random.Random(given.seed)

rows = []
with open(given.pairs, encoding="utf-8") as file:
    for line in file:
        zh, en = line.rstrip("\n").split("\t")[:2]
        if zh.strip() and en.strip():
            rows.append((" ".join(zh.split()), " ".join(en.split())))
        if len(rows) == given.rows:
            break

# Borders between Chinese segments that are taken away: at most three neighbours join, so that
# every bead stays of a shape an aligner may find.
borders = list(range(1, len(rows)))
rng.shuffle(borders)
joined = set()
for border in borders:
    if len(rows) - len(joined) <= given.keep * len(rows) / given.rows:
        break
    if not {border - 2, border - 1, border + 1, border + 2} & joined or not (
        (border - 1 in joined and border - 2 in joined)
        or (border + 1 in joined and border + 2 in joined)
        or (border - 1 in joined and border + 1 in joined)
    ):
        joined.add(border)

groups = []
for index, (zh, en) in enumerate(rows):
    if index in joined:
        groups[-1][0].append(zh)
        groups[-1][1].append(en)
    else:
        groups.append(([zh], [en]))

zh_lines, en_lines, gold = [], [], []
for zh, en in groups:
    draw = rng.random()
    source, target = [], []
    if draw >= given.cut:
        source = [len(zh_lines)]
        zh_lines.append("".join(zh))
    if not given.cut <= draw < 2 * given.cut:
        target = list(range(len(en_lines), len(en_lines) + len(en)))
        en_lines.extend(en)
    if source and target:
        gold.append((source, target))
    else:
        gold.extend(([i], []) for i in source)
        gold.extend(([], [j]) for j in target)

folder = pathlib.Path(given.folder)
folder.mkdir(parents=True, exist_ok=True)
(folder / "book.zh").write_text("\n".join(zh_lines) + "\n", encoding="utf-8")
(folder / "book.en").write_text("\n".join(en_lines) + "\n", encoding="utf-8")
(folder / "book.gold").write_text("".join(f"{s}:{t}\n" for s, t in gold), encoding="utf-8")
print(f"{len(zh_lines)} Chinese segments, {len(en_lines)} English, {len(gold)} beads")
