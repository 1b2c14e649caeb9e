"""What `align build` runs with, and what it says: processes or a cluster, progress, and the summary."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from align.corpus.build import Runner, Summary
from align.corpus.listing import Listing, Pair
from align.memory.flags import FLAGS

SHOWN = 20
"""Lines of one kind on a terminal; --json has all."""


def runner(jobs: int | None, scheduler: str | None) -> Runner:
    """Local processes, as many as there are cores where no number is given; or a Dask cluster."""
    if scheduler:
        from align.corpus import cluster

        return partial(cluster.run, address=scheduler)
    from align.corpus import local

    return partial(local.run, processes=jobs or _cores())


def listing(inputs: Sequence[str], source_lang: str, target_lang: str, by_content: bool) -> Listing:
    """The pairs of the inputs: by their names, or by what they say where it is asked for or the names pair nothing."""
    from align.corpus.pairs import listed

    if not by_content:
        found = listed(inputs, source_lang, target_lang)
        if found.pairs or found.errors or len(found.alone) < 2:
            return found
    from align.corpus.matching import mixed

    matched = mixed(inputs, source_lang, target_lang)
    return matched if by_content else replace(matched, notes=(*matched.notes, "names pair nothing: paired by content"))


def beside(outputs: Sequence[str]) -> str:
    """The store of a build that is told none: news.tm for news.tmx.gz."""
    first = Path(next(path for path in outputs if path != "-"))
    return str(first.with_name(f"{first.name.split('.')[0] or first.name}.tm"))


def unknown(pairs: Sequence[Pair], languages: tuple[str, str]) -> bool:
    """Whether no lexicon is shipped for the languages of a corpus, as far as options and the name of its first article tell."""
    from align.engine.lexicon import of_pair
    from align.readers.file_names import language_of_name

    first = (pairs[0].source, pairs[0].target) if pairs else ("", "")
    source, target = (lang or language_of_name(path) for lang, path in zip(languages, first, strict=True))
    return bool(source and target) and not of_pair(source, target)


def emptied(folder: Path) -> None:
    """Take away what a build that is done has no use for."""
    shutil.rmtree(folder, ignore_errors=True)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def progress(pairs: int) -> Iterator[Callable[[int, Summary], None]]:
    """A bar on a terminal, with pairs a second, time left and failures; what is yielded is told of every step."""
    start = time.monotonic()

    def shown(summary: Summary | None) -> str:
        if summary is None:
            return ""
        done = sum(summary.states.values())
        failed = f", {summary.states['failed']} failed" if summary.states["failed"] else ""
        return f"{done / max(time.monotonic() - start, 1e-3):.0f} pairs/s{failed}"

    with click.progressbar(
        length=pairs,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        show_pos=True,
        item_show_func=shown,
        label="Aligning",
    ) as bar:
        yield lambda done, summary: bar.update(done, summary)


def told(
    summary: Summary,
    alone: Sequence[str],
    quality: dict[str, int],
    outputs: dict[str, int],
    signature: str,
    seconds: float,
) -> dict[str, Any]:
    """All that --json says."""
    done = sum(summary.states.values())
    return {
        "schema": "align-build/1",
        "pairs": summary.pairs,
        "skipped": summary.skipped,
        "aligned": summary.states["done"],
        "set_aside": [{"source": a, "target": b, "parallel": p} for a, b, p in summary.apart],
        "failed": summary.failed,
        "alone": list(alone),
        "sentences": summary.sentences,
        "units_added": summary.units,
        "store": quality,
        "outputs": outputs,
        "signature": signature,
        "seconds": round(seconds, 3),
        "pairs_per_second": round(done / seconds, 1) if seconds else 0.0,
    }


def lines(report: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    yield from _several(
        [
            f"{a['source']} and {a['target']} are no translations of each other: set aside "
            f"(parallel {a['parallel']:.2f})"
            for a in report["set_aside"]
        ],
        "set aside",
    )
    yield from _several([f"{path}: no other side" for path in report["alone"]], "without an other side")
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
    for path, many in report["outputs"].items():
        yield f"{path}: {many} units"


def _several(every: Sequence[str], what: str) -> Iterator[str]:
    yield from every[:SHOWN]
    if len(every) > SHOWN:
        yield f"… and {len(every) - SHOWN} more {what} (--json names all)"
