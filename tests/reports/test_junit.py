"""JUnit XML: a test a rule, one failure each, nothing that a parser stumbles over."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from align.model import Finding, Report
from align.reports.options import Options
from tests.reports.sample import OPTIONS, RULES, pair, report, reports, written


def parsed(*found: Report, options: Options = OPTIONS) -> etree._Element:
    return etree.fromstring(written("junit", *found, options=options))


def case(root: etree._Element, rule: str) -> etree._Element:
    (found,) = root.iterfind(f".//testcase[@name='{rule}']")
    return found


def test_nothing_found_passes_a_test_for_each_rule() -> None:
    root = parsed(Report(pair(), (), (("names", 2),)))
    assert [found.get("name") for found in root.iter("testcase")] == [rule.id for rule in RULES]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == (str(len(RULES)), "0", "0")
    assert root.findtext("testsuite/system-out") == "checked 2 names"


def test_errors_and_warnings_fail_and_info_and_silenced_do_not() -> None:
    root = parsed(report())
    suite = root.find("testsuite")
    assert suite is not None
    assert suite.get("name") == "articles/ko/a.txt | articles/en/a.txt"
    assert suite.get("failures") == "4"
    failure = case(root, "date-conflict").find("failure")
    assert failure is not None
    assert failure.get("type") == "error"
    assert (failure.text or "").split("\n") == [
        "error: 지난달 30일 is 2024-10-30; the English says Oct. 3",
        "  articles/ko/a.txt:2:6: 지난달 30일",
        "  articles/en/a.txt:2:61: Oct. 3",
    ]
    assert case(root, "omission").findtext("system-out") == "info: a much abridged article"
    assert case(root, "name-drift").findtext("system-out") == "2 known or silenced"
    assert case(root, "unit-conflict").find("failure") is None


def test_several_findings_of_a_rule_are_one_failure_gravest_first() -> None:
    findings = [
        Finding("omission", severity, severity.upper(), None, None, 0, 1.0) for severity in ("info", "warning", "error")
    ]
    failure, *more = case(parsed(report(*findings)), "omission").iterfind("failure")
    assert not more
    assert failure.get("message") == "1 error, 1 warning: ERROR"
    assert (failure.text or "").split("\n") == ["error: ERROR", "warning: WARNING"]


def test_a_suite_a_pair_added_up() -> None:
    root = parsed(report(), report())
    assert [suite.get("failures") for suite in root.iter("testsuite")] == ["4", "4"]
    assert root.get("failures") == "8"


@given(st.lists(reports(), max_size=2))
def test_any_text(found: list[Report]) -> None:
    data = written("junit", *found, options=Options(rules=RULES))
    assert data == written("junit", *found, options=Options(rules=RULES))
    root = etree.fromstring(data)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", data.decode())
    assert len(root) == len(found)
    for suite in root:
        assert suite.get("tests") == str(len(list(suite.iter("testcase"))))
        assert suite.get("failures") == str(len(list(suite.iter("failure"))))
    failing = {(k, f.rule) for k, r in enumerate(found) for f in r.findings if f.severity != "info" and not f.silenced}
    assert len(list(root.iter("failure"))) == len(failing)
