"""The cache: a report comes back whole, damage is no entry, and the folder does not grow for ever."""

from __future__ import annotations

import json
import os
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from align.model import Alignment, Bead, Document, Finding, Place, Replacement, Report, Segment
from align.project.cache import Cache
from align.project.stored import report as stored_report
from align.project.stored import value
from tests.reports.sample import TEXT, report, reports

KEY, OTHER = "0" * 64, "1" * 64


def every_field(item: Any) -> Any:
    """All that a value holds, what does not count in a comparison too."""
    if is_dataclass(item):
        return [type(item).__name__, *(every_field(getattr(item, field.name)) for field in fields(item))]
    return [*map(every_field, item)] if isinstance(item, tuple) else item


@given(reports(), TEXT)
def test_a_report_comes_back(found: Report, note: str) -> None:
    alignment = replace(found.alignment, notes=(note,), source=replace(found.alignment.source, notes=(note,)))
    found = replace(found, alignment=alignment, notes=(note,))
    read = stored_report(json.loads(json.dumps(value(found))))
    assert read == found
    assert every_field(read) == every_field(found)


def test_every_field_of_every_value_comes_back() -> None:
    """Each differs from its default, so that one that is forgotten is missed."""
    sides = [
        Document(f"{lang}.md", lang, "가 나.", (Segment(0, 3, 2),), date(2024, 2, 29), "T", "ab", ((0, 2), (2, 9)), (0, 7), True, ("n",))
        for lang in ("ko", "en")
    ]  # fmt: skip
    finding = Finding(
        "omission", "info", "m", Place(0, 1, 2), None, 1, 0.25, "e", "v", "s", 0.125, Replacement(1, 2, "t"), "f:1:2"
    )
    found = Report(Alignment(sides[0], sides[1], (Bead((0,), (0, 1), 0.3, True),), "s", ("a",)), (finding,), (("names", 3),), ("n",))  # fmt: skip
    assert every_field(stored_report(json.loads(json.dumps(value(found))))) == every_field(found)


def test_what_is_put_is_got(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    cache.put(KEY, ["\ud800 half a character", 0.1, None])
    assert Cache(tmp_path / "c").get(KEY) == ["\ud800 half a character", 0.1, None]
    assert Cache(tmp_path / "c").get(OTHER) is None
    assert sorted(path.name for path in (tmp_path / "c").iterdir()) == [".gitignore", f"{KEY}.json", "CACHEDIR.TAG"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b" ",
        lambda data: data.replace(b"finding", b"binding", 1),
        lambda data: data[65:],
        lambda data: b"\x80\x04N.",
        lambda data: b"[" * 100_000,
    ],
)
def test_damage_is_no_entry(damage: Any, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, ["finding"])
    (entry,) = tmp_path.glob("*.json")
    entry.write_bytes(damage(entry.read_bytes()))
    assert Cache(tmp_path).get(KEY) is None
    cache.put(KEY, ["anew"])
    assert cache.get(KEY) == ["anew"]


def test_an_entry_under_another_name_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, value(report()))
    (tmp_path / f"{KEY}.json").rename(tmp_path / f"{OTHER}.json")
    assert cache.get(OTHER) is None


def test_the_oldest_go_and_nothing_else_does(tmp_path: Path) -> None:
    keys = [f"{k:064x}" for k in range(6)]
    before = Cache(tmp_path)
    for age, key in enumerate(keys):
        before.put(key, "x" * 100)
        os.utime(tmp_path / f"{key}.json", (age, age))
    (tmp_path / "thesis.json").write_bytes(b"y" * 10_000)
    now = Cache(tmp_path)
    assert now.get(keys[0])
    os.utime(tmp_path / f"{keys[0]}.json", (0, 0))
    now.prune(500)
    left = {path.name.split(".")[0] for path in tmp_path.glob("*.json")}
    assert left == {"thesis", keys[0], keys[5]}  # 169 bytes an entry: what was used stays, and of the others the newest


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file")
    cache.put(KEY, 1)
    assert cache.get(KEY) is None
    cache.prune()
