#!/usr/bin/env python3
"""Makes the workload of `bitext benchmark terms`: a large glossary, texts, and texts to look up.

    make.py CEDICT PAIRS FOLDER [--seed N] [--terms N] [--megabytes N]

CEDICT is CC-CEDICT, PAIRS a file of pairs (`zh TAB en` a line, or .xz of it). FOLDER gets `terms.tsv`,
headwords of two characters and more drawn by the seed, each with its first gloss; `text.zh` and `text.en`,
pairs drawn by the seed; `queries.txt`, 300 texts: terms as they are, inflected, in capitals, in part,
misspelt, and as patterns. The same seed gives the same bytes.
"""
import argparse
import lzma
import pathlib
import random
import re


def headwords(path):
    """Simplified headwords with their first gloss, each once."""
    seen = set()
    with open(path, encoding="utf-8") as file:
        for line in file:
            entry = re.match(r"\S+ (\S+) \[.*?\] /(.*)/", line)
            if not entry or not re.fullmatch(r"[\u4e00-\u9fff]{2,}", entry[1]):
                continue
            gloss = re.sub(r"\(.*?\)|\[.*?\]", "", entry[2].split("/")[0].split(";")[0]).strip()
            if gloss and "|" not in gloss and not re.search(r"[\u4e00-\u9fff]", gloss) and entry[1] not in seen:
                seen.add(entry[1])
                yield entry[1], re.sub(r"\s+", " ", gloss)


def pairs(path):
    opened = lzma.open if path.endswith(".xz") else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\n").split("\t")[:2] for line in file]


def queries(terms, random_):
    """Ways in which people look terms up."""
    for zh, en in random_.sample(terms, 50):
        yield from (zh, en, en.upper() + "s", zh[:2])
        place = random_.randrange(len(en))
        yield en[:place] + "x" + en[place + 1:]
        yield zh[0] + "*"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("cedict")
    arguments.add_argument("pairs")
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--terms", type=int, default=50_000)
    arguments.add_argument("--megabytes", type=float, default=10)
    options = arguments.parse_args()
    random_ = random.Random(options.seed)
    options.folder.mkdir(parents=True, exist_ok=True)
    terms = sorted(random_.sample(list(headwords(options.cedict)), options.terms))
    rows = [f"K{number:05}\t{zh}\t{en}" for number, (zh, en) in enumerate(terms, 1)]
    write(options.folder / "terms.tsv", ["concept\tzh\ten", *rows])
    drawn = pairs(options.pairs)
    random_.shuffle(drawn)
    for column, name in enumerate(("text.zh", "text.en")):
        lines, size = [], 0
        for pair in drawn:
            lines.append(pair[column])
            size += len(pair[column].encode()) + 1
            if size > options.megabytes * 1e6:
                break
        write(options.folder / name, lines)
    write(options.folder / "queries.txt", queries(terms, random_))


def write(path, lines):
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
