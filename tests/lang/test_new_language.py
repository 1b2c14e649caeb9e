"""A language that the package does not have is a folder of lang/ and one of seeds/: nothing else is touched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

EO = """Publikigita: 2024-11-07

Ĝi estas longa je 5 kilometroj kaj kostis 127 milionoj da vonoj.

La traktato estis subskribita la 6-an de novembro 2024.

La ministro ne venis en la kunsidon.

De Ludoviko Zamenhof, raportisto
"""
EN = """It is 5 miles long and cost 125 million won.

The treaty was signed on Nov. 8, 2024.

The minister was absent.
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is, with Esperanto in lang/ and seeds/."""
    made = tmp_path_factory.mktemp("package")
    left_out = shutil.ignore_patterns("__pycache__", "seeds")
    shutil.copytree(ROOT / "align", made / "align", ignore=left_out)
    shutil.copytree(ROOT / "tests" / "lang" / "eo", made / "align" / "lang" / "eo", ignore=left_out)
    shutil.copytree(ROOT / "seeds", made / "align" / "seeds", ignore=left_out)
    shutil.copytree(ROOT / "tests" / "lang" / "eo_seeds", made / "align" / "seeds" / "eo")
    (made / "align" / "seeds" / "eo-en").mkdir()
    return made


def run(package: Path, here: Path, *args: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from align.cli import main; sys.argv[0] = 'align'; main()"
    environment = os.environ | {"PYTHONPATH": str(package), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-P", "-c", code, *args],
        capture_output=True,
        text=True,
        cwd=here,
        env=environment,
        check=False,
    )


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "a.eo.txt").write_text(EO, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(EN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(EO, encoding="utf-8")
    (tmp_path / "terms.tsv").write_text("eo\ten\nministro\tsecretary\n", encoding="utf-8")
    return tmp_path


def findings(result: subprocess.CompletedProcess[str]) -> dict[str, tuple[str, str]]:
    """Rule -> what the target has, and what it should have."""
    assert result.returncode == 1, result.stderr
    return {f["rule"]: (f["target"]["text"], f["expected"]) for f in json.loads(result.stdout)["findings"]}


def test_a_check_out_of_it(package: Path, here: Path) -> None:
    result = run(package, here, "check", "a.eo.txt", "a.en.txt", "--glossary", "terms.tsv", "--format", "json")
    assert findings(result) == {
        "date-conflict": ("Nov. 8, 2024", "Nov. 6, 2024"),
        "number-conflict": ("125 million won", "127 million won"),
        "unit-conflict": ("5 miles", "5 kilometers"),
        "term-conflict": ("The minister was absent.", "secretary"),
    }
    assert not result.stderr


def test_a_check_into_it(package: Path, here: Path) -> None:
    result = run(
        package, here, "check", "a.en.txt", "b.txt", "--target-lang", "EO", "--format", "json", "--fail-on", "warning"
    )
    assert findings(result) == {
        "date-conflict": ("la 6-an de novembro 2024", "la 8-a de novembro 2024"),
        "number-conflict": ("127 milionoj da vonoj", "125 milionoj vonoj"),
        "unit-conflict": ("5 kilometroj", "5 mile"),
    }


def test_what_it_says_of_itself(package: Path, here: Path) -> None:
    result = run(package, here, "pair", "b.txt", "a.en.txt", "--to", "json")
    source = json.loads(result.stdout)["source"]
    assert (source["lang"], source["date"]) == ("eo", "2024-11-07")


def test_its_pair_has_a_direction(package: Path, here: Path) -> None:
    (here / "b.txt").unlink()
    assert run(package, here, "build", ".", "-o", "o.tsv", "--no-dedup").returncode == 0
    assert (here / "o.tsv").read_text(encoding="utf-8").split("\n")[1].split("\t")[2:4] == ["eo", "en"]
