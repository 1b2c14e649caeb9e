"""Facts changed in one of several translations: python benchmarks/across.py GOLD GOLD... [--only IDS] [--show]

Each GOLD is a folder of articles in one language pair (ID/ko.txt or ko.seg, ID/en.txt, ID/meta.json, ID/values.tsv), all of the same
sources. A fact is one that the lists of all languages have for the same words of the source, written in figures once in each text.
So many of them are changed, one at a time, in one translation by a fixed seed, and all translations are checked together. Printed
is how often that translation is told at that place (an error or a warning, or an info too), how often the right value is named in
the translation's own notation, or by the source or another translation beside it, how often another one is blamed instead, and the
false alarms of the articles as they are.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click

from align.articles import paired, read
from align.model import Document, Finding, Report
from align.session import Sessions

FIGURE = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d])")
GRAVE = ("error", "warning")
DAYS = ("date", "datetime", "date_range")
YEARS = ("year", "half", "quarter", "month", "date")
"""Kinds of which a figure of four digits is a year: it stays in its century."""
LAST = 28
"""Days that every month has."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of an article that all translations have, and where each has it."""

    article: str
    source: str
    """Its words in the source."""
    kind: str
    spans: dict[str, tuple[int, int]]
    """Of the figure, by language."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a change."""

    seen: bool
    """Of whatever severity."""
    found: bool
    named: bool
    """The right figure stands in what is expected."""
    beside: bool
    """It stands there, or in the source's words or another translation's beside it."""
    blamed: bool


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--only", default="", help="Names of articles, with commas; default: those that all folders have.")
@click.option("--count", default=60, show_default=True)
@click.option("--seed", default=0, show_default=True)
@click.option(
    "--show", is_flag=True, help="Every change that was not told, and every alarm of the articles as they are."
)
def main(gold: tuple[Path, ...], only: str, count: int, seed: int, show: bool) -> None:
    """Plant them and look."""
    names = sorted(set.intersection(*({path.name for path in each.iterdir() if path.is_dir()} for each in gold)))
    names = [name for name in names if not only or name in only.split(",")]
    sessions = Sessions()
    articles = {name: documents([each / name for each in gold]) for name in names}
    clean = {name: checked(sessions, own) for name, own in articles.items()}
    alarms = [(name, f) for name, reports in clean.items() for report in reports for f in report if f.severity in GRAVE]
    facts = [fact for name in names for fact in shared(name, [each / name for each in gold], articles[name])]
    draw = random.Random(seed)
    chosen = draw.sample(facts, min(count, len(facts)))
    results: list[Told] = []
    by: dict[str, list[Told]] = {}
    for fact in chosen:
        lang = draw.choice(sorted(fact.spans))
        documents_ = articles[fact.article]
        k = next(k for k, document in enumerate(documents_) if document.lang == lang)
        start, end = fact.spans[lang]
        right = documents_[k].text[start:end]
        wrong = changed(right, fact.kind, draw)
        text = documents_[k].text[:start] + wrong + documents_[k].text[end:]
        new = read(text=text, name=documents_[k].name, lang=lang, date=documents_[k].date)
        reports = checked(sessions, [*documents_[:k], new, *documents_[k + 1 :]])
        result = outcome(reports, clean[fact.article], k - 1, (start, start + len(wrong)), right)
        results.append(result)
        by.setdefault(lang, []).append(result)
        if show and not (result.found and result.beside):
            click.echo(f"missed {fact.article} {lang} {fact.kind} {fact.source}: {right} -> {wrong} {result}")
    for label, some in (("all", results), *sorted(by.items())):
        shares = (sum(getattr(r, what) for r in some) for what in ("seen", "found", "named", "beside", "blamed"))
        click.echo(
            f"{label:4} {len(some):3} changed; found as info too, told, named, named beside, another blamed: "
            + " ".join(map(str, shares))
        )
    click.echo(f"{len(alarms)} errors and warnings in {len(names)} articles as they are, {len(facts)} facts")
    if show:
        for name, finding in alarms:
            click.echo(f"alarm {name} {finding.lang} {finding}")


