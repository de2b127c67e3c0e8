#!/usr/bin/env python3
"""How long a large TMX takes to import, export and check, beside a bare parser and other programs.

usage: tmx_times.py BITEXT PAIRS.tsv [ROUNDS]

PAIRS.tsv has a Chinese and an English text a line. They become a memory whose units have every
attribute, which BITEXT exports; that file is then read by a bare libxml2 parser, imported, exported
again, checked, and read by xmllint if it is there. Rounds interleave; the median counts. What Python
programs $BITEXT_READERS has (translate-toolkit, tmxutil, python-tmx) read its first tenth, once.
Needs cc and xml2-config; $TMPDIR needs five times the file's size.
"""
import os, shutil, statistics, subprocess, sys, tempfile, time
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" \
adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
"""
UNIT = """<tu tuid="{id:016x}" creationdate="20260131T{time}Z" changedate="20260201T{time}Z" \
changeid="lin"><prop type="x-status">{status}</prop><prop type="x-score">{score:.3f}</prop>\
<tuv xml:lang="zh-CN"><prop type="x-bcp47">zh-Hans</prop><seg>{zh}</seg></tuv>\
<tuv xml:lang="en-US"><prop type="x-bcp47">en</prop><seg>{en}</seg></tuv></tu>
"""
PEERS = {
    "translate-toolkit": "from translate.storage.tmx import tmxfile; "
                         "print(len(tmxfile.parsefile(sys.argv[1]).units))",
    "tmxutil": "from tmxutil.formats.tmx import TMXReader; "
               "print(sum(1 for _ in TMXReader(open(sys.argv[1], 'rb')).records()))",
    "python-tmx": "import PythonTmx; from lxml import etree; "
                  "print(len(PythonTmx.from_element(etree.parse(sys.argv[1]).getroot()).tus))",
}


def make(pairs, path):
    with open(pairs, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        out.write(HEAD)
        for number, line in enumerate(lines):
            zh, _, en = line.rstrip("\n").partition("\t")
            clock = f"{number // 3600 % 24:02}{number // 60 % 60:02}{number % 60:02}"
            out.write(UNIT.format(
                id=number * 0x9E3779B97F4A7C15 % 2**64, time=clock, zh=escape(zh), en=escape(en),
                status="confirmed" if number % 3 else "unreviewed", score=number % 1001 / 1000))
        out.write("</body></tmx>\n")


def run(*command, to=subprocess.DEVNULL):
    """Seconds, megabytes at most, and output of a command."""
    with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as output:
        began = time.monotonic()
        child = subprocess.Popen(
            command, stdout=to if to != subprocess.DEVNULL else output, stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        output.seek(0)
        if child.returncode != 0:
            sys.exit(f"{command}: {errors.read().decode()}")
        return seconds, usage.ru_maxrss // 1024, output.read().decode()


def beginning(path, units, to):
    """A file of the first units of another."""
    with open(path, encoding="utf-8") as lines, open(to, "w", encoding="utf-8") as out:
        for line in lines:
            out.write(line)
            if line.strip() == "</tu>":
                units -= 1
                if units == 0:
                    break
        out.write("</body></tmx>\n")


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
        figures, held = {}, {}

        def note(name, seconds, megabytes=None):
            figures.setdefault(name, []).append(seconds)
            held[name] = max(held.get(name, 0), megabytes or 0)
            print(f"round {number + 1}: {name} {seconds:.2f} s", file=sys.stderr)

        for number in range(rounds):
            note("bare SAX", float(run(at("sax"), at("tm.tmx"))[2]))
            for name in ("second.db", "second.db-wal", "second.db-shm"):
                if os.path.exists(at(name)):
                    os.remove(at(name))
            note("import", *run(
                bitext, "import", "tmx", at("tm.tmx"), "--no-index", "--workspace",
                at("second.db"))[:2])
            with open(at("stream.tmx"), "wb") as stream:
                note("export, writing", *run(bitext, "export", "tmx", "tm", "-o", "-", to=stream)[:2])
            note("export, read back", *run(bitext, "export", "tmx", "tm", "-o", at("again.tmx"))[:2])
            note("validate", *run(bitext, "validate", at("tm.tmx"))[:2])
            if shutil.which("xmllint"):
                note("xmllint --stream", *run(
                    "xmllint", "--stream", "--noout", "--nonet", at("tm.tmx"))[:2])
        units = int(run("grep", "-c", "<tu ", at("tm.tmx"))[2])
        print(f"{units} units, {size / 1e6:.0f} MB, median of {rounds}")
        bare = statistics.median(figures["bare SAX"])
        for name, seconds in figures.items():
            median = statistics.median(seconds)
            print(f"{name:18} {median:7.2f} s {median / bare:6.2f} x {units / median:9.0f} units/s"
                  + (f" {held[name]:5} MB" if held[name] else ""))
        python = os.path.join(os.environ.get("BITEXT_READERS", ""), "bin", "python3")
        if os.path.exists(python):
            beginning(at("tm.tmx"), units // 10, at("tenth.tmx"))
            for name, script in PEERS.items():
                try:
                    seconds, megabytes, _ = run(python, "-c", "import sys; " + script, at("tenth.tmx"))
                except SystemExit as reason:
                    print(f"{name:18} {str(reason)[-200:]}", file=sys.stderr)
                    continue
                print(f"{name:18} {seconds:7.2f} s {'':8} {units // 10 / seconds:9.0f} units/s "
                      f"{megabytes:5} MB, of a tenth")


if __name__ == "__main__":
    main()
