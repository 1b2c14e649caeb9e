"""Damage: whatever is wrong with a store is one line, and never other units; what is whole in it can be had."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import AlignError, FormatError, OutputError
from align.memory import importing, sums
from align.memory.opening import VERSION
from align.memory.records import Record, described, document_row
from align.memory.salvage import opened, saved
from align.memory.store import Store
from align.memory.verify import faults, whole
from align.model import Unit
from tests.cli.project import align, said
from tests.memory.stores import asked, first_version, made, told, units


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("sound") / "a.tm")


@pytest.fixture
def store(sound: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    return Path(shutil.copy(sound, tmp_path / "b.tm"))


def changed(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(script)


def wrong(path: Path) -> list[str]:
    with opened(str(path)) as (store, fault):
        return fault or faults(store)


# nothing is wrong


def test_a_sound_store(sound: Path) -> None:
    assert wrong(sound) == []
    assert len(told(sound)) == 6


def test_an_empty_store(tmp_path: Path) -> None:
    Store.open(str(tmp_path / "a.tm"), writing=True).close()
    assert wrong(tmp_path / "a.tm") == []
    assert units(tmp_path / "a.tm") == []


def test_what_is_changed_by_the_program_itself_stays_whole(store: Path) -> None:
    with Store.open(str(store), writing=True) as opened:
        opened.put({"other": None, "new": b"x", "lexicon ko-en": b"y"})
        opened.forget([1, 2, 20])
        importing.add(opened, [Unit("무단 전재 금지.", "All rights reserved.", "ko", "en")] * 6, "x")
    assert wrong(store) == []
    with Store.open(str(store)) as opened:
        assert opened.names() == ["lexicon ko-en", "marked", "new"]


# rows


numbers = st.integers(-(2**63), 2**63 - 1)
rows = st.tuples(
    numbers, numbers, st.text(), st.text(), st.text(), st.floats(0, 1), numbers, st.text(), numbers, numbers, numbers
)


@given(rows, st.one_of(st.none(), numbers), st.integers(0, 11), st.integers(0, 62))
def test_a_row_is_whole_as_long_as_nothing_in_it_is_changed(
    row: tuple[object, ...], first: int | None, place: int, bit: int
) -> None:
    values = [*row, first]
    values.append(sums.unit(*values))  # type: ignore[arg-type]
    assert sums.whole([tuple(values)])
    was = values[place]
    values[place] = f"{was}x" if isinstance(was, str) else 2.0 if isinstance(was, float) else (was or 0) ^ 1 << bit  # type: ignore[operator]
    assert not sums.whole([tuple(values)])


@pytest.mark.parametrize("value", [None, "text", b"bytes", 1.5, "\ud800"])
@pytest.mark.parametrize("place", range(13))
def test_a_row_of_anything_is_not_whole(value: object, place: int) -> None:
    row: list[object] = [1, 2, "b", "s", "t", 0.5, 0, "", 3, 4, 5, 6]
    row.append(sums.unit(*row))  # type: ignore[arg-type]
    row[place] = value
    assert not sums.whole([tuple(row)])


@given(st.text(), st.text(), st.lists(st.tuples(st.text(), st.text()), max_size=3), st.none() | st.floats(0, 1))
def test_a_document_is_read_as_it_was_written(
    identity: str, error: str, meta: list[tuple[str, str]], parallel: float | None
) -> None:
    record = Record(identity, "a", "s", "t", "ko", "en", "", tuple(dict(meta).items()), parallel=parallel, error=error)
    row = document_row(7, record, 3)
    found = described(row)
    assert found is not None
    assert (found.number, found.record, found.size) == (7, record, 3)
    assert described((*row[:-1], 0)) is None


# damage that SQLite does not see


HIDDEN = "CREATE TEMP TABLE was AS SELECT * FROM totals; {}; DELETE FROM totals; INSERT INTO totals SELECT * FROM was"
"""Done to a table as a damaged page does it: nothing else knows."""
DAMAGE = [
    ("a text", "UPDATE units SET target = 'Other.' WHERE id = 50"),
    ("a text of bytes", "UPDATE units SET target = x'ff' WHERE id = 50"),
    ("a flag", "UPDATE units SET flags = flags | 8 WHERE id = 50"),
    ("a confidence", "UPDATE units SET confidence = 0.123 WHERE id = 51"),
    ("a first", "UPDATE units SET first = 1 WHERE id = 50"),
    ("a unit is gone", "DELETE FROM units WHERE id = 50"),
    ("the last unit is gone", "DELETE FROM units WHERE id = (SELECT max(id) FROM units)"),
    ("a unit is of another document", "UPDATE units SET document = 2 WHERE id = 50"),
    ("two units have changed places", "UPDATE units SET id = -50 WHERE id = 50; UPDATE units SET id = 50 WHERE id = 51; UPDATE units SET id = 51 WHERE id = -50"),
    ("a document is gone", "DELETE FROM documents WHERE number = 9"),
    ("a document and its units are gone", HIDDEN.format("DELETE FROM documents WHERE number = 9; DELETE FROM units WHERE document = 9")),
    ("the last document and its units are gone", HIDDEN.format("DELETE FROM documents WHERE number = 30; DELETE FROM units WHERE document = 30")),
    ("all is gone", HIDDEN.format("DELETE FROM units; DELETE FROM documents")),
    ("a document without units has some", "UPDATE documents SET size = size + 1 WHERE number = 1"),
    ("a language", "UPDATE documents SET source_lang = 'ja' WHERE number = 9"),
    ("metadata that is none", "UPDATE documents SET meta = '{' WHERE number = 9"),
    ("a state", "UPDATE documents SET state = 'failed' WHERE number = 9"),
    ("a value", "UPDATE meta SET value = x'00' WHERE name = 'other'"),
    ("a value of text", "UPDATE meta SET value = 'x' WHERE name = 'other'"),
    ("a value is gone", HIDDEN.format("DELETE FROM meta WHERE name = 'other'")),
    ("a term's units", "UPDATE postings SET places = x'0000' WHERE term = (SELECT term FROM postings LIMIT 1 OFFSET 40)"),
    ("a term's units are none", "UPDATE postings SET sum = 0 WHERE term = (SELECT term FROM postings LIMIT 1 OFFSET 40)"),
    ("a term is gone", "DELETE FROM postings WHERE term = (SELECT term FROM postings LIMIT 1 OFFSET 40)"),
    ("the last term is gone", "DELETE FROM postings WHERE term = (SELECT max(term) FROM postings)"),
    ("a term is another", "UPDATE postings SET term = term + 1 WHERE term = (SELECT term FROM postings LIMIT 1 OFFSET 40)"),
    ("a part of the index is gone", HIDDEN.format("DELETE FROM segments WHERE number = 0")),
    ("a part of the index is shorter", "UPDATE segments SET behind = behind - 1 WHERE number = 0"),
    ("a trigger is gone", "DROP TRIGGER meta_added"),
    ("the version", "PRAGMA user_version = 1"),
    ("no version", "PRAGMA user_version = 0"),
    ("a table is gone", "DROP TABLE postings"),
    ("totals are gone", "DROP TABLE totals"),
]  # fmt: skip


@pytest.mark.parametrize("script", [script for _, script in DAMAGE], ids=[name for name, _ in DAMAGE])
def test_damage_is_met_and_never_delivered(script: str, sound: Path, store: Path) -> None:
    changed(store, script)
    assert wrong(store) != []
    said = f"{store}: a damaged store: .*`align tm verify STORE` says what is whole"
    with suppress(FormatError):
        if told(store) == told(sound):  # what was asked for is not what is damaged
            return
    with pytest.raises(FormatError, match=said):
        told(store)


def test_a_search_meets_a_unit_that_is_lost_and_passes_one_that_was_forgotten(store: Path) -> None:
    (first, *_), *_ = asked(store)  # type: ignore[misc]
    changed(store, f"DELETE FROM units WHERE id = {first.id}")
    with pytest.raises(FormatError, match=f"unit {first.id} is missing"):
        asked(store)


def test_what_is_added_later_makes_damage_no_smaller(store: Path) -> None:
    changed(store, "DELETE FROM units WHERE id = 50")
    with Store.open(str(store), writing=True) as opened:  # its indexes are as its rows
        importing.add(opened, [Unit("새", "new", "ko", "en")], "x")
    assert wrong(store) != []


def test_indexes_that_are_not_as_the_rows_stop_whoever_writes(store: Path) -> None:
    changed(store, "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'units_by_content'")
    with pytest.raises(FormatError, match="a damaged store"):
        Store.open(str(store), writing=True)


# damage of the file


def delivered(path: Path, out: Path) -> bytes | None:
    """What an export writes; None where it is refused."""
    done = align("tm", "export", str(path), "-o", str(out), "--no-dedup", "--keep", "length", "--keep", "language")
    assert done.exit_code in (0, 2)
    return out.read_bytes() if done.exit_code == 0 else None


def flipped(data: bytes, bit: int) -> bytes:
    found = bytearray(data)
    found[bit // 8] ^= 1 << bit % 8
    return bytes(found)


def bits(data: bytes, random: Random) -> list[int]:
    """Some in the header, some in the first pages, which describe the tables, and some anywhere."""
    size = 8 * len(data)
    return [
        random.randrange(min(end, size))
        for end, many in ((800, 8), (8 * 4096 * 30, 12), (size, 20))
        for _ in range(many)
    ]


def test_a_flipped_bit_is_met_or_says_nothing(sound: Path, tmp_path: Path) -> None:
    """200 of them are in benchmarks/killed.py."""
    data, known, wanted = sound.read_bytes(), units(sound), delivered(sound, tmp_path / "a.jsonl")
    for turn, bit in enumerate(bits(data, Random(7))):
        path, rest = tmp_path / "b.tm", tmp_path / f"{turn}.tm"
        path.write_bytes(flipped(data, bit))
        assert delivered(path, tmp_path / "b.jsonl") in (None, wanted), bit
        verified = align("tm", "verify", str(path), "-o", str(rest))
        assert verified.exit_code in (0, 1, 2), bit
        if verified.exit_code == 0:
            assert told(path) == told(sound), bit
        if verified.exit_code == 1:
            assert wrong(rest) == [], bit
            content = lambda some: Counter((unit.source, unit.target) for unit in some)  # noqa: E731
            assert not content(units(rest)) - content(known), bit
            assert len(known) - len(units(rest)) <= 60, bit  # a page at most


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 4097, 20_000, -4096, -300])
def test_a_store_that_was_cut(size: int, sound: Path, store: Path, tmp_path: Path) -> None:
    store.write_bytes(sound.read_bytes()[:size])
    wanted = delivered(sound, tmp_path / "a.jsonl")
    assert delivered(store, tmp_path / "b.jsonl") in (None, wanted)
    assert align("tm", "verify", str(store)).exit_code in (1, 2)


def test_a_log_that_was_taken_away(tmp_path: Path) -> None:
    """The store is as it was before, or damaged: never something between."""
    with Store.open(str(tmp_path / "a.tm"), writing=True) as store:
        for number in range(5):
            store.connection.execute("PRAGMA wal_checkpoint") if number == 3 else None
            store.add([(Record(f"i{number}", f"d{number}", source_lang="ko", target_lang="en"), [])])
        shutil.copy(tmp_path / "a.tm", tmp_path / "b.tm")
    with Store.open(str(tmp_path / "b.tm")) as store:
        assert [record.id for record, _ in store.documents()] == ["d0", "d1", "d2"]


# what is whole


def test_what_is_whole_is_saved(store: Path, tmp_path: Path) -> None:
    changed(store, "UPDATE units SET target = 'x' WHERE id = 50; DELETE FROM documents WHERE number = 9")
    before = units_of(store)
    with opened(str(store)) as (damaged, _):
        found = whole(damaged)
    assert "document 9" in found.parts()
    assert len(found.parts()) == 2
    assert saved(found, str(tmp_path / "c.tm")) == before - 1
    assert wrong(tmp_path / "c.tm") == []
    with Store.open(str(tmp_path / "c.tm")) as store_:
        documents = [record for record, _ in store_.documents()]
        assert store_.get("lexicon ko-en") == bytes(range(256)) * 20
    assert [record.identity for record in documents if "damaged" in record.identity] == [
        "document 9 ko en damaged",
        "i11 damaged",
    ]
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []
    with pytest.raises(OutputError, match="there already"):
        saved(found, str(tmp_path / "c.tm"))


def units_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        many: int = connection.execute("SELECT count(*) FROM units").fetchone()[0]
    return many


def test_verify_for_people(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = align("tm", "verify", "b.tm")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "b.tm: whole: 28 documents, " in done.stderr
    changed(store, "UPDATE units SET target = 'x' WHERE id = 50")
    done = align("tm", "verify", "b.tm")
    assert done.exit_code == 1
    assert done.stdout.startswith("b.tm: a unit of d")
    assert "units are whole; not whole: d" in done.stderr
    done = align("tm", "verify", "b.tm", "-o", "c.tm")
    assert done.exit_code == 1
    assert "c.tm: " in done.stderr
    assert align("tm", "verify", "c.tm").exit_code == 0
    assert "there already" in said(align("tm", "verify", "b.tm", "-o", "b.tm"))


@pytest.mark.parametrize(
    ("data", "told"), [(None, "no such store"), (b"", "an empty file"), (b"no database " * 999, "not a store")]
)
def test_what_cannot_be_verified(data: bytes | None, told: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "x.tm").write_bytes(data)
    done = align("tm", "verify", str(tmp_path / "x.tm"))
    assert done.exit_code == 2
    assert told in said(done)


COMMANDS: list[Callable[[str], list[str]]] = [
    lambda path: ["tm", "stats", path],
    lambda path: ["tm", "export", path, "-o", f"{path}.tmx"],
    lambda path: ["tm", "merge", f"{path}.other", path],
    lambda path: ["tm", "search", path, "무단"],
]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_meets_damage(command: Callable[[str], list[str]], store: Path) -> None:
    changed(store, "UPDATE units SET target = 'x' WHERE id IN (50, 1, 2)")
    done = align(*command(str(store)))
    assert done.exit_code == 2
    assert "a damaged store" in said(done)
    assert not Path(f"{store}.tmx").exists()


# version 1


def test_a_store_of_version_1_is_read(sound: Path, tmp_path: Path) -> None:
    old = first_version(sound, tmp_path / "old.tm")
    data = old.read_bytes()
    assert told(old) == told(sound)
    assert align("tm", "verify", str(old)).exit_code == 0
    assert old.read_bytes() == data


def test_a_store_of_version_1_is_brought_up_to_date_by_who_writes_it(sound: Path, tmp_path: Path) -> None:
    old = first_version(sound, tmp_path / "old.tm")
    Path(tmp_path / "x.jsonl").write_text(
        json.dumps({"source": "가", "target": "a", "source_lang": "ko", "target_lang": "en"}), encoding="utf-8"
    )
    Store.open(str(old), writing=True).close()
    assert told(old)[:5] == told(sound)[:5]
    assert align("tm", "add", str(old), str(tmp_path / "x.jsonl")).exit_code == 0
    assert wrong(old) == []
    assert asked(old) == asked(sound)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    changed(old, "UPDATE units SET target = 'x' WHERE id = 50")
    with pytest.raises(AlignError, match="a damaged store"):
        told(old)
