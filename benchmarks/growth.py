"""How the work grows with the input: every reader, splitter and recogniser on runs and nests of what it looks for.

python benchmarks/growth.py [-n CHARACTERS] [--places TEXT] [--least SECONDS]

A run is a piece (a mark, a digit, an unclosed tag, a letter with marks) again and again, alone or by turns with another one. Each
place gets it at n and at 4n characters; the exponent is log(time at 4n / time at n) / log 4, of processor time, the least of three.
Work that takes less than --least at 4n is too little to tell. Ends with 1 where an exponent is above the bar.
"""

from __future__ import annotations

import math
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from itertools import product

import click

from align import readers
from align.formats import FORMATS
from align.lang import every, language
from align.lang.base.boilerplate import boilerplate
from align.lang.base.paragraphs import paragraphs
from align.lang.base.roles import Known
from align.lang.segmenting import segment
from align.memory.validate import problems
from align.model import Document
from align.readers import dates

BAR = 1.2
DAY = date(2024, 11, 7)
ANY = (
    "! ? . … , : ; - – — ~ ' \" “ ” ‘ ’ ( ) [ ] { } < > / \\ | * _ # = + & % $ @ ^ ` 。 、 ・ 「 」 『 』 （ ） 《 》"
    " a A 1 0 12, 3.5 a. U.S. www. http:// a@"
)
PIECES = {
    "any": (*ANY.split(), " ", "\n", "\t", "\u200b", "\u0301", "e\u0301\u0316"),
    "ko": "가 조 월 일 년 시 분 만 억 조 제 약 여 명 원 ㎡ ％ 3월 11월 8일 오전 5시 2024년 1·4분기 3분의 '24. 김 씨 은".split(),
    "en": "Jan. Mr. the one two hundred and-a-half quarter third million $ US$ No. Nov. 6 p.m. Monday Kim St. percent".split(),
    "html": "<a <a> </a> <!-- --> <![ <!-- a --> <p> <div> <script> <td> <![CDATA[ &amp; &#1; &a <a b=' <a b=\" < !".split(),
    "markdown": "[a]( ![ [^ ](b) ** __ ``` ~~~ > - 1. # | |- --- <!-- <a <a조 {{< {{% >}} \\ [a]: &lt; <br>".split(),
    "tmx": "<tu> </tu> <tuv xml:lang='ko'> <seg> <bpt> <ph> <sub> a &amp; <note>".split(),
}  # fmt: skip
"""What the places look for; each place gets its own and what any has."""
HEADS = {
    "tmx": '<?xml version="1.0"?><tmx version="1.4"><header/><body>',
    "xlf": '<?xml version="1.0"?><xliff version="1.2"><file source-language="ko" target-language="en"><body>',
    "jsonl": "",
    "json": '{"schema": ',
}
"""The readers of parallel text, and how their files begin."""
MARKS = (".", ",", "-", " ", "(", '"', "1", "a", "\n")
"""What stands between them."""


def places() -> Iterator[tuple[str, str, Callable[[str], object]]]:
    """(name, kind of pieces, function of a text)"""
    for lang in (*(each.code for each in every()), "ja", "de"):
        for name, work in recognisers(lang):
            yield f"{lang} {name}", lang, work
    for name in ("a.ko.txt", "a.en.md", "a.en.html"):
        kind = {"md": "markdown", "html": "html"}.get(name.rpartition(".")[2], "any")
        yield f"read {name[2:]}", kind, lambda text, name=name: readers.read(text.encode(), name)
    yield "read docx", "any", lambda text: readers.read(_word(text), "a.docx")
    for name, head in HEADS.items():
        format_ = FORMATS[name]
        if format_.read_units:
            yield (
                f"units {name}",
                "tmx",
                lambda text, f=format_, h=head: list(f.read_units(BytesIO((h + text).encode()), "a")),
            )
        if format_.read:
            yield f"read {name}", "tmx", lambda text, f=format_, h=head: f.read((h + text).encode(), "a", "ko", "en")
    yield "validate tmx", "tmx", lambda text: list(problems(BytesIO((HEADS["tmx"] + text).encode()), "a"))


