"""Folders of models are there whole, or as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.engine.neural.description import FILE
from align.errors import OutputError
from align.training.folders import free, whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_is_there_whole(tmp_path: Path) -> None:
    for content in ("one", "two"):
        with whole(tmp_path / "a" / "out") as made:
            made.mkdir()
            (made / FILE).write_text(content)
        assert (tmp_path / "a" / "out" / FILE).read_text() == content
        free(tmp_path / "a" / "out")
    assert names(tmp_path / "a") == ["out"]


def test_what_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / FILE).write_text("before")

    def fail() -> None:
        with whole(tmp_path / "out") as made:
            made.mkdir()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert (tmp_path / "out" / FILE).read_text() == "before"
    assert names(tmp_path) == ["out"]


def test_where_no_model_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path, said in ((tmp_path / "file", "a file"), (tmp_path, "something else"), (tmp_path / "file" / "x", "cannot be written"),
                       (Path("/proc/none/x"), "cannot be written")):  # fmt: skip
        with pytest.raises(OutputError, match=said):
            free(path)
    free(tmp_path / "new" / "model")
    assert names(tmp_path / "new") == []
