"""Gold as it lies in folders: which side is the source, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import FormatError, InputError
from align.evaluation.gold import load
from align.evaluation.planted import planted

LINES = {"ko": "가.\n나.\n", "en": "A.\n", "ja": "あ。\nい。\nう。\n", "zh-Hant": "一。\n", "is": "A.\n", "fr": "A.\n"}


def folder(path: Path, gold: str, *langs: str) -> Path:
    home = path / "a1"
    home.mkdir()
    (home / "gold").write_text(gold, encoding="utf-8")
    for lang in langs:
        (home / f"{lang}.seg").write_text(LINES[lang], encoding="utf-8")
    return path


def files(path: Path, gold: str, *langs: str) -> Path:
    (path / "a1.gold").write_text(gold, encoding="utf-8")
    for lang in langs:
        (path / f"a1.{lang}.seg").write_text(LINES[lang], encoding="utf-8")
    return path


@pytest.mark.parametrize("layout", [folder, files])
@pytest.mark.parametrize(
    ("gold", "langs", "way"),
    [
        ("[0, 1]:[0]", ("en", "ko"), ("ko", "en")),
        ("[0]:[0, 1]", ("en", "ko"), ("en", "ko")),  # only so do the beads name lines that are there
        ("[0]:[0]", ("ja", "ko"), ("ko", "ja")),
        ("[0]:[0]", ("ko", "zh-Hant"), ("ko", "zh-Hant")),
        ("[0]:[0]", ("ja", "en"), ("en", "ja")),
        ("[0]:[0]", ("is", "fr"), ("fr", "is")),
        ("[0, 1]:[0]\n[]:[1]", ("en", "ko"), ("ko", "en")),  # a null past the end
        ("[0, 1]:[0]", ("en", "ja", "ko"), ("ko", "en")),  # the two whose every line is in a bead
        ("[0]:[0]\n[1]:[1]\n[]:[2]", ("en", "ja", "ko"), ("ko", "ja")),
    ],
)
def test_which_side_is_the_source(
    layout, gold: str, langs: tuple[str, ...], way: tuple[str, str], tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    (found,) = load(layout(tmp_path, gold, *langs))
    assert (found.source_lang, found.target_lang) == way


def test_gold_turned_round(tmp_path: Path) -> None:
    (gold,), (turned,) = (load(folder_once(tmp_path), turned=way) for way in (False, True))
    assert (turned.source_lang, turned.target_lang, turned.source) == ("en", "ko", ("A.",))
    assert turned.beads == (((0,), (0, 1)),)
    assert turned.turn() == gold
    assert planted(tmp_path / "a1", turned) == (turned, ())


def folder_once(path: Path) -> Path:
    return path if (path / "a1").exists() else folder(path, "[0, 1]:[0]", "ko", "en")


@pytest.mark.parametrize("layout", [folder, files])
@pytest.mark.parametrize(
    ("gold", "langs", "said"),
    [
        ("[0]:[0]", ("ko",), "1 sides beside it (ko)"),
        ("[0]:[0]", ("en", "fr", "is"), "3 sides beside it (en, fr, is)"),
        ("[0]:[0]", ("ja", "en", "ko"), "3 sides beside it (en, ja, ko)"),
        ("[0]:[7]", ("en", "ko"), "a line that is not there"),
    ],
)
def test_gold_of_no_two_sides_is_named(layout, gold: str, langs: tuple[str, ...], said: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FormatError) as caught:
        load(layout(tmp_path, gold, *langs))
    assert said in str(caught.value)


def test_no_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        load(tmp_path)
