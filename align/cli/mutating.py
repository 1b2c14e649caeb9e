"""align evaluate --mutations: what the checks make of planted errors and of changes that are none, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from align.cli.evaluating import share
from align.evaluation.mutations.plant import ERRORS
from align.evaluation.mutations.quiet import QUIET
from align.evaluation.mutations.run import Outcome


def figures(every: Sequence[Outcome], number: int, seed: int) -> dict[str, Any]:
    """The figures for JSON: [alarmed, all] by type."""
    counted = {
        name: {t: list(_counts(every, t)) for t in types} for name, types in (("errors", ERRORS), ("quiet", QUIET))
    }
    return {"most": number, "seed": seed, **counted}


def table(every: Sequence[Outcome]) -> Iterator[str]:
    """The lines of the two tables."""
    for title, types in (("planted errors caught", tuple(ERRORS)), ("changes that are none alarmed", QUIET)):
        yield title
        for t in types:
            yield f"  {t:22}{share(*_counts(every, t)):>18}"
        n = [_counts(every, t) for t in types]
        yield f"  {'all':22}{share(sum(k for k, _ in n), sum(m for _, m in n)):>18}"


def details(outcome: Outcome) -> Iterator[str]:
    """An error that was missed, or a change alarmed that is none, with its texts; nothing for the others."""
    change = outcome.change
    quiet = change.type in QUIET
    if outcome.alarmed is quiet:
        yield f"\n{'ALARMED' if quiet else 'MISSED'} {change.type}, {outcome.name}, {change.side} line {change.line}"
        yield f"    was:    {outcome.before}"
        yield f"    is:     {outcome.after}"
        yield f"    beside: {outcome.other}"
        yield from (f"    {alarm}" for alarm in outcome.alarms)


def _counts(every: Sequence[Outcome], type_: str) -> tuple[int, int]:
    """Alarmed, and all."""
    some = [outcome.alarmed for outcome in every if outcome.change.type == type_]
    return sum(some), len(some)
