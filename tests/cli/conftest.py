"""The project that `align check` is tested in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.project import BAD, EN, KO, put


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a clean pair and one with a wrong date, the working directory."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "articles").mkdir()
    for name, english in (("good", EN), ("bad", BAD)):
        put(tmp_path / "articles" / f"{name}.ko.md", KO)
        put(tmp_path / "articles" / f"{name}.en.md", english)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path
