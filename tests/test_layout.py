"""The tables against the folders, and the floors of the package."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from align.checks import RULES
from align.cli import COMMANDS, model, tm
from align.folders import Folder, Late
from align.formats import FORMATS
from align.lang import known, language, scripts
from align.lang import parts as parts_of
from align.readers import READERS
from align.reports import REPORTS
from tests.conftest import ROOT

FLOORS = (
    "errors files folders resources tags trees about",
    "values",
    "model bead_order translations",
    "lang",
    "readers formats articles",
    "engine names",
    "checks",
    "knowledge session",
    "triage reports page project",
    "memory corpus training evaluation",
    "__init__ api saving",
    "cli __main__",
)
"""Bottom first; no import goes up. DESIGN: what passes between two floors is a value of `model`."""


def parts() -> dict[str, Path]:
    """Module -> its file; a package is its __init__."""
    found = {}
    for path in (ROOT / "align").rglob("*.py"):
        name = ".".join(("align", *path.relative_to(ROOT / "align").with_suffix("").parts))
        found[name.removesuffix(".__init__")] = path
    return found


def imports(files: dict[str, Path]) -> dict[str, set[str]]:
    """Module -> the modules of the package that it imports, wherever in it, for types too."""
    found: dict[str, set[str]] = {}
    for name, path in files.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "align":
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    found.setdefault(name, set()).add(inner if inner in files else str(node.module))
            elif isinstance(node, ast.Import):
                found.setdefault(name, set()).update(alias.name for alias in node.names if alias.name in files)
    return found


def modules(folder: str) -> set[str]:
    return {path.stem for path in (ROOT / "align" / folder).glob("*.py") if path.stem != "__init__"}


@pytest.mark.parametrize(
    ("table", "folder", "shared"),
    [
        (
            set(FORMATS),
            "formats",
            {
                "article_codes",
                "code_ids",
                "options",
                "parallel",
                "states",
                "text",
                "tmx_codes",
                "tmx_reader",
                "tmx_units",
                "xliff_reader",
                "xml_stream",
                "xml_text",
            },
        ),
        (
            set(READERS),
            "readers",
            {
                "dates",
                "decoding",
                "file_names",
                "front_matter",
                "html_elements",
                "inline_codes",
                "language_words",
                "packed",
                "positions",
                "remarks",
                "text_builder",
                "unread",
            },
        ),
        (set(REPORTS), "reports", {"excerpt", "facts", "located", "options", "totals", "view", "width"}),
        (
            {rule.replace("-", "_") for rule in RULES},
            "checks/rules",
            set(),
        ),
        (
            set(COMMANDS),
            "cli",
            {
                "build_pairing",
                "build_summary",
                "check_cache",
                "check_changed",
                "check_fix",
                "check_inputs",
                "check_jobs",
                "check_output",
                "check_reports",
                "check_settings",
                "check_triage",
                "completing",
                "delivering",
                "evaluate_alignments",
                "evaluate_checks",
                "evaluate_mutations",
                "lazy",
                "ledger",
                "manual",
                "options",
                "parallel",
                "startup",
                "warnings",
            },
        ),
        (set(tm.COMMANDS), "cli/memory", {"reading"}),
        (set(model.COMMANDS), "cli/models", {"told"}),
    ],
)
def test_table_and_folder(table: set[str], folder: str, shared: set[str]) -> None:
    assert table == modules(folder) - shared


@pytest.mark.parametrize("code", [*sorted(known()), "is"])
def test_each_language_has_its_functions(code: str) -> None:
    for name in ("segments", "tokens", "mentions", "date_words"):
        assert callable(getattr(language(code), name))
    assert (language(code).folder == "base") == (code not in known())


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_checks(rule: str) -> None:
    assert callable(import_module(RULES[rule].module).check)


@pytest.mark.parametrize(
    ("folder", "attribute"),
    [(FORMATS, "FORMAT"), (READERS, "READER"), (REPORTS, "REPORT")],
    ids=["formats", "readers", "reports"],
)
def test_what_is_read_is_what_is_declared(folder: Folder[Any], attribute: str) -> None:
    for name, read in folder.items():
        module = import_module(f"{folder.package}.{name}")
        declared = getattr(module, attribute)
        for field in fields(read):
            value = getattr(read, field.name)
            value = getattr(module, value.name) if isinstance(value, Late) else value
            assert value == getattr(declared, field.name)


def test_no_import_goes_up() -> None:
    floor = {part: k for k, names in enumerate(FLOORS) for part in names.split()}

    def of(module: str) -> int:
        return floor[[*module.split("."), "__init__"][1]]

    allowed = {"align"}  # of which everybody may have the version
    wrong = [
        f"{module} imports {other}"
        for module, others in imports(parts()).items()
        for other in others - allowed
        if of(other) > of(module)
    ]
    assert not wrong


def test_no_import_goes_round() -> None:
    graph = {module: others - {"align"} for module, others in imports(parts()).items()}
    while graph:  # take away, again and again, what imports nothing that is left
        leaves = [module for module, others in graph.items() if not others & graph.keys()]
        assert leaves, sorted(graph)
        for module in leaves:
            del graph[module]


FORKS = (ast.If, ast.For, ast.While, ast.IfExp, ast.ExceptHandler, ast.comprehension, ast.match_case)
MOST = 30
"""Branches from which a function has several ideas in it; of a command each `and` and `or` counts too."""


def test_no_function_has_many_branches() -> None:
    wrong = []
    for module, path in parts().items():
        kinds = (*FORKS, ast.BoolOp) if module.startswith("align.cli") else FORKS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                branches = sum(isinstance(inner, kinds) for inner in ast.walk(node))
                if branches >= MOST:
                    wrong.append(f"{module}.{node.name}: {branches}")
    assert not wrong


def test_processes_are_spawned() -> None:
    """A fork of a process that has threads, numpy's or torch's, may never come back."""
    made = []
    for path in parts().values():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        made += [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("ProcessPoolExecutor")
        ]
    assert made
    assert all("get_context('spawn')" in map(ast.unparse, node.args) for node in made)


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


EAST_ASIAN = re.compile(f"[{''.join(script.letters for script in scripts.SCRIPTS if script.weight > 1)}]")
CODES = frozenset(known())


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each string in a file that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_languages_are_named_in_their_folders_alone() -> None:
    """Hangul, kana and Han, and the codes of the languages that are known, stand in lang/, seeds/ and tests."""
    found = {
        f"{path.relative_to(ROOT / 'align').as_posix()}:{line}: {text!r}"
        for path in (ROOT / "align").rglob("*.py")
        for line, text in literals(path)
        if (EAST_ASIAN.search(text) or text in CODES) and "lang" not in path.relative_to(ROOT / "align").parts[:1]
    }
    assert not found


def test_each_language_has_what_its_parts_are_asked_for() -> None:
    """A part of a language has every function and constant that its like in base has for others."""
    for name, asked in PARTS.items():
        for part in parts_of(name):
            lacking = [each for each in asked.split() if not hasattr(part, each)]
            assert not lacking, f"{part.__name__} has to define {', '.join(lacking)}"


PARTS = {
    "segments": "segments",
    "clauses": "clauses",
    "running_words": "VERBS OTHERS",
    "light_words": "is_light",
    "compounds": "compounds parts is_common is_noun",
    "phrases": "HEADS is_content noun_phrases is_verbal is_introduced is_pronoun is_anaphor kind generic bodies is_short",
    "tokens": "tokens",
    "mentions": "mentions",
    "date_words": "words clock",
    "restating": "restated",
    "figures": "figures",
    "forms": "forms headword",
    "terms": "pattern find",
    "boilerplate": "RIGHTS BYLINE NOTICE FURNITURE",
    "published": "PUBLISHED",
    "lists": "lists SMALL",
    "names": "heard spelt",
    "slips": "SLIPS",
    "polarity": "marks KNOWN",
    "roles": "kind facts titled offices",
}
"""Part -> what others ask of it."""
