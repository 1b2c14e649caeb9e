"""Builds: what goes in comes out, once, in order; whatever goes wrong with one pair, the others are there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from align.corpus import shards, tasks
from align.corpus.listing import Listing, Pair
from align.corpus.recipe import Recipe
from align.corpus.tasks import Task
from align.corpus.whole import Plan
from align.corpus.whole import built as whole_build
from align.errors import AlignError, OutputError
from align.memory.opening import VERSION
from align.memory.store import Store
from align.memory.sums import FIRST
from tests.cli.project import align
from tests.conftest import ROOT, posix
from tests.corpus.sample import RECIPE, built, content, corpus, here, whole


def test_units_in_the_order_of_the_list(tmp_path: Path) -> None:
    pairs = corpus(tmp_path)
    summary = built(tmp_path / "a.tm", pairs)
    units = content(tmp_path / "a.tm")
    assert summary.states == {"done": 8}
    assert summary.units == len(units) > 100
    assert list(dict.fromkeys(u.document for u in units)) == [f"d{k:02d}.ko.txt" for k in range(1, 9)]
    assert {(u.source_lang, u.target_lang) for u in units} == {("ko", "en")}
    assert all(u.source and u.target and 0 <= u.confidence <= 1 and "lexicon" in u.signature for u in units)


def test_tasks_of_any_size_and_order_give_the_same(tmp_path: Path) -> None:
    def backwards(todo: Iterable[Task], recipe: Recipe) -> Iterator[Task]:
        for task in list(todo)[::-1]:
            tasks.run(task, recipe)
            yield task

    pairs = corpus(tmp_path)
    built(tmp_path / "a.tm", pairs)
    built(tmp_path / "b.tm", pairs, run=backwards)
    built(tmp_path / "c.tm", pairs, size=1)
    assert whole(tmp_path / "a.tm") == whole(tmp_path / "b.tm") == whole(tmp_path / "c.tm")


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    pairs = corpus(tmp_path)
    built(tmp_path / "a.tm", pairs)
    before = whole(tmp_path / "a.tm")
    again = built(tmp_path / "a.tm", pairs)
    assert (again.skipped, again.units) == (8, 0)
    assert whole(tmp_path / "a.tm") == before


def test_an_article_that_has_changed_is_done_again(tmp_path: Path) -> None:
    pairs = corpus(tmp_path, 3)
    built(tmp_path / "a.tm", pairs)
    old = Path(pairs[1].target).read_text(encoding="utf-8")
    Path(pairs[1].target).write_text(old + "\n\nOne more sentence ends it all.\n", encoding="utf-8")
    again = built(tmp_path / "a.tm", pairs)
    assert (again.skipped, again.states) == (2, {"done": 1})
    assert sum(1 for row in whole(tmp_path / "a.tm") if row[4] is None) == 0
    with Store.open(str(tmp_path / "a.tm")) as store:
        assert store.connection.execute("SELECT count(*) FROM documents").fetchone() == (3,)


def test_pairs_that_are_no_translations_are_set_aside(tmp_path: Path) -> None:
    pairs = corpus(tmp_path, 4)
    wrong = Pair(pairs[0].source, pairs[1].target)
    summary = built(tmp_path / "a.tm", [wrong, *pairs[2:]])
    assert summary.states == {"apart": 1, "done": 2}
    assert [(a, b) for a, b, _ in summary.apart] == [(wrong.source, wrong.target)]
    assert "d01.ko.txt" not in {u.document for u in content(tmp_path / "a.tm")}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "no such file"),
        (b"", "no text in it"),
        (b"\n \n", "no text in it"),
        (bytes(range(128, 256)) * 3, "neither UTF-8 nor CP949"),
        (b"a\0b\0\xff\xff", "UTF-16 without"),
    ],
)
def test_a_side_that_cannot_be_used(tmp_path: Path, data: bytes | None, told: str) -> None:
    pairs = corpus(tmp_path, 3)
    target = Path(pairs[1].target)
    target.unlink()
    if data is not None:
        target.write_bytes(data)
    summary = built(tmp_path / "a.tm", pairs)
    assert summary.states == {"done": 2, "failed": 1}
    assert len(summary.failed) == 1
    assert told in summary.failed[0]
    assert "d02.en.txt" in summary.failed[0]
    target.write_bytes((ROOT / "corpora" / "news" / "d02" / "en.txt").read_bytes())
    assert built(tmp_path / "a.tm", pairs).states == {"done": 1}  # repaired, it is tried again, and no other


def test_an_error_that_nobody_foresaw_is_the_pairs_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from align.engine.engine import Engine

    pairs = corpus(tmp_path, 4)
    real = Engine.beads

    def beads(self: object, some: list[tuple[object, object]], paragraphs: bool = True) -> object:
        if any("d03" in one.document.name for one, _ in some):  # type: ignore[attr-defined]
            raise ZeroDivisionError("division by zero")
        return real(self, some, paragraphs)  # type: ignore[arg-type]

    monkeypatch.setattr(Engine, "beads", beads)
    summary = built(tmp_path / "a.tm", pairs, size=4)
    assert summary.states == {"done": 3, "failed": 1}
    assert "d03.ko.txt: a fault of align-toolkit" in summary.failed[0]
    assert "ZeroDivisionError: division by zero" in summary.failed[0]


def test_a_unit_that_is_there_already_names_the_first(tmp_path: Path) -> None:
    pairs = corpus(tmp_path, 2)
    for lang in ("ko", "en"):
        (tmp_path / f"copy.{lang}.txt").write_bytes((tmp_path / f"d01.{lang}.txt").read_bytes())
    built(tmp_path / "a.tm", [*pairs, Pair(str(tmp_path / "copy.ko.txt"), str(tmp_path / "copy.en.txt"))])
    with Store.open(str(tmp_path / "a.tm")) as store:
        assert documents(store, firsts=True) == {"d01.ko.txt", "d02.ko.txt"}
        assert documents(store, firsts=False) == {"copy.ko.txt"}
    with Store.open(str(tmp_path / "a.tm"), writing=True) as store:
        store.forget([1])
        assert documents(store, firsts=True) == {"copy.ko.txt", "d02.ko.txt"}


def documents(store: Store, firsts: bool) -> set[str]:
    """Those of which some units come first, or not."""
    return {told.record.id for told, rows in store.rows() if any((row[FIRST] is None) == firsts for row in rows)}


@pytest.mark.parametrize("cut", [0, 1, 10, -40, -70, -500])
def test_a_shard_that_was_cut_is_made_again(tmp_path: Path, cut: int) -> None:
    pairs = corpus(tmp_path, 6)
    built(tmp_path / "a.tm", pairs)

    class StopError(Exception):
        pass

    def stopped(todo: Iterable[Task], recipe: Recipe) -> Iterator[Task]:
        for task in todo:
            tasks.run(task, recipe)
        data = task.shard.read_bytes()
        task.shard.write_bytes(data[:cut])
        raise StopError
        yield

    with pytest.raises(StopError):
        built(tmp_path / "b.tm", pairs, run=stopped)
    made: list[Task] = []

    def watched(todo: Iterable[Task], recipe: Recipe) -> Iterator[Task]:
        for task in here(todo, recipe):
            made.append(task)
            yield task

    built(tmp_path / "b.tm", pairs, run=watched)
    assert len(made) == 1  # the others were whole
    assert whole(tmp_path / "a.tm") == whole(tmp_path / "b.tm")


def test_a_shard_is_read_as_it_was_written(tmp_path: Path) -> None:
    from align.corpus.work import Item, run

    pairs = corpus(tmp_path, 2)
    found = run([Item(pair, str(k)) for k, pair in enumerate(pairs)], Recipe(check=True))
    shards.write(tmp_path / "s.jsonl", found)
    assert shards.read(tmp_path / "s.jsonl") == found
    assert shards.read(tmp_path / "none.jsonl") is None
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_two_writers(tmp_path: Path) -> None:
    with (
        Store.open(str(tmp_path / "a.tm"), writing=True),
        pytest.raises(AlignError, match="another process is writing"),
    ):
        Store.open(str(tmp_path / "a.tm"), writing=True)
    Store.open(str(tmp_path / "a.tm"), writing=True).close()


def test_a_store_of_a_newer_version(tmp_path: Path) -> None:
    Store.open(str(tmp_path / "a.tm"), writing=True).close()
    with sqlite3.connect(tmp_path / "a.tm") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    for writing in (False, True):
        with pytest.raises(AlignError, match="use a newer align-toolkit"):
            Store.open(str(tmp_path / "a.tm"), writing=writing)


@pytest.mark.parametrize(
    ("data", "told"),
    [(None, "no such store"), (b"", "an empty file"), (b"text that is no database, long enough " * 40, "not a store")],
)
def test_what_is_no_store(tmp_path: Path, data: bytes | None, told: str) -> None:
    if data is not None:
        (tmp_path / "a.tm").write_bytes(data)
    with pytest.raises(AlignError, match=told):
        Store.open(str(tmp_path / "a.tm"))


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("CREATE TABLE precious (thing TEXT)")
    connection.close()
    with pytest.raises(AlignError, match="no store"):
        Store.open(str(tmp_path / "a.db"), writing=True)


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    pairs = corpus(tmp_path)
    built(tmp_path / "a.tm", pairs)
    with Store.open(str(tmp_path / "b.tm"), writing=True) as store:
        store.connection.execute("PRAGMA max_page_count = 18")  # what SQLite says then is what it says of a full disk
        from align.corpus.build import build

        with pytest.raises(OutputError, match="full"):
            build(store, pairs, RECIPE, here, tmp_path / "b.work", size=1)
    before = whole(tmp_path / "b.tm")
    assert before == whole(tmp_path / "a.tm")[: len(before)]
    built(tmp_path / "b.tm", pairs, size=1)
    assert whole(tmp_path / "a.tm") == whole(tmp_path / "b.tm")


def test_a_clock_that_was_set_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = corpus(tmp_path, 4)
    built(tmp_path / "a.tm", pairs[:2])
    before = content(tmp_path / "a.tm")
    for path in (tmp_path / "a.tm", Path(pairs[0].source)):
        os.utime(path, (4e9, 4e9))
    again = built(tmp_path / "a.tm", pairs)
    assert (again.skipped, again.states) == (1, {"done": 3})  # its time is another one
    Path(pairs[1].target).write_text("An earlier text.\n", encoding="utf-8")
    os.utime(pairs[1].target, (1, 1))
    assert built(tmp_path / "a.tm", pairs).states == {"apart": 1}
    units = content(tmp_path / "a.tm")
    assert {u.document for u in units} == {"d01.ko.txt", "d03.ko.txt", "d04.ko.txt"}
    assert len([u for u in units if u.document == "d01.ko.txt"]) == len(
        [u for u in before if u.document == "d01.ko.txt"]
    )


def test_a_build_meets_damage_before_it_does_anything(tmp_path: Path) -> None:
    pairs = corpus(tmp_path, 3)
    built(tmp_path / "a.tm", pairs[:2])
    with sqlite3.connect(tmp_path / "a.tm") as connection:
        connection.execute("UPDATE units SET target = 'Other.' WHERE id = 3")
    connection.close()
    plan = Plan(Listing(tuple(pairs)), RECIPE, str(tmp_path / "a.tm"), here, lambda store: {}, adapt=False)
    with pytest.raises(AlignError, match="a damaged store: a unit of d01"):
        list(whole_build(plan))
    assert not (tmp_path / "a.tm.work").exists()


def test_what_damage_took_is_built_again_and_nothing_is_there_twice(tmp_path: Path) -> None:
    pairs = corpus(tmp_path, 4)
    built(tmp_path / "a.tm", pairs)
    wanted = sorted(content(tmp_path / "a.tm"))
    with sqlite3.connect(tmp_path / "a.tm") as connection:
        connection.execute("UPDATE units SET target = 'Other.' WHERE document = 2 AND id % 3 = 0")
        connection.execute("DELETE FROM units WHERE document = 3 AND id % 2 = 0")
    connection.close()
    (tmp_path / "saved").mkdir()
    for saved in (tmp_path / "b.tm", tmp_path / "saved" / "b.tm"):
        assert align("tm", "verify", str(tmp_path / "a.tm"), "-o", str(saved)).exit_code == 1
        assert 0 < len(content(saved)) < len(wanted)
        again = built(saved, pairs)
        assert (again.skipped, again.states) == (2, {"done": 2})
        assert sorted(content(saved)) == wanted


@posix
def test_an_article_that_is_a_pipe_fails_alone(tmp_path: Path) -> None:
    pairs = corpus(tmp_path, 3)
    Path(pairs[1].target).unlink()
    os.mkfifo(pairs[1].target)
    summary = built(tmp_path / "a.tm", pairs)
    assert summary.states == {"done": 2, "failed": 1}
    assert "d02.en.txt: a pipe, not a file" in summary.failed[0]


def test_a_text_of_200_mb_fails_alone(tmp_path: Path) -> None:
    pairs = corpus(tmp_path, 3)
    with Path(pairs[1].target).open("ab") as stream:
        stream.truncate(200 << 20)
    summary = built(tmp_path / "a.tm", pairs)
    assert summary.states == {"done": 2, "failed": 1}
    assert "d02.en.txt: more than 32 MB, which no article or book has (split it)" in summary.failed[0]
