"""The facts of a source with several translations: a row a fact, what the source has and then each translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.model import Fact, Place, Report
from align.translations import same


@dataclass(frozen=True, slots=True)
class Row:
    """A value or a name of the source, and what each translation has for it."""

    kind: str
    """date, time, number, money, code or name."""
    source: Place
    cells: tuple[Fact | None, ...]
    """None where a translation was not compared in it."""


def sets(reports: Sequence[Report]) -> list[list[int]]:
    """The numbers of the reports, those that stand side by side and are on translations of one source together."""
    found: list[list[int]] = []
    for number, report in enumerate(reports):
        last = reports[found[-1][0]] if found else None
        if last and None not in (last.facts, report.facts) and same(last.alignment.source, report.alignment.source):
            found[-1].append(number)
        else:
            found.append([number])
    return found


def table(reports: Sequence[Report]) -> list[Row]:
    """The rows of the translations of one source, by source position."""
    places: dict[tuple[int, int], Fact] = {}
    for report in reports:
        for fact in report.facts or ():
            places.setdefault((fact.source.start, fact.source.end), fact)
    held = [{(fact.source.start, fact.source.end): fact for fact in report.facts or ()} for report in reports]
    return [Row(places[key].kind, places[key].source, tuple(own.get(key) for own in held)) for key in sorted(places)]
