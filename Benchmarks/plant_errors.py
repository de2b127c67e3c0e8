#!/usr/bin/env python3
"""Plants translation errors in real pairs, so that the recall of `bitext check` can be measured.

    plant_errors.py real.tsv.xz [--seed N] [--each N] [--terms FILE] > planted.tsv

Reads pairs, `zh TAB en TAB source` a line. Of each of ten kinds it plants so many errors (30), each
in another row, and writes a line: kind, source, target with the error, and both as they were. The
kinds: number, unit, date, name, bracket, term, forbidden-term, width, untranslated, placeholder. The
glossary that the two kinds of terms need is written with `--terms`.

    plant_errors.py real.tsv.xz --clean 10000 > drawn.tsv

draws rows as they are, for the rate of alarms. The same seed gives the same bytes.

A row can bear an error when what is to be spoilt stands on both of its sides; nothing else is asked of
it, so that a check finds its rows as they come.
"""
import argparse
import lzma
import random
import re
import sys

HAN = re.compile(r"[\u4e00-\u9fff]")

# What the planter may exchange: the same unit in both languages, and others of its family.
UNITS = [
    [("mm", r"mm|毫米", "mm"), ("cm", r"cm|厘米", "cm"), ("km", r"km|公里|千米", "km"),
     ("metres", r"m|米", "met(?:er|re)s?|m"), ("inches", r"英寸|in", "inch(?:es)?"),
     ("feet", r"英尺|呎", "feet|ft")],
    [("milliseconds", r"毫秒|ms", "milliseconds?|ms"), ("seconds", r"秒", "seconds?"),
     ("minutes", r"分钟|分", "minutes?"), ("hours", r"小时|个小时", "hours?"),
     ("days", r"天|日", "days?"), ("weeks", r"周|星期|个星期", "weeks?"),
     ("years", r"年", "years?")],
    [("bits", r"位|比特|bit", "bits?"), ("bytes", r"字节|bytes?", "bytes?"), ("KB", r"KB", "KB"),
     ("MB", r"MB|兆字节", "MB"), ("GB", r"GB", "GB")],
    [("Hz", r"Hz|赫兹", "Hz"), ("kHz", r"kHz|千赫兹", "kHz"), ("MHz", r"MHz|兆赫兹?", "MHz")],
]
MONTHS = ("January February March April May June July August September October November "
          "December").split()
PLACES = dict(pair.split() for pair in """
德国 Germany,法国 France,日本 Japan,中国 China,俄罗斯 Russia,意大利 Italy,西班牙 Spain,加拿大 Canada,
印度 India,巴西 Brazil,墨西哥 Mexico,澳大利亚 Australia,韩国 Korea,泰国 Thailand,越南 Vietnam,波兰 Poland,
瑞典 Sweden,挪威 Norway,芬兰 Finland,希腊 Greece,土耳其 Turkey,埃及 Egypt,北京 Beijing,上海 Shanghai,
台湾 Taiwan,香港 Hong_Kong,广东 Guangdong,四川 Sichuan,安徽 Anhui,湖南 Hunan,云南 Yunnan,福建 Fujian
""".replace("\n", "").split(","))
PLACES = {zh: en.replace("_", " ") for zh, en in PLACES.items()}
# A source term, its rendering, one that the glossary forbids, and words that are none of it.
TERMS = [line.split("|") for line in """\
文件夹|folder|file cabinet
服务器|server|waiter
浏览器|browser|surfer
数据库|database|data warehouse
密码|password|pass code
打印机|printer|printing machine
窗口|window|casement
图层|layer|stratum
字体|font|typeface set
快捷键|shortcut|hot button
插件|plugin|insertion
配置文件|profile|allocation file
变量|variable|changing quantity
函数|function|functional relation
解释器|interpreter|explainer
子进程|subprocess|child progress
异常|exception|abnormality
迭代器|iterator|iteration device
分辨率|resolution|resolving rate
滤镜|filter|filter lens""".split("\n")]
STRAY = ["thing", "matter", "element of it", "object", "issue"]


def replaced(text, match, new, group=0):
    return text[: match.start(group)] + new + text[match.end(group):]


def pick(random_, matches):
    found = list(matches)
    return random_.choice(found) if found else None