def documents(folders: Sequence[Path]) -> list[Document]:
    """The source and its translations as running text, with the date that the newsroom gives the source."""
    about = json.loads((folders[0] / "meta.json").read_text(encoding="utf-8"))
    langs = [lang(folder) for folder in folders]
    first = folders[0] / "ko.txt"
    texts = [first, *(folder / f"{lang}.txt" for folder, lang in zip(folders, langs, strict=True))]
    return [read(path, name=f"{folders[0].name}.{path.stem}.txt", date=about.get("date")) for path in texts]


def lang(folder: Path) -> str:
    """The language of the translation in a folder of gold."""
    return next(path.stem for path in sorted(folder.glob("*.txt")) if path.stem != "ko")


def checked(sessions: Sessions, documents: Sequence[Document]) -> tuple[Report, ...]:
    """The reports of a source with its translations."""
    pairs = [paired(documents[0], document) for document in documents[1:]]
    return sessions.reports(sessions.aligned(pairs[0][0], [target for _, target, _ in pairs]))


def shared(name: str, folders: Sequence[Path], documents: Sequence[Document]) -> Iterator[Fact]:
    """The facts that all translations have in figures, each once in its text."""
    lists = [values(folder / "values.tsv") for folder in folders]
    for source, (_, kind) in lists[0].items():
        if all(source in own for own in lists):
            spans = [place(document.text, own[source][0]) for document, own in zip(documents[1:], lists, strict=True)]
            if all(spans):
                yield Fact(
                    name, source, kind, {d.lang: span for d, span in zip(documents[1:], spans, strict=True) if span}
                )


def values(path: Path) -> dict[str, tuple[str, str]]:
    """Words of the source -> (words of the translation, kind), of those that are listed once."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.count("\t") >= 3]
    seen = [row[0] for row in rows]
    return {row[0]: (row[1], row[2]) for row in rows if seen.count(row[0]) == 1}


def place(text: str, form: str) -> tuple[int, int] | None:
    """The last figure of a form that stands once in a text; None where it does not, or has none."""
    found = [m.start() for m in re.finditer(rf"(?<![\d.,]){re.escape(form)}(?!\d)", text)]
    figures = list(FIGURE.finditer(form))
    if len(found) != 1 or not figures:
        return None
    return found[0] + figures[-1].start(), found[0] + figures[-1].end()


def changed(figure: str, kind: str, draw: random.Random) -> str:
    """Another figure of as many digits, which can stand where that one does."""
    digits = [k for k, c in enumerate(figure) if c.isdigit()]
    if kind in YEARS and len(figure) == len("2029"):
        digits = digits[2:]
    most = LAST if kind in DAYS else 59 if kind == "time" else 0
    while True:
        k = draw.choice(digits)
        new = figure[:k] + draw.choice("0123456789") + figure[k + 1 :]
        plain = new.replace(",", "")
        if new != figure and not plain.startswith("0") and not (most and len(plain) < 3 and float(plain) > most):
            return new


def outcome(reports: Sequence[Report], clean: Sequence[Report], number: int, span: tuple[int, int], right: str) -> Told:
    """Whether the change at `span` of that translation is told."""
    every = [f for f in reports[number] if f.target and touches(f, span)]
    here = [f for f in every if f.severity in GRAVE]
    plain = right.replace(",", "")
    expected = [f.expected for f in here]
    beside = [*expected, *chain.from_iterable(words(reports[number], f) for f in here)]
    before = [{(f.rule, f.value, f.message.split(";")[0]) for f in report} for report in clean]
    blamed = any(
        f.severity in GRAVE and (f.rule, f.value, f.message.split(";")[0]) not in before[k]
        for k, report in enumerate(reports)
        for f in report
        if k != number
    )
    return Told(any(f.expected for f in every), bool(here), has(expected, plain), has(beside, plain), blamed)


def touches(finding: Finding, span: tuple[int, int]) -> bool:
    """Whether a finding lies on a span of the translation."""
    return finding.target is not None and finding.target.start < span[1] and span[0] < finding.target.end


def has(texts: Sequence[str], figure: str) -> bool:
    """Whether one of some texts has a figure."""
    return any(figure in [m[0].replace(",", "") for m in FIGURE.finditer(text)] for text in texts)


def words(report: Report, finding: Finding) -> Iterator[str]:
    """The words of the source and of the other translations that a finding quotes."""
    if finding.source:
        yield report.alignment.source.text[finding.source.start : finding.source.end]
    yield from (witness.text for witness in finding.others)


if __name__ == "__main__":
    main()
