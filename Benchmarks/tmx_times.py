#!/usr/bin/env python3
"""How long a large TMX takes to import and export, beside a bare parser and other programs.

usage: tmx_times.py BITEXT PAIRS.tsv [ROUNDS]

PAIRS.tsv has a Chinese and an English text a line. They become a memory whose units have every
attribute, which BITEXT exports; that file is then read by a bare libxml2 parser, imported, exported
again, and read by xmllint and translate-toolkit if they are there. Rounds interleave; the median
counts, and the ratio of medians of the same rounds. Needs cc and xml2-config.
"""
import os, resource, shutil, statistics, subprocess, sys, tempfile, time
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" \
adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
"""
UNIT = """<tu tuid="{id:016x}" creationdate="20260131T{time}Z" changedate="20260201T{time}Z" \
changeid="lin"><prop type="x-status">{status}</prop><tuv xml:lang="zh-CN"><prop type="x-bcp47">\
zh-Hans</prop><seg>{zh}</seg></tuv><tuv xml:lang="en-US"><prop type="x-bcp47">en</prop>\
<seg>{en}</seg></tuv></tu>
"""


def make(pairs, path):
    with open(pairs, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        out.write(HEAD)
        for number, line in enumerate(lines):
            zh, _, en = line.rstrip("\n").partition("\t")
            clock = f"{number // 3600 % 24:02}{number // 60 % 60:02}{number % 60:02}"
            out.write(UNIT.format(
                id=number * 0x9E3779B97F4A7C15 % 2**64, time=clock, zh=escape(zh), en=escape(en),
                status="confirmed" if number % 3 else "unreviewed"))
        out.write("</body></tmx>\n")


def run(*command):
    """Seconds and megabytes of a command."""
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, errors = child.communicate()
    if child.returncode != 0:
        sys.exit(f"{command}: {errors.decode()}")
    seconds = time.monotonic() - began
    return seconds, output.decode()


def memory(*command):
    """Megabytes that a command held at most."""
    script = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
              "stdout=subprocess.DEVNULL); "
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)")
    return int(run(sys.executable, "-c", script, *command)[1])


def main():
    bitext, pairs = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        def at(name):
            return os.path.join(folder, name)
        flags = subprocess.check_output(["xml2-config", "--cflags", "--libs"], text=True).split()
        subprocess.run(["cc", "-O2", f"{here}/bare_sax.c", *flags, "-o", at("sax")], check=True)
        make(pairs, at("first.tmx"))
        os.environ["BITEXT_WORKSPACE"] = at("first.db")
        run(bitext, "import", "tmx", at("first.tmx"), "--as", "tm", "--client", "ACME", "--no-index")
        os.remove(at("first.tmx"))
        run(bitext, "export", "tmx", "tm", "-o", at("tm.tmx"))
        size = os.path.getsize(at("tm.tmx"))
        figures = {}
        for number in range(rounds):
            def note(name, seconds):
                figures.setdefault(name, []).append(seconds)
                print(f"round {number + 1}: {name} {seconds:.2f} s", file=sys.stderr)
            note("bare SAX", float(run(at("sax"), at("tm.tmx"))[1]))
            for name in ("second.db", "second.db-wal", "second.db-shm"):
                if os.path.exists(at(name)):
                    os.remove(at(name))
            note("import", run(bitext, "import", "tmx", at("tm.tmx"), "--no-index", "--workspace", at("second.db"))[0])
            note("export, writing", run(bitext, "export", "tmx", "tm", "-o", "/dev/null")[0])
            note("export, read back", run(bitext, "export", "tmx", "tm", "-o", at("again.tmx"))[0])
            note("validate", run(bitext, "validate", at("tm.tmx"))[0])
            if shutil.which("xmllint"):
                note("xmllint --stream", run("xmllint", "--stream", "--noout", "--nonet", at("tm.tmx"))[0])
        units = int(run("grep", "-c", "<tu ", at("tm.tmx"))[1])
        print(f"{units} units, {size / 1e6:.0f} MB, median of {rounds}")
        bare = statistics.median(figures["bare SAX"])
        for name, seconds in figures.items():
            median = statistics.median(seconds)
            print(f"{name:20} {median:7.2f} s  {median / bare:6.2f} x  {units / median:9.0f} units/s")
        os.remove(at("second.db"))
        held = memory(
            bitext, "import", "tmx", at("tm.tmx"), "--no-index", "--workspace", at("second.db"))
        print(f"memory: import {held} MB, "
              f"export {memory(bitext, 'export', 'tmx', 'tm', '-o', at('again.tmx'))} MB, "
              f"validate {memory(bitext, 'validate', at('tm.tmx'))} MB")


main()
