#!/usr/bin/env python3
"""Time bitext beside a peer over the same files, as whole processes, one after the other.

usage: peer_times.py BITEXT STEM... [--runs 5]

STEM.zh and STEM.en hold a segment a line; with STEM.gold the strict F1 is printed too. The peer is
Gale and Church's aligner, compiled here with cc -O2; hunalign as well where it is installed. The
time of a program is the sum over all texts; the least of --runs is taken, since other programs run
beside it, and the programs take turns so that they meet the same weather.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
options.add_argument("bitext")
options.add_argument("stems", nargs="+")
options.add_argument("--runs", type=int, default=5)
given = options.parse_args()
bitext = os.path.abspath(given.bitext)

with tempfile.TemporaryDirectory() as folder:
    gale_church = f"{folder}/gale_church"
    source = pathlib.Path(__file__).with_name("gale_church.c")
    subprocess.run(["cc", "-O2", "-o", gale_church, source, "-lm"], check=True)
    empty = f"{folder}/empty.dic"
    pathlib.Path(empty).touch()

    programs = {
        "bitext": lambda zh, en: [
            bitext, "align", zh, en, "--segmented", "--encoder", "none", "--format", "beads"],
        "gale-church": lambda zh, en: [gale_church, zh, en],
    }
    if shutil.which("hunalign"):
        programs["hunalign"] = lambda zh, en: ["hunalign", "-utf", empty, zh, en]

    def run(name):
        """Seconds for all texts, and a file of beads for each."""
        seconds = 0
        for number, stem in enumerate(given.stems):
            with open(f"{folder}/{name}.{number}", "wb") as output:
                begin = time.perf_counter()
                subprocess.run(
                    programs[name](f"{stem}.zh", f"{stem}.en"), stdout=output,
                    stderr=subprocess.DEVNULL, check=True)
                seconds += time.perf_counter() - begin
        return seconds

    times = {name: [] for name in programs}
    for _ in range(given.runs):
        for name in programs:
            times[name].append(run(name))
    for name in programs:
        line = f"{name:12} {min(times[name]):8.3f} s"
        if name != "hunalign" and all(os.path.exists(f"{stem}.gold") for stem in given.stems):
            files = [
                file for number, stem in enumerate(given.stems)
                for file in (f"{stem}.gold", f"{folder}/{name}.{number}")]
            report = subprocess.run(
                [bitext, "score", *files], capture_output=True, text=True, check=True).stdout
            line += f"   strict F1 {report.splitlines()[1].split()[3]}"
        if name != "bitext":
            line += f"   bitext takes {min(times['bitext']) / min(times[name]):.1f} times as long"
        print(line)
