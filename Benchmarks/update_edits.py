#!/usr/bin/env python3
"""Edits texts with gold at random, updates their document pairs, and counts what was kept.

    Benchmarks/update_edits.py .build/release/bitext gold/mac-dev gold/mag

For each X.gold beside X.zh and X.en: the pair is aligned and every row of it confirmed; then in one side
(seeded) one sentence in twenty is changed, one in forty taken out, one in forty put in, and the side
updated. A row must stay confirmed if no sentence of it was touched. In a second workspace nothing is
confirmed, and the rows after the update are scored against the gold with the same edits (strict F1),
beside those of aligning the edited texts from nothing.
"""
import json, os, random, shutil, subprocess, sys, tempfile, time


def bitext(*arguments, **options):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, cwd=folder, **options)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return done.stdout


def beads(path):
    for line in open(path, encoding="utf-8"):
        left, right = line.strip().split(":")[:2]
        yield tuple(eval(left)), tuple(eval(right))


def edited(lines, seed, is_chinese):
    """The edited lines; for each, the index of the line that it was, and whether it was touched."""
    chance, result = random.Random(seed), []
    for index, line in enumerate(lines):
        dice = chance.random()
        if line == "":
            result.append((line, index, False))
        elif dice < 1 / 20:
            cut = chance.randrange(len(line))
            result.append((line[:cut] + ("改动" if is_chinese else " altered ") + line[cut + 2 :], index, True))
        elif dice >= 3 / 40:
            result.append((line, index, False))
        if 1 / 20 <= dice < 1 / 20 + 1 / 80 or 0.9 < dice < 0.9 + 1 / 80:
            new = "这是后来添上的一句话。" if is_chinese else "This sentence was put in later."
            result.append((new[:-1] + str(index) + new[-1], None, True))
    return result


def write(name, lines):
    open(os.path.join(folder, name), "w", encoding="utf-8").write("\n".join(lines) + "\n")


def rows(*options):
    """The beads of the stored pair, counted over segments, and their statuses."""
    source, target, result = 0, 0, []
    for row in json.loads(bitext("show", "p", "--json", *options))["rows"]:
        a, b = map(int, row["shape"].split("-"))
        result.append((tuple(range(source, source + a)), tuple(range(target, target + b)), row["status"]))
        source, target = source + a, target + b
    return result


def f1(test, gold):
    test, gold = {bead[:2] for bead in test}, {bead[:2] for bead in gold}
    return 2 * len(test & gold) / (len(test) + len(gold))


def measure(stem, side):
    zh, en = ([l.rstrip("\n") for l in open(f"{stem}.{end}", encoding="utf-8")] for end in ("zh", "en"))
    lines = zh if side == "source" else en
    new = edited(lines, f"{stem}{side}", side == "source")
    number = {index: count for count, index in enumerate(i for i, line in enumerate(lines) if line)}
    real = [entry for entry in new if entry[0]]
    place = {number[index]: count for count, (_, index, _) in enumerate(real) if index is not None}
    touched = {number[index] for _, index, changed in real if changed and index is not None}
    write("zh.txt", zh), write("en.txt", en), write("new.txt", [line for line, _, _ in new])
    at = 0 if side == "source" else 1

    for database in ("a.db", "b.db"):
        if os.path.exists(os.path.join(folder, database)):
            os.remove(os.path.join(folder, database))
    bitext("align", "zh.txt", "en.txt", "--segmented", "--as", "p", "--workspace", "a.db")
    shutil.copy(os.path.join(folder, "a.db"), os.path.join(folder, "b.db"))
    bitext("review", "p", "--workspace", "a.db", input="y\n" * 20000)
    before = rows("--workspace", "a.db")
    update = ["update", "p", f"--{side}", "new.txt", "--segmented"]
    start = time.time()
    bitext(*update, "--workspace", "a.db")
    took = time.time() - start
    after = {bead[:2]: bead[2] for bead in rows("--workspace", "a.db")}

    def moved(bead):
        here = [place.get(i) for i in bead[at]]
        return tuple(here) if None not in here and list(here) == list(range(here[0], here[0] + len(here))) else None

    safe, lost = 0, 0
    for bead in before:
        if not bead[at] or any(i in touched or i not in place for i in bead[at]) or moved(bead) is None:
            continue
        safe += 1
        key = (moved(bead), bead[1]) if at == 0 else (bead[0], moved(bead))
        lost += after.get(key) in (None, "unreviewed")
    kept = sum(status != "unreviewed" for status in after.values())

    gold = list(beads(f"{stem}.gold"))
    new_gold = []
    for bead in gold:
        here = tuple(place[i] for i in bead[at] if i in place)
        pair = (here, bead[1]) if at == 0 else (bead[0], here)
        if pair[0] or pair[1]:
            new_gold.append(pair)
    for count, (_, index, _) in enumerate(real):
        if index is None:
            new_gold.append(((count,), ()) if at == 0 else ((), (count,)))
    bitext(*update, "--workspace", "b.db")
    updated = rows("--workspace", "b.db")
    name = {"source": ("new.txt", "en.txt"), "target": ("zh.txt", "new.txt")}[side]
    bitext("align", *name, "--segmented", "--as", "p", "--replace", "--workspace", "a.db")
    os.remove(os.path.join(folder, "a.db"))
    bitext("align", *name, "--segmented", "--as", "p", "--workspace", "a.db")
    fresh = rows("--workspace", "a.db")
    result = (len(before), safe, lost, kept, f1(updated, new_gold), f1(fresh, new_gold), took)
    print(f"{os.path.basename(stem):14} {side:6} rows {len(before):5}  untouched {safe:5}  lost {lost:3}  "
          f"kept {kept:5}  F1 update {result[4]:.4f}  anew {result[5]:.4f}  {took:.2f} s", flush=True)
    return result


program = os.path.abspath(sys.argv[1])
folder = tempfile.mkdtemp()
results = []
for directory in sys.argv[2:]:
    for name in sorted(os.listdir(directory)):
        if name.endswith(".gold"):
            for side in ("source", "target"):
                results.append(measure(os.path.abspath(f"{directory}/{name[:-5]}"), side))
shutil.rmtree(folder)
total = [sum(column) for column in zip(*results)]
print(f"together: {total[1]} untouched rows, {total[2]} lost; F1 update {total[4] / len(results):.4f}, "
      f"anew {total[5] / len(results):.4f}")
