"""Values and alarms on lists of facts: python benchmarks/facts.py FACTS GOLD [--show]

FACTS is a folder with duckling_ko.tsv and recognizers_parallel.tsv, GOLD one of gold articles with values_pos.tsv. Prints
how many values are parsed to the right value (gold's in their articles, both languages; a date by one of the days that it
may mean, and by the likeliest), false alarms per 1,000 English words where each parallel row is a pair, and how many changed
digits are caught. With --show every miss and alarm: some rows of the parallel list contradict themselves, and those alarms
are right (its SOURCE.md names three). Digits are changed only where either side has the same number in figures once, so
rounded and spelled-out numbers are not in it; the rows with dates are commands to an assistant, in its notations.
"""

from __future__ import annotations

import csv
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from align import checks
from align.checks.compare.assignment import values
from align.evaluation.gold import Gold, load
from align.evaluation.mutations.facts import slips
from align.evaluation.normal import Value, says, says_duckling
from align.lang import language
from align.lang.dates.leaning import resolved
from align.model import Alignment, Bead, Finding, Mention
from align.values import When

REFERENCE = datetime(2013, 2, 12, 4, 30)
"""Of duckling's corpus."""
LIMITS = ((12, 12), (31, 28), (59, 59))
"""A figure up to this -> what it may become: days, months, hours and minutes stay some; else it is no date at all."""
EACH = 2
"""Changes of one figure."""


