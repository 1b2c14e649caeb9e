"""What `align build` says: how far it is on a terminal, and at last what it has done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from align.corpus.listing import ALONE
from align.corpus.whole import Progress
from align.memory.flags import FLAGS

SHOWN = 20
"""Lines of one kind on a terminal; --json has all."""


@contextmanager
def progress(pairs: int) -> Iterator[Callable[[Progress], None]]:
    """A bar on a terminal, with pairs a second, time left and failures; what is yielded is told of every step."""
    start = time.monotonic()

    def shown(step: Progress | None) -> str:
        if step is None:
            return ""
        failed = f", {step.failed} failed" if step.failed else ""
        return f"{step.worked / max(time.monotonic() - start, 1e-3):.0f} pairs/s{failed}"

    with click.progressbar(
        length=pairs,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        show_pos=True,
        item_show_func=shown,
        label="Aligning",
    ) as bar:
        yield lambda step: bar.update(step.done - bar.pos, step)


def lines(report: dict[str, Any]) -> Iterator[str]:
    """What `Built.to_dict` says, for people."""
    yield from _several(
        [
            f"{a['source']} and {a['target']} are no translations of each other: set aside "
            f"(parallel {a['parallel']:.2f})"
            for a in report["set_aside"]
        ],
        "set aside",
    )
    yield from _several([f"{path}: {ALONE}" for path in report["alone"]], "without an other side")
    yield from _several(_unused(report["unused"]), "reasons")
    yield from _several(report["failed"], "failed")
    skipped = f", {report['skipped']} known already" if report["skipped"] else ""
    yield (
        f"{report['pairs']} pair{'s' if report['pairs'] != 1 else ''}: "
        f"{report['aligned']} aligned, {len(report['set_aside'])} set aside, "
        f"{len(report['failed'])} failed{skipped}; {report['pairs_per_second']:.0f} pairs/s"
    )
    store = report["store"]
    flags = ", ".join(f"{flag} {store[flag]}" for flag in FLAGS if store[flag])
    yield f"the store has {store['units']} units, {store['duplicates']} of them duplicates" + (
        f"; {flags}" if flags else ""
    )
    if len(report["languages"]) > 1:
        yield "of these " + ", ".join(f"{many} {langs}" for langs, many in report["languages"].items())
    for path, many in report["outputs"].items():
        yield f"{path}: {many} units"


def _unused(files: Sequence[dict[str, str]]) -> list[str]:
    """How many files are in no pair for each reason, with the first of them."""
    why: dict[str, list[str]] = {}
    for each in files:
        why.setdefault(each["why"], []).append(each["path"])
    return [
        f"{some[0]}{f' and {len(some) - 1} more' if some[1:] else ''}: not used: {reason}"
        for reason, some in why.items()
    ]


def _several(every: Sequence[str], what: str) -> Iterator[str]:
    yield from every[:SHOWN]
    if len(every) > SHOWN:
        yield f"… and {len(every) - SHOWN} more {what} (--json names all)"
