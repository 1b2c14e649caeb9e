"""A small corpus on disk, and builds of it in this process."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from align.corpus import tasks
from align.corpus.build import Summary, build
from align.corpus.listing import Pair
from align.corpus.pairs import listed
from align.corpus.recipe import Recipe
from align.corpus.tasks import Task
from align.memory.store import Store
from align.model import Unit
from tests.conftest import ROOT

RECIPE = Recipe()


def corpus(folder: Path, many: int = 8) -> list[Pair]:
    """The first articles of corpora/news as NAME.ko.txt and NAME.en.txt."""
    found = []
    for number in range(1, many + 1):
        source, target = (folder / f"d{number:02d}.{lang}.txt" for lang in ("ko", "en"))
        for path, lang in ((source, "ko"), (target, "en")):
            shutil.copyfile(ROOT / "corpora" / "news" / f"d{number:02d}" / f"{lang}.txt", path)
        found.append(Pair(str(source), str(target), id=source.name, target_lang="en", source_lang="ko"))
    return found


def there(folder: Path) -> list[Pair]:
    """The pairs of a corpus that is there already."""
    return list(listed([str(folder)]).pairs)


def here(todo: Iterable[Task], recipe: Recipe) -> Iterator[Task]:
    """A runner without processes."""
    for task in todo:
        tasks.run(task, recipe)
        yield task


def built(store: Path, pairs: Sequence[Pair], recipe: Recipe = RECIPE, *, size: int = 3, run=here) -> Summary:  # type: ignore[no-untyped-def]
    """Build a store, in tasks of `size` pairs."""
    with Store.open(str(store), writing=True) as opened:
        return build(opened, pairs, recipe, run, store.with_suffix(".work"), size=size)


def content(store: Path) -> list[Unit]:
    """All units, duplicates too, in their order."""
    with Store.open(str(store)) as opened:
        return list(opened.units())


def whole(store: Path) -> list[tuple[object, ...]]:
    """Everything that a store says of its units and documents."""
    with Store.open(str(store)) as opened:
        rows = opened.connection.execute(
            "SELECT d.id, d.state, d.parallel, d.error, u.id, u.bead, u.source, u.target, u.confidence, u.first"
            " FROM documents AS d LEFT JOIN units AS u ON u.document = d.number ORDER BY d.number, u.id"
        )
        return [tuple(row) for row in rows]
