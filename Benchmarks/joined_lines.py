#!/usr/bin/env python3
"""How well sentence borders are found again, and what that costs the alignment.

    Benchmarks/joined_lines.py [options] X.gold [Y.gold ...]

Beside each X.gold stand X.zh and X.en, a segment a line. Runs of one to eight of their lines are joined
into paragraphs, Chinese without a space, English with one. `bitext segment --lines` cuts them again, and
the borders inside the runs are compared with the lines. Then both segmentations are aligned, and the
ladders scored against the gold by their words (`bitext score --by-text`).

The runs of the two texts are drawn apart, so their paragraphs do not answer to each other. With
--together the runs are of gold beads, as in a text and its translation. With --headings a run also ends
after a line that ends without a mark, as a heading does: no rule could find it again. -v prints every
border that differs. The same seed gives the same runs.
"""
import argparse
import pathlib
import random
import subprocess
import sys
import tempfile

SIDES = ["zh", "en"]


def lines_of(path):
    return [line.strip() for line in open(path, encoding="utf-8-sig") if line.strip()]


def sides_of(bead):
    return [[int(i) for i in side.strip(" []\n").split(",") if i.strip()] for side in bead.split(":")[:2]]


def runs_apart(texts, rng):
    """For each text, the numbers of lines in its runs."""
    runs = []
    for lines in texts:
        lengths = []
        while sum(lengths) < len(lines):
            lengths.append(min(rng.randint(1, 8), len(lines) - sum(lengths)))
        runs.append(lengths)
    return runs


def runs_together(texts, gold, rng):
    """Runs of beads; a line that no bead holds stays with the one before it."""
    beads = [sides_of(line) for line in open(gold) if line.strip()]
    starts = [[0], [0]]
    at = 0
    while at < len(beads):
        at += rng.randint(1, 8)
        after = [max((i + 1 for bead in beads[:at] for i in bead[side]), default=0) for side in (0, 1)]
        for side in (0, 1):
            starts[side].append(after[side] if at < len(beads) else len(texts[side]))
    return [[b - a for a, b in zip(s, s[1:]) if b > a] for s in starts]


def joined(lines, lengths, language):
    """The text of the paragraphs, and for each the borders inside it, in characters but white space."""
    space = "" if language == "zh" else " "
    paragraphs, borders, at = [], [], 0
    for length in lengths:
        run = lines[at : at + length]
        at += length
        paragraphs.append(space.join(run))
        borders.append(inner(run))
    return paragraphs, borders


def ends_open(line):
    """Whether a line ends without a mark."""
    return line.rstrip("\"'”’」』）)》 ")[-1:] not in list(".?!。？！…:：;；,，—–")


def ended_at_headings(lines, lengths):
    """The runs, ended after each line without a mark as well."""
    ended, at = [], 0
    for length in lengths:
        run = 0
        for line in lines[at : at + length]:
            run += 1
            if ends_open(line):
                ended.append(run)
                run = 0
        if run:
            ended.append(run)
        at += length
    return ended


def inner(pieces):
    count, ends = 0, []
    for piece in pieces[:-1]:
        count += len("".join(piece.split()))
        ends.append(count)
    return set(ends)


def paragraphs_of(text):
    return [block.split("\n") for block in text.strip("\n").split("\n\n")]


def show(kind, language, paragraph, border):
    letters = "".join(paragraph.split())
    print(f"  {kind} {language}  {letters[max(0, border - 24):border]} | {letters[border:border + 24]}")


class Measure:
    def __init__(self, options):
        self.options = options
        self.counts = {side: [0, 0, 0] for side in SIDES}
        self.scores = {"gold": [], "found": []}

    def bitext(self, *arguments):
        command = [self.options.bitext, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr or f"{command} failed")
        return done.stdout

    def document(self, gold, folder):
        stem = gold.with_suffix("")
        texts = [lines_of(f"{stem}.{side}") for side in SIDES]
        rng = random.Random(f"{self.options.seed} {stem.name}")
        together = self.options.together
        runs = runs_together(texts, gold, rng) if together else runs_apart(texts, rng)
        for side, lines, lengths in zip(SIDES, texts, runs):
            if self.options.headings:
                lengths = ended_at_headings(lines, lengths)
            self.borders(folder, side, *joined(lines, lengths, side))
        for cut, place in (("gold", stem), ("found", folder / "found")):
            beads = folder / f"{cut}.beads"
            self.bitext("align", f"{place}.zh", f"{place}.en", "--segmented", "--source-lang", "zh",
                        "--target-lang", "en", "--format", "beads", "-o", beads)
            for side in SIDES:
                (folder / f"{cut}.{side}").write_text(pathlib.Path(f"{place}.{side}").read_text())
            self.scores[cut] += [gold, beads]

    def borders(self, folder, side, paragraphs, expected):
        path = folder / f"joined.{side}"
        path.write_text("\n\n".join(paragraphs) + "\n")
        cut = self.bitext("segment", path, "--lang", side, "--lines")
        (folder / f"found.{side}").write_text(cut)
        found = [inner(pieces) for pieces in paragraphs_of(cut)]
        if len(found) != len(paragraphs):
            sys.exit(f"{path}: {len(paragraphs)} paragraphs became {len(found)}")
        for paragraph, want, got in zip(paragraphs, expected, found):
            for number, count in enumerate((len(want & got), len(got), len(want))):
                self.counts[side][number] += count
            if self.options.verbose:
                for border in sorted(want ^ got):
                    show("missed" if border in want else "extra ", side, paragraph, border)

    def report(self):
        for side, (right, found, wanted) in self.counts.items():
            precision, recall = right / max(found, 1), right / max(wanted, 1)
            print(f"borders {side}: precision {precision:.4f}, recall {recall:.4f} of {wanted}")
        for cut, files in self.scores.items():
            print(f"aligned as {'cut by hand' if cut == 'gold' else 'found again'}: "
                  + self.bitext("score", "--by-text", *files).split("\n")[1])


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=pathlib.Path)
    parser.add_argument("--bitext", default=".build/release/bitext")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--together", action="store_true")
    parser.add_argument("--headings", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    measure = Measure(parser.parse_args())
    with tempfile.TemporaryDirectory() as folder:
        for number, gold in enumerate(measure.options.gold):
            place = pathlib.Path(folder) / str(number)
            place.mkdir()
            measure.document(gold, place)
        measure.report()


main()