class Planter:
    def __init__(self, rows, seed):
        self.rows = rows
        self.random = random.Random(seed)
        self.names = sorted({name for zh, en in rows[:50000] for name in self.shared_names(zh, en)})

    @staticmethod
    def shared_names(zh, en):
        """Capitalised Latin words that stand on both sides."""
        words = re.findall(r"(?<![\w%$&{<:/.@`#-])[A-Z][a-z]{2,}[A-Za-z]*(?![\w/.:`@-])", en)
        return [w for w in words if re.search(rf"(?<![A-Za-z]){w}(?![A-Za-z])", zh)]

    # Each kind gives the two sides with the error, or None where the row cannot bear it.

    def number(self, zh, en):
        pattern = r"(?<![\w%$&{#.,:/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w%}.:/-])"
        found = pick(self.random, (m for m in re.finditer(pattern, en)
                                   if re.search(rf"(?<![\d.]){re.escape(m[0])}(?![\d.])", zh)))
        if not found:
            return None
        digits = [i for i, c in enumerate(found[0]) if c.isdigit()]
        place = self.random.choice(digits)
        other = self.random.choice([c for c in "123456789" if c != found[0][place]])
        changed = found[0][:place] + other + found[0][place + 1:]
        way = self.random.randrange(4)
        new = [changed, changed, found[0] + "0", "several"][way]
        return zh, replaced(en, found, new)

    def unit(self, zh, en):
        for family in self.random.sample(UNITS, len(UNITS)):
            for name, in_zh, in_en in family:
                found = re.search(rf"(?<![\w.,%$-])(\d+(?:\.\d+)?)[ -]?({in_en})\b", en)
                if found and re.search(rf"(?<!\d){re.escape(found[1])} ?(?:{in_zh})(?![A-Za-z])", zh):
                    others = [u[0] for u in family if u[0] != name]
                    other = self.random.choice(others)
                    if found[2].rstrip("s") == found[2] and found[1] == "1":
                        other = {"feet": "foot", "inches": "inch"}.get(other, other.rstrip("s"))
                    return zh, replaced(en, found, other, 2)
        return None

    def date(self, zh, en):
        if re.search(r"(?:19|20)\d\d ?年|月|世纪|(?:19|20)\d\d-\d\d-\d\d", zh) is None:
            return None
        ways = []
        for m in re.finditer(r"(?<![\d./-])((?:19|20)\d\d)(?:-(\d\d)-(\d\d))?(?![\d/-])", en):
            if m[1] in zh:
                ways.append(("year", m))
        for m in re.finditer(rf"\b({'|'.join(MONTHS)})\b(?: (\d{{1,2}})(?:st|nd|rd|th)?\b)?", en):
            if re.search(rf"(?<!\d){MONTHS.index(m[1]) + 1} ?月", zh):
                ways.append(("month", m))
                if m[2]:
                    ways.append(("day", m))
        if not ways:
            return None
        way, m = self.random.choice(ways)
        if way == "year":
            return zh, replaced(en, m, str(int(m[1]) + self.random.choice([-10, -2, -1, 1, 2, 10])), 1)
        if way == "month":
            return zh, replaced(en, m, self.random.choice([x for x in MONTHS if x != m[1]]), 1)
        days = [str(d) for d in range(1, 29) if str(d) != m[2]]
        return zh, replaced(en, m, self.random.choice(days), 2)

    def name(self, zh, en):
        if self.random.random() < 0.5:
            names = self.shared_names(zh, en)
            if not names:
                return None
            name = self.random.choice(names)
            other = self.random.choice([n for n in self.names if n.lower() not in en.lower()])
            return zh, re.sub(rf"\b{name}\b", other, en)
        for place in self.random.sample(sorted(PLACES), len(PLACES)):
            english = PLACES[place]
            if place in zh and re.search(rf"\b{english}\b", en):
                other = self.random.choice([n for p, n in sorted(PLACES.items()) if p not in zh])
                return zh, re.sub(rf"\b{english}\b", other, en)
        return None

    def bracket(self, zh, en):
        pairs = [("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("（", "）"), ("《", "》"), ("「", "」")]
        ways = []
        for side, text in ((0, zh), (1, en)):
            for opening, closing in pairs:
                if text.count(opening) == text.count(closing) == 1:
                    ways += [(side, text.index(opening)), (side, text.index(closing))]
        if not ways:
            return None
        side, place = self.random.choice(ways)
        texts = [zh, en]
        texts[side] = texts[side][:place] + texts[side][place + 1:]
        return tuple(texts)

    def rendered(self, zh, en):
        """A term whose rendering stands in the row."""
        for term in self.random.sample(TERMS, len(TERMS)):
            found = re.search(rf"\b({term[1]})(e?s)?\b", en, re.I)
            if term[0] in zh and found and len(re.findall(term[1], en, re.I)) == 1:
                return term, found
        return None, None

    def term(self, zh, en):
        term, found = self.rendered(zh, en)
        return (zh, replaced(en, found, self.random.choice(STRAY))) if term else None

    def forbidden_term(self, zh, en):
        term, found = self.rendered(zh, en)
        return (zh, replaced(en, found, term[2] + ("s" if found[2] else ""))) if term else None

    def width(self, zh, en):
        half = dict(zip("，。：；？！（）", ",.:;?!()"))
        full = {h: f for f, h in half.items()}
        if self.random.random() < 0.8:
            found = pick(self.random, re.finditer(r"(?<=[\u4e00-\u9fff])[，。：；？！（）]", zh))
            return (replaced(zh, found, half[found[0]]), en) if found else None
        found = pick(self.random, re.finditer(r"(?<=[a-z])[,.:;?!](?= |$)", en))
        return (zh, replaced(en, found, full[found[0]])) if found else None

    def untranslated(self, zh, en):
        if len(HAN.findall(zh)) < 3 or len(en.split()) < 3:
            return None
        way = self.random.random()
        if way < 0.6:
            return zh, zh
        if way < 0.75:
            return zh, ""
        words = en.split(" ")
        part = re.split(r"[，。；：]", zh)[0]
        if len(HAN.findall(part)) < 3:
            return None
        start = self.random.randrange(len(words))
        return zh, " ".join(words[:start] + [part] + words[start + 2:])

    def placeholder(self, zh, en):
        pattern = (r"%(?:\(\w+\))?[sd]|%\d(?:\$[sd])?|\{\w*\}|\{\{\w+\}\}|&[a-z]{2,12};"
                   r"|\$\{?[A-Za-z]\w*\}?|</?[a-z]+\d*>")
        found = pick(self.random, (m for m in re.finditer(pattern, en) if m[0] in zh))
        if not found:
            return None
        way = self.random.randrange(3)
        if way == 0:
            return zh, replaced(en, found, "")
        if way == 1:
            return zh, replaced(en, found, found[0][0] + " " + found[0][1:])
        letter = pick(self.random, re.finditer(r"[A-Za-z0-9]", found[0]))
        if not letter:
            return zh, replaced(en, found, "")
        other = "d" if letter[0] == "s" else "x" if letter[0].isalpha() else str((int(letter[0]) + 1) % 10)
        return zh, replaced(en, found, replaced(found[0], letter, other))

    def plant(self, each):
        used = set()
        for kind in ("number", "unit", "date", "name", "bracket", "term", "forbidden-term", "width",
                     "untranslated", "placeholder"):
            method = getattr(self, kind.replace("-", "_"))
            count = 0
            while count < each:
                index = self.random.randrange(len(self.rows))
                if index in used:
                    continue
                zh, en = self.rows[index]
                planted = method(zh, en)
                if planted is None or planted == (zh, en):
                    continue
                used.add(index)
                count += 1
                yield (kind, *planted, zh, en)


def pairs(path):
    opened = lzma.open if path.endswith(".xz") else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            zh, en, *_ = line.rstrip("\n").split("\t")
            yield zh, en


def glossary():
    lines = ["en\tzh\tstatus\tconcept"]
    for number, (zh, en, forbidden) in enumerate(TERMS, 1):
        lines.append(f"{en}\t{zh}\tpreferred\tP{number:03}")
        lines.append(f"{forbidden}\t{zh}\tforbidden\tP{number:03}")
    return "\n".join(lines) + "\n"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("pairs")
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--each", type=int, default=30)
    arguments.add_argument("--terms")
    arguments.add_argument("--clean", type=int)
    options = arguments.parse_args()
    rows = list(pairs(options.pairs))
    if options.terms:
        with open(options.terms, "w", encoding="utf-8", newline="\n") as file:
            file.write(glossary())
    if options.clean:
        drawn = random.Random(options.seed).sample(range(len(rows)), options.clean)
        for index in sorted(drawn):
            sys.stdout.write("\t".join(rows[index]) + "\n")
        return
    for planted in Planter(rows, options.seed).plant(options.each):
        sys.stdout.write("\t".join(planted) + "\n")


if __name__ == "__main__":
    main()
