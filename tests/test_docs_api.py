"""docs/api.md: its examples run, one after the other, in a folder with the demo; and it names everything that there is."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import align
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def test_the_examples_run(tmp_path: Path) -> None:
    for name in ("treaty.ko.txt", "treaty.en.txt"):
        shutil.copyfile(ROOT / "corpora" / "demo" / name, tmp_path / name)
    (tmp_path / "examples.py").write_text("\n".join(EXAMPLES), encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "examples.py"]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "treaty.en.txt:22:1: warning[addition]" in shown.stdout
    assert "units in {'news.tmx': " in shown.stdout
    assert {path.name for path in tmp_path.iterdir()} >= {"treaty.tmx", "report.html", "news.tmx", "news.tm"}


def test_every_function_is_in_it() -> None:
    for name in align.__all__:
        if name.islower() and not name.startswith("_"):
            assert f"`{name}(" in TEXT, name
