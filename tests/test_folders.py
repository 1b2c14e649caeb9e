"""What a folder's modules declare, read without importing them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from align.folders import Folder, Late


@dataclass(frozen=True)
class Thing:
    """Something to declare."""

    names: tuple[str, ...] = ()
    place: int = 1000
    do: Any = None
    doc: str | None = None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder[Thing]:
    package = tmp_path / "things_of_a_test"
    package.mkdir()
    for name, text in {
        "__init__": "",
        "last": 'THING = Thing(("b",))\nraise ImportError',
        "first": '"""Said."""\nTHING = Thing(\n    ("a", "c"),\n    place=3,\n    do=act,\n    doc=__doc__,\n)\nraise ImportError',
        "computed_one": (
            "from tests.test_folders import Thing\nNAMES = ('x', 'y')\nTHING = Thing(names=NAMES[1:], place=2)"
        ),
        "shared": "OTHER = Thing()\nraise ImportError",
    }.items():
        (package / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return Folder(package.name, "THING", Thing, dashed=True)


def test_what_is_declared_by_its_place(folder: Folder[Thing]) -> None:
    assert list(folder) == ["computed-one", "first", "last"]
    act = Late("things_of_a_test.first", "act")
    assert folder["first"] == Thing(("a", "c"), 3, act, "Said.")
    assert folder["last"] == Thing(("b",))
    assert "shared" not in folder
    assert "things_of_a_test.last" not in sys.modules


def test_what_is_no_literal_is_imported(folder: Folder[Thing]) -> None:
    assert folder["computed-one"].names == ("y",)


def test_a_late_function_is_imported_when_it_is_called() -> None:
    assert Late("math", "gcd")(12, 18) == 6
