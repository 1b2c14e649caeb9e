"""The examples in the docstrings of languages run."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ROOT

FILES = [*(ROOT / "align" / "lang").rglob("*.py"), *(ROOT / "align" / name for name in ("tags.py", "resources.py"))]


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("name", sorted(module(path) for path in FILES if ">>>" in path.read_text(encoding="utf-8")))
def test_examples(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert result.attempted
    assert not result.failed
