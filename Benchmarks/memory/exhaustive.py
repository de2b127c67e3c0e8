#!/usr/bin/env python3
"""Compare every query with every row by RapidFuzz: the truth for `bitext benchmark memory`.

usage: exhaustive.py FOLDER zh|en [OUT]

Reads tm1m.tsv (zh TAB en) and queries.tsv or queries.en.tsv (query TAB ...) of FOLDER. Writes for
each query the best score of at least .7, or 0, and how many milliseconds of processor time it took:
Chinese by code points, English by lower-cased words and punctuation marks. Rows whose length alone
rules them out are not compared.
"""
import bisect
import re
import sys
import time

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

folder, language = sys.argv[1:3]
out = sys.argv[3] if len(sys.argv) > 3 else f"{folder}/truth.{language}.tsv"
column = 0 if language == "zh" else 1
numbers = {}


def tokens(text):
    """A string with one code point a token, so that RapidFuzz compares strings."""
    if language == "zh":
        return text
    found = re.findall(r"\w+|[^\w\s]", text.lower())
    # Numbers from U+10000 on, so that none is a surrogate.
    return "".join(chr(0x10000 + numbers.setdefault(t, len(numbers))) for t in found)


with open(f"{folder}/tm1m.tsv", encoding="utf-8", newline="\n") as lines:
    rows = [tokens(line.rstrip("\n").split("\t")[column]) for line in lines]
rows.sort(key=len)
lengths = [len(row) for row in rows]
name = "queries.tsv" if language == "zh" else "queries.en.tsv"
with open(f"{folder}/{name}", encoding="utf-8", newline="\n") as lines:
    queries = [tokens(line.split("\t")[0]) for line in lines]
with open(out, "w") as file:
    for query in queries:
        start = time.process_time()
        first = bisect.bisect_left(lengths, 0.7 * len(query) - 1e-9)
        last = bisect.bisect_right(lengths, len(query) / 0.7 + 1e-9)
        best = process.extractOne(
            query, rows[first:last], scorer=Levenshtein.normalized_similarity, score_cutoff=0.7)
        spent = 1000 * (time.process_time() - start)
        file.write(f"{best[1] if best else 0:.9f}\t{spent:.1f}\n")
        file.flush()
