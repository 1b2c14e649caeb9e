"""GitLab's code quality report: what GitLab asks of an issue, no two of one fingerprint, what was not checked."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from align.model import Report
from align.reports.options import Failed
from tests.reports.sample import OPTIONS, TEXT, report, reports, written


def test_the_sample() -> None:
    first, *rest = json.loads(written("gitlab", report()))
    assert first == {
        "description": "지난달 30일 is 2024-10-30; the English says Oct. 3",
        "check_name": "date-conflict",
        "fingerprint": first["fingerprint"],
        "severity": "critical",
        "location": {"path": "articles/en/a.txt", "lines": {"begin": 2}},
    }
    assert [each["severity"] for each in rest] == ["critical", "minor", "minor", "info"]  # no silenced one
    assert rest[2]["location"] == {"path": "articles/ko/a.txt", "lines": {"begin": 4}}
    assert rest[3]["location"] == {"path": "articles/en/a.txt", "lines": {"begin": 1}}


def test_two_articles_of_one_name_are_two() -> None:
    options = replace(OPTIONS, paths=(("a/ko.txt", "a/en.txt"), ("b/ko.txt", "b/en.txt")))
    found = json.loads(written("gitlab", report(), report(), options=options))
    assert len({each["fingerprint"] for each in found}) == len(found)


def test_what_was_not_checked_is_a_blocker() -> None:
    options = replace(OPTIONS, failed=(Failed("b.en.txt", "b.en.txt: no such file"), Failed("", "terms.tsv: damaged")))
    first, second = json.loads(written("gitlab", options=options))
    assert (first["severity"], first["check_name"], first["location"]["path"]) == ("blocker", "not-checked", "b.en.txt")
    assert second["location"]["path"] == "align.toml"


@given(found=st.lists(reports(), max_size=2), path=TEXT)
def test_any_text(found: list[Report], path: str) -> None:
    for each in json.loads(written("gitlab", *found, options=replace(OPTIONS, paths=((path, path),)))):
        assert each.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["location"]["lines"]["begin"] >= 1
