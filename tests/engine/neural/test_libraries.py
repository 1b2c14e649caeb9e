"""Without what runs models, or with a broken one, an engine with a model is one clear line; everything else works."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import align
from align.engine.neural import libraries
from align.errors import InputError
from tests.conftest import ROOT
from tests.engine.neural.test_models import noted

DEMO = ROOT / "corpora" / "demo"
KO, EN = DEMO / "treaty.ko.txt", DEMO / "treaty.en.txt"


def put(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.py").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["ctranslate2", "sentencepiece"])
def test_a_missing_library(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted(folder)
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InputError, match=f"{name}: is not installed, and runs the models .pip install {name}"):
        align.pair(KO, EN, engine="encoder:mine")
    assert align.pair(KO, EN).beads


def test_a_broken_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "brokenlibrary", "raise OSError('libgomp.so.1: cannot open\\nshared object file')")
    put(tmp_path, "halflibrary", "import nothing_of_the_kind")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(
        InputError, match=r"cannot be loaded: libgomp.so.1: cannot open shared object file .pip install"
    ):
        libraries.library("brokenlibrary")
    with pytest.raises(InputError, match="cannot be loaded: No module named 'nothing_of_the_kind'"):
        libraries.library("halflibrary")