def recognisers(lang: str) -> Iterator[tuple[str, Callable[[str], object]]]:
    """What is looked for in the text of a language; a sentence may be all of it, and every word of it known."""
    of = language(lang)
    part = of.part
    yield "mentions", lambda text: of.mentions(text, DAY)
    yield "tokens", of.tokens
    yield "segments", lambda text: segment(Document("", lang, text))
    yield "paragraphs", lambda text: paragraphs(text)
    yield "clauses", of.clauses
    yield "lists", lambda text: list(of.lists(text))
    yield "marks", lambda text: list(of.marks(text))
    yield "roles", lambda text: list(part("roles").facts(text, (0, len(text)), _known(text), ()))
    yield (
        "offices",
        lambda text: (part("roles").titled(text, (0, len(text))), list(part("roles").offices(text, text[:2]))),
    )
    yield "codes", lambda text: part("codes").codes(text) if hasattr(part("codes"), "codes") else ()
    yield "compounds", lambda text: list(part("compounds").compounds(*_words(text)[:2]))
    yield "phrases", lambda text: list(part("phrases").noun_phrases(*_words(text)))
    yield "bodies", lambda text: list(part("phrases").bodies(text, 0, len(text)))
    yield "boilerplate", boilerplate
    yield "published", lambda text: dates.in_text(text)
    yield "unread", lambda text: list(part("unread").unread(text, ()))
    for name in ("digit", "day", "month", "weekday", "magnitude", "unit", "hedge", "facts", "figures"):
        if (slip := getattr(part("slips"), name, None)) is not None:
            yield f"slips {name}", lambda text, slip=slip: list(slip(text))
    hearing = of.hearing("en" if lang == "ko" else "ko")
    if hearing is not None:
        yield "names", lambda text: (hearing.known(text), hearing.rendered(text))


def _words(text: str) -> tuple[list[str], list[bool], list[bool]]:
    words = text.split()
    return words, [True] * len(words), [True] * len(words)


def _known(text: str) -> tuple[Known, ...]:
    """Every tenth word, as if it were a name."""
    return tuple(Known(m.start(), m.end()) for k, m in enumerate(re.finditer(r"\w+", text)) if k % 10 == 0)


def _word(text: str) -> bytes:
    import docx

    document = docx.Document()
    for line in "".join(c if c.isprintable() or c == "\n" else " " for c in text).split("\n"):
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def runs(kind: str) -> Iterator[str]:
    """Pieces alone, and two by turns."""
    own = PIECES.get(kind, ())
    yield from dict.fromkeys((*PIECES["any"], *own))
    yield from (a + b for a, b in product(own, own) if a != b)
    yield from (a + b for one in own for mark in MARKS for a, b in ((one, mark), (mark, one)))
    yield from (a + b for a, b in product(MARKS, MARKS) if a != b)


def taken(work: Callable[[str], object], text: str) -> float:
    """Seconds of the processor, the least of up to three; broken input may be refused, which is fast or not as well."""
    least = math.inf
    for _ in range(3 if len(text) < 20_000 else 1):
        start = time.process_time()
        try:
            work(text)
        except Exception as error:
            if type(error).__module__.partition(".")[0] != "align":
                raise
        least = min(least, time.process_time() - start)
    return least


@click.command()
@click.option("-n", "size", default=3000, show_default=True, help="Characters of the shorter input.")
@click.option("--places", "some", default="", help="Only places whose name has this in it.")
@click.option("--least", default=0.05, show_default=True, help="Seconds at 4n below which nothing is told.")
def main(size: int, some: str, least: float) -> None:
    worst: dict[str, tuple[float, str, float]] = {}
    for name, kind, work in places():
        if some not in name:
            continue
        told = 0
        for piece in runs(kind):
            once = piece * (
                size // len(piece) + 1
            )  # and then something else: a run may be over well at the end of a text
            start = time.process_time()
            try:
                long = taken(work, once * 4 + "x가") if (short := taken(work, once + "x가")) * 4 > least / 3 else 0.0
            except Exception as error:
                click.echo(f"FAULT {name}: {piece!r}: {type(error).__name__}: {error}")
                continue
            told += 1
            if long >= least:
                exponent = math.log(long / max(short, 1e-6), 4)
                worst[name] = max(worst.get(name, (0.0, "", 0.0)), (exponent, piece, long))
                if exponent > BAR:
                    click.echo(f"{exponent:4.1f}  {name:18} {piece!r:24} {short:.3f} s, {long:.3f} s")
            if time.process_time() - start > 60:
                click.echo(f"stopped {name}: too slow")
                break
        click.echo(f"{name}: {told} runs, worst {worst.get(name, (0.0, '', 0.0))}", err=True)
    sys.exit(any(exponent > BAR for exponent, _, _ in worst.values()))


if __name__ == "__main__":
    main()
