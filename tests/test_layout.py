"""The tables against the folders, and the floors of the package."""

from __future__ import annotations

import ast
import configparser
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from align import checks
from align.checks import RULES
from align.cli import COMMANDS, model, tm
from align.formats import FORMATS, MEMORIES
from align.lang import LANGUAGES
from align.readers import READERS
from align.reports import REPORTS
from tests.conftest import ROOT

FLOORS = (
    "errors model values calendars files",
    "fingerprints lang readers seeds",
    "articles",
    "quantities",
    "search",
    "decisions scoring",
    "names neural",
    "formats page reports training",
    "engine",
    "checks",
    "knowledge selection",
    "baseline config silence",
    "evaluation",
    "memory",
    "corpus",
    "cli",
)
"""Bottom first; no import goes up, and none goes sideways but within one package."""
LOWER = {
    "lang": {"scoring.seeds"},
    "scoring": {"search.lattice"},
    "search": {"scoring.features", "scoring.weights"},
    "evaluation": {"formats.beads"},
}


def modules(folder: str) -> set[str]:
    return {path.stem for path in (ROOT / "align" / folder).glob("*.py") if path.stem != "__init__"}


@pytest.mark.parametrize(
    ("table", "folder", "shared"),
    [
        (
            {name.rsplit(".", 1)[1] for name in (*FORMATS.values(), *MEMORIES.values())},
            "formats",
            {"options", "parallel", "text", "tmx_reader"},
        ),
        (
            {name.rsplit(".", 1)[1] for name in READERS.values()},
            "readers",
            {"dates", "decoding", "matter", "names", "positions", "remarks", "tape"},
        ),
        (set(REPORTS), "reports", {"excerpt", "found", "look", "mqm", "totals", "view", "width"}),
        (
            {rule.replace("-", "_") for rule in RULES},
            "checks",
            {"article", "conflicts", "findings", "gaps", "matching", "missing", "naming", "opposed"},
        ),
        (
            set(COMMANDS),
            "cli",
            {"articles", "building", "checking", "delivering", "evaluating", "lazy", "ledger", "mutating", "options", "output", "parallel",
             "project", "running"},
        ),
        (set(tm.COMMANDS), "cli/memory", {"reading"}),
        (set(model.COMMANDS), "cli/models", {"told"}),
    ],
)
def test_table_and_folder(table: set[str], folder: str, shared: set[str]) -> None:
    assert table == modules(folder) - shared


@pytest.mark.parametrize("package", [*LANGUAGES.values(), "align.lang.other"])
def test_each_language_has_its_functions(package: str) -> None:
    for name in ("segments", "tokens", "mentions"):
        assert callable(getattr(import_module(f"{package}.{name}"), name))


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_checks_and_is_explained(rule: str) -> None:
    found = import_module(checks.module(rule))
    assert callable(found.check)
    assert rule == found.RULE
    assert "Bad: " in found.__doc__
    assert "Good: " in found.__doc__


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_writes(name: str) -> None:
    assert callable(import_module(FORMATS[name]).write)


@pytest.mark.parametrize("name", MEMORIES)
def test_each_memory_format_writes_units(name: str) -> None:
    assert callable(import_module(MEMORIES[name]).write_units)


def test_no_import_goes_up() -> None:
    floor = {part: k for k, parts in enumerate(FLOORS) for part in parts.split()}
    wrong = []
    for path in (ROOT / "align").rglob("*.py"):
        own = path.relative_to(ROOT / "align").with_suffix("").parts
        if own[0] == "__init__":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("align."):
                other = node.module.split(".")[1:]
                if (
                    other[0] != own[0]
                    and floor[other[0]] > floor[own[0]]
                    and ".".join(other[:2]) not in LOWER.get(own[0], ())
                ):
                    wrong.append(f"{'/'.join(own)} imports {'.'.join(other)}")
    assert not wrong


def test_every_package_is_installed() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "align").rglob("__init__.py")}
    assert listed == found | {"align.seeds"}


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from align.cli import cli; cli(['--help'], standalone_mode=False); "
        "print([m for m in ('numpy', 'lxml', 'ctranslate2', 'sentencepiece') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert shown.strip().endswith("[]")
    assert "evaluate" in shown


def test_aligning_needs_no_neural_engine() -> None:
    code = (
        "import sys; from align.cli import cli; cli(['pair', *sys.argv[1:], '--to', 'beads'], standalone_mode=False); "
        "assert 'ctranslate2' not in sys.modules and 'scipy' not in sys.modules"
    )
    demo = ROOT / "corpora" / "demo"
    subprocess.run(
        [sys.executable, "-c", code, demo / "treaty.ko.txt", demo / "treaty.en.txt"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )


def test_no_machine_paths() -> None:
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "align").rglob("*.py"),
        *(ROOT / "docs").glob("*.md"),
        ROOT / "Makefile",
        ROOT / ".ci" / "run",
    ]:
        text = Path(path).read_text(encoding="utf-8")
        assert "/work/" not in text, path
        assert "/home/" not in text, path
