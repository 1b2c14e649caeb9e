"""A whole build, step by step: from the inputs that a user names to the store and the files that are delivered from it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from align.corpus.build import Runner, Summary, steps
from align.corpus.listing import Listing, Pair
from align.corpus.recipe import Recipe
from align.memory.store import Store

NO_PAIRS = "no pairs in it", "name articles NAME.ko.txt and NAME.en.txt, or list them in a manifest"
"""What is wrong with inputs that hold none, and what to do."""
LEFT = 2000
"""Files that names leave, up to which they are read to be paired by what they say."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build has come."""

    done: int
    """Pairs that have been dealt with, those that were in the store already too."""
    pairs: int
    worked: int = 0
    """Those that this run has dealt with."""
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has done, in this run."""

    store: str
    """The memory that it filled, a file."""
    pairs: int
    skipped: int
    """That were in the store already."""
    aligned: int
    set_aside: tuple[tuple[str, str, float], ...]
    """(source, target, how parallel) of pairs that are no translations."""
    failed: tuple[str, ...]
    """What was wrong, a line each."""
    alone: tuple[str, ...]
    """Articles without an other side."""
    unused: tuple[tuple[str, str], ...]
    """(file, why) of all others that are in no pair."""
    sentences: int
    units: int
    """That were added."""
    worked: int
    """Pairs that this run has dealt with, whatever came of them."""
    quality: dict[str, int] = field(default_factory=dict)
    """Units of the store, all and by flag."""
    outputs: dict[str, int] = field(default_factory=dict)
    """File -> units in it."""
    languages: dict[str, int] = field(default_factory=dict)
    """Units of the store by language pair, "ko en"; and by all languages of units that have more, "ko en ja"."""
    signature: str = ""
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    """Warnings, a line each."""

    def to_dict(self) -> dict[str, Any]:
        """All of it as `align build --json` says it (schema align-build/1)."""
        return {
            "schema": "align-build/1",
            "pairs": self.pairs,
            "skipped": self.skipped,
            "aligned": self.aligned,
            "set_aside": [{"source": a, "target": b, "parallel": p} for a, b, p in self.set_aside],
            "failed": list(self.failed),
            "alone": list(self.alone),
            "unused": [{"path": path, "why": why} for path, why in self.unused],
            "sentences": self.sentences,
            "units_added": self.units,
            "store": self.quality,
            "languages": self.languages,
            "outputs": self.outputs,
            "signature": self.signature,
            "seconds": round(self.seconds, 3),
            "pairs_per_second": round(self.worked / self.seconds, 1) if self.seconds else 0.0,
        }


@dataclass(frozen=True)
class Plan:
    """What is to be built, with what, and where."""

    listing: Listing
    recipe: Recipe
    store: str
    run: Runner
    deliver: Callable[[Store], dict[str, int]]
    """Writes the files that are asked for; file -> how many units."""
    adapt: bool | None = None
    """Learn a lexicon from the corpus first; None: where none is known."""
    readapt: bool = False
    stamp: str = ""
    """Creation date."""
    notes: tuple[str, ...] = ()
    """Warnings that nobody has heard yet."""
    start: float = field(default_factory=time.monotonic)


def built(plan: Plan) -> Iterator[Progress | Built]:
    """Do it: how far it has come, again and again, and at last what has been done."""
    from align.corpus import adapting
    from align.memory import index, joined, quality

    listing, recipe, folder = plan.listing, plan.recipe, Path(f"{plan.store}.work")
    with Store.open(plan.store, writing=True) as store:
        for _ in store.rows():  # damage is told before hours of work, and not after
            pass
        learnt = _learnt(plan)
        if learnt:
            recipe = adapting.adapted(store, learnt, recipe, plan.run, folder, again=plan.readapt)
        else:
            recipe = adapting.frozen(store, recipe, folder)
        yield Progress(0, len(listing.pairs))
        summary = Summary()
        for summary in steps(store, listing.pairs, recipe, plan.run, folder, stamp=plan.stamp):
            yield Progress(summary.done, summary.pairs, sum(summary.states.values()), summary.states["failed"])
        seconds = time.monotonic() - plan.start
        emptied(folder)
        quality.across(store)
        index.update(store)
        written = plan.deliver(store)
        result = _result(plan, summary, seconds)
        languages = store.languages() | joined.languages(store)
        counts = quality.counts(store)
        result = replace(result, quality=counts, languages=languages, outputs=written, signature=store.signature())
    yield result


def _learnt(plan: Plan) -> Sequence[Pair]:
    """The pairs that a lexicon is learnt from; none where it is not asked for and the languages are known."""
    pairs, langs = plan.listing.pairs, (plan.recipe.source_lang, plan.recipe.target_lang)
    if plan.readapt or plan.adapt:
        return pairs
    if plan.adapt is not None:
        return ()
    each = {(pair.source_lang, pair.target_lang): pair for pair in reversed(pairs)}
    new = {of for of, pair in each.items() if unknown([pair], (of[0] or langs[0], of[1] or langs[1]))}
    return [pair for pair in pairs if (pair.source_lang, pair.target_lang) in new]


def followed(steps: Iterable[Progress | Built], told: Callable[[Progress], None]) -> Built:
    """What has been done at last; `told` hears of every step before."""
    for step in steps:
        if isinstance(step, Built):
            return step
        told(step)
    raise AssertionError("a build ends with what it has done")


def _result(plan: Plan, summary: Summary, seconds: float) -> Built:
    return Built(
        plan.store,
        summary.pairs,
        summary.skipped,
        summary.states["done"],
        tuple(summary.apart),
        (*plan.listing.errors, *summary.failed),
        tuple(plan.listing.alone),
        tuple(plan.listing.unused),
        summary.sentences,
        summary.units,
        sum(summary.states.values()),
        seconds=seconds,
        notes=(*plan.notes, *summary.notes),
    )


def runner(jobs: int | None, scheduler: str | None, tls: tuple[str, str, str] = ("", "", "")) -> Runner:
    """Local processes, as many as there are cores where no number is given; or a Dask cluster, with its `cluster.Tls`."""
    if scheduler:
        from align.corpus import cluster

        return partial(cluster.run, address=scheduler, tls=cluster.Tls(*tls))
    from align.corpus import local

    return partial(local.run, processes=jobs or _cores())


def listing(
    inputs: Sequence[str],
    source_lang: str,
    target_langs: Sequence[str],
    by_content: bool | None = None,
    anywhere: bool = False,
) -> Listing:
    """The pairs of the inputs: by their names, or by what they say; by content what the names leave where neither is asked for.

    With several target languages each article has a pair with each of its translations.
    """
    from align.corpus import sets
    from align.corpus.pairs import listed

    if by_content:
        from align.corpus.matching import mixed

        return sets.listed(source_lang, target_langs, partial(mixed, inputs))
    found = sets.listed(source_lang, target_langs, partial(listed, inputs, anywhere=anywhere))
    return found if by_content is False else _completed(found, source_lang, target_langs)


def _completed(found: Listing, source_lang: str, target_langs: Sequence[str]) -> Listing:
    """A listing with what its names leave paired by content, in the languages of what they pair."""
    from align.corpus import sets
    from align.corpus.matching import mixed

    if len(found.alone) < 2 or found.errors:
        return found
    if not found.pairs:
        more = sets.listed(source_lang, target_langs, partial(mixed, found.alone, folders=found.folders))
        what = ["names pair nothing: paired by content"] if more.pairs else []
        return replace(more, notes=(*found.notes, *more.notes, *what), unused=(*found.unused, *more.unused))
    first = found.pairs[0]
    source, targets = source_lang or first.source_lang, target_langs or [*filter(None, [first.target_lang])]
    if not (source and targets):
        return found
    if len(found.alone) > LEFT:
        note = f"{len(found.alone)} files have no other side by name: --by-content looks for it by what they say"
        return replace(found, notes=(*found.notes, note))
    more = sets.listed(source, targets, partial(mixed, found.alone, folders=found.folders))
    used = {path for pair in more.pairs for path in (pair.source, pair.target)}
    return replace(
        found,
        pairs=sets.together([*found.pairs, *more.pairs]),
        alone=tuple(path for path in found.alone if path not in used),
    )


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
