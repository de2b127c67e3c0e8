#!/usr/bin/env python3
"""Times `bitext find` on a million pairs, and ripgrep beside it.

usage: find_speed.py BITEXT PAIRS.tsv WORKSPACE

PAIRS.tsv has a pair a line, Chinese, tab, English; WORKSPACE holds the same pairs, imported.
Two hundred queries of each kind are drawn from the pairs, seeded: 1, 2, 3 and 6 neighbouring Chinese
characters, 1, 2 and 3 neighbouring English words. ripgrep counts the lines with the first twenty.
"""
import json, random, re, subprocess, sys, tempfile, time

bitext, pairs, workspace = sys.argv[1:4]
random.seed(20261129)
lines = []
with open(pairs, encoding="utf-8") as file:
    for number, line in enumerate(file):
        if number % 97 == 0:
            lines.append(line.rstrip("\n").split("\t")[:2])

def chinese(count):
    while True:
        runs = re.findall(r"[\u4e00-\u9fff]{%d,}" % count, random.choice(lines)[0])
        if runs:
            run = random.choice(runs)
            start = random.randrange(len(run) - count + 1)
            return run[start:start + count]

def english(count):
    while True:
        words = re.findall(r"[A-Za-z]+(?: [A-Za-z]+)*", random.choice(lines)[1])
        words = random.choice(words).lower().split() if words else []
        if len(words) >= count:
            start = random.randrange(len(words) - count + 1)
            return " ".join(words[start:start + count])

def milliseconds(times):
    times = sorted(times)
    return times[len(times) // 2], times[int((len(times) - 1) * .95)]

print("kind            found   p50    p95   longest   rg -c p50   p95  (ms)")
for kind, count in [(chinese, 1), (chinese, 2), (chinese, 3), (chinese, 6),
                    (english, 1), (english, 2), (english, 3)]:
    queries = [kind(count) for _ in range(200)]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(queries) + "\n")
        file.flush()
        told = subprocess.run([bitext, "find", "--time", file.name, "--json", "--workspace",
                               workspace], capture_output=True, text=True, check=True)
    ours = json.loads(told.stdout)
    peer = []
    for query in queries[:20]:
        start = time.perf_counter()
        subprocess.run(["rg", "-c", "-F", "-i", query, pairs], capture_output=True)
        peer.append((time.perf_counter() - start) * 1000)
    p50, p95 = milliseconds(peer)
    print(f"{kind.__name__} {count:<6} {ours['successful']:>7} {ours['p50']:6.2f} {ours['p95']:6.2f}"
          f" {ours['longest']:9.2f} {p50:11.1f} {p95:6.1f}")