@click.command()
@click.argument("facts", type=click.Path(exists=True, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.option("--show", is_flag=True, help="Every miss and alarm with its texts.")
@click.option("--seed", default=0, show_default=True)
def main(facts: Path, gold: Path, show: bool, seed: int) -> None:
    for name, rows in (
        ("gold, Korean", listed(gold, "source")),
        ("gold, English", listed(gold, "target")),
        ("duckling_ko", duckling(facts)),
    ):
        tally(name, rows, show)
    pairs = list(parallel(facts))
    alarms(pairs, show)
    changed(pairs, random.Random(seed), show)


Row = tuple[bool, bool, str, str]
"""Right, right by the likeliest value, kind, and the row in words."""


def tally(name: str, rows: Iterator[Row], show: bool) -> None:
    every = list(rows)
    right, first = sum(row[0] for row in every), sum(row[1] for row in every)
    click.echo(
        f"{name:28} right {right / len(every):.3f} ({right}/{len(every)})  the likeliest {first / len(every):.3f}"
    )
    for good, _, kind, words in every if show else ():
        if not good:
            click.echo(f"    {kind}: {words}")


def listed(folder: Path, side: str) -> Iterator[Row]:
    for gold in load(folder):
        lines = getattr(gold, side)
        every = mentions(lines, gold.source_lang if side == "source" else gold.target_lang, gold.published)
        for row in (folder / gold.name / "values_pos.tsv").read_text(encoding="utf-8").splitlines():
            cells = row.split("\t")
            text, line = (cells[0], int(cells[4])) if side == "source" else (cells[1], int(cells[5]))
            found = at(lines, every, text, line)
            yield (
                says(found, cells[2], cells[3]),
                says(map(likeliest, found), cells[2], cells[3]),
                cells[2],
                f"{gold.name} {text} = {cells[3]}  {found}",
            )


def mentions(lines: tuple[str, ...], lang: str, published: date | None) -> list[tuple[Mention, ...]]:
    """The values of each line of a document, as the checks see them."""
    read = language(lang).mentions
    found = resolved([tuple(read(line, published)) for line in lines], published)
    return [values(line, mentions) for line, mentions in zip(lines, found, strict=True)]


def at(lines: tuple[str, ...], every: list[tuple[Mention, ...]], text: str, line: int) -> list[Value]:
    """What is stated at the words `text`, of the lines that have them in the one nearest to `line`."""
    near = [k for k in sorted(range(len(lines)), key=lambda k: abs(k - line)) if text in lines[k]]
    if not near:
        return []
    start = lines[near[0]].find(text)
    return [m.value for m in every[near[0]] if m.value and m.start < start + len(text) and start < m.end]


def likeliest(value: Value) -> Value:
    return replace(value, spans=value.spans[:1]) if isinstance(value, When) else value


def duckling(folder: Path) -> Iterator[Row]:
    for row in table(folder / "duckling_ko.tsv"):
        dimension, text, wanted = row["dimension"], row["expression"], row["value_as_in_corpus"]
        found = [m.value for m in mentions((text,), "ko", REFERENCE.date())[0] if m.value]
        yield (
            says_duckling(found, dimension, wanted, REFERENCE),
            says_duckling(map(likeliest, found), dimension, wanted, REFERENCE),
            dimension,
            f"{text} = {wanted}  {found}",
        )


def table(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def parallel(folder: Path) -> Iterator[Gold]:
    """Each row as a pair of one bead."""
    for line, row in enumerate(table(folder / "recognizers_parallel.tsv"), 2):
        kind = "dates" if row["model"].startswith("Date") else "numbers"
        published = date.fromisoformat(row["ref_datetime"][:10]) if row["ref_datetime"] else None
        yield Gold(f"{kind} line {line}", "ko", "en", (row["ko"],), (row["en"],), (((0,), (0,)),), published)


def findings(pair: Gold) -> list[Finding]:
    """The errors and warnings of a pair."""
    source, target = pair.lines()
    report = checks.run(Alignment(source, target, (Bead((0,), (0,)),)))
    return [f for f in report.findings if f.severity in ("error", "warning")]


def alarms(pairs: list[Gold], show: bool) -> None:
    every = [(pair, finding) for pair in pairs for finding in findings(pair)]
    words = sum(len(pair.target[0].split()) for pair in pairs)
    rules = ", ".join(f"{rule} {n}" for rule, n in Counter(f.rule for _, f in every).most_common())
    rate = 1000 * len(every) / words
    click.echo(f"{'recognizers_parallel':28} alarms {len(every)} in {words} words, {rate:.2f} per 1,000 ({rules})")
    for pair, finding in every if show else ():
        click.echo(f"    {pair.name} {finding.severity} {finding.rule}: {finding.message}")
        click.echo(f"        {pair.source[0]}\n        {pair.target[0]}")


def changed(pairs: list[Gold], rng: random.Random, show: bool) -> None:
    caught: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for pair in pairs:
        before = {(f.rule, f.message) for f in findings(pair)}
        for span, new in figures(pair, rng):
            text = pair.target[0][: span[0]] + new + pair.target[0][span[1] :]
            found = [
                f
                for f in findings(replace(pair, target=(text,)))
                if (f.rule, f.message) not in before
                and f.target
                and f.target.start < span[0] + len(new)
                and span[0] < f.target.end
            ]
            kind = pair.name.split()[0]
            total[kind] += 1
            caught[kind] += bool(found)
            if show and not found:
                click.echo(
                    f"    {pair.name} {pair.target[0][slice(*span)]} -> {new}\n        {pair.source[0]}\n        {text}"
                )
    for kind, n in total.items():
        click.echo(f"{'digits changed, ' + kind:28} caught {caught[kind] / n:.3f} ({caught[kind]}/{n})")


def figures(pair: Gold, rng: random.Random) -> Iterator[tuple[tuple[int, int], str]]:
    """Changes of one digit of a figure that stands for the same number once on either side, as (span, new figure)."""
    there, here = (
        [(seen.value, seen.span) for seen in slips(lang).facts(text) if seen.kind == "number"]
        for lang, text in ((pair.source_lang, pair.source[0]), (pair.target_lang, pair.target[0]))
    )
    one, other = (Counter(value for value, _ in side) for side in (there, here))
    for value, (start, end) in here:
        if one[value] == other[value] == 1:
            digits = re.compile(r"\d[\d,]*(?:\.\d+)?").search(pair.target[0], start, end)
            span = digits.span() if digits else (start, end)
            figure = pair.target[0][slice(*span)]
            others = sorted(set(one_digit(figure)))
            for new in rng.sample(others, min(EACH, len(others))):
                yield span, new


def one_digit(figure: str) -> Iterator[str]:
    """The figure with one digit another, no nought that only rounds; of a year the last two."""
    year = re.fullmatch("(?:1[89]|20)\\d\\d", figure)
    limit = next((most for of, most in LIMITS if figure.isdigit() and int(figure) <= of), None)
    for k in range(2 if year else 0, len(figure) if "." in figure else len(figure.rstrip("0,")) or 1):
        for digit in "0123456789" if figure[k].isdigit() else "":
            new = figure[:k] + digit + figure[k + 1 :]
            if digit != figure[k] and new[0] != "0" and (limit is None or int(new) <= limit):
                yield new


if __name__ == "__main__":
    main()
