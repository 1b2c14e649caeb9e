"""A small report to write: what rules find, made by hand; and reports of any text."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from align.checks import SEVERITIES
from align.checks.rule import Rule
from align.model import Alignment, Bead, Document, Finding, Place, Report
from align.readers.positions import line_starts
from align.reports import REPORTS
from align.reports.options import Options
from tests.conftest import document

KO = (
    "대표단, 다음 달 방문",
    '대변인은 지난달 30일 강나루 장관이 오슬로를 찾아 관계자들을 만났다고 밝혔다. 이어 "두 나라가 내년 상반기까지 공동 사무소를 열기로 했다"고 덧붙였다.',
    "회의에는 1만5000명이 참석했다.",
    "다음 회의는 봄에 열린다.",
)
EN = (
    "Delegation to visit next month",
    "A spokesperson said Minister Kang Na-ru had visited Oslo on Oct. 3 and met officials there, adding that both sides had agreed to open a joint office by the first half of next year.",
    "Some 150,000 people attended the meeting, Gang Na-ru said.",
)
RULES = (
    Rule("name-drift", "One person spelled two ways.\n\nBad:  a\nGood: b", "warning"),
    Rule(
        "date-conflict",
        "Two dates that cannot be the same.\n\nBad:  5월 3일 | May 4\nGood: 5월 3일 | May 3",
        "error",
        mqm="Accuracy/Mistranslation",
    ),
    Rule("number-conflict", "Two numbers that cannot be equal.", "error"),
    Rule("omission", "Korean that is not in the English.", "warning"),
    Rule("unit-conflict", "Two units.", "error"),
)
OPTIONS = Options(paths=(("articles/ko/a.txt", "articles/en/a.txt"),), rules=RULES)


def lined(lines: list[str], lang: str, name: str) -> Document:
    """A document that knows where the lines of its file begin."""
    plain = document(lines, lang, name)
    return replace(plain, file_lines=line_starts(plain.text))


def written(report: str, *reports: Report, options: Options = OPTIONS) -> bytes:
    """The bytes of a report."""
    out = io.BytesIO()
    REPORTS[report].write(reports, out, options)
    return out.getvalue()


def place(document: Document, text: str) -> Place:
    """Where the first `text` is in a document."""
    start = document.text.index(text)
    segment = next(k for k, s in enumerate(document.segments) if s.start <= start < s.end)
    return Place(segment, start, start + len(text))


def report(*findings: Finding, dated: bool = False) -> Report:
    """The report of the sample pair with `findings`, else with one of each kind."""
    alignment = pair(dated)
    return Report(
        alignment,
        findings or tuple(sample(alignment)),
        (("names", 1), ("dates", 12), ("numbers", 40), ("dates unresolved", 3)),
    )


def pair(dated: bool = False) -> Alignment:
    """The sample pair, a sentence a line."""
    source, target = lined(list(KO), "ko", "a.ko.txt"), lined(list(EN), "en", "a.en.txt")
    if dated:
        source = replace(source, date=date(2024, 11, 5))
    beads = tuple(Bead((k,), (k,) if k < len(EN) else (), 0.9) for k in range(len(KO)))
    return Alignment(source, target, beads, "align-toolkit 0; engine test")


def sample(alignment: Alignment) -> list[Finding]:
    """An error, a warning, an info, one side only on either side, the whole pair, and a silenced one of each kind."""
    ko, en = alignment.source, alignment.target
    return [
        Finding("date-conflict", "error", "지난달 30일 is 2024-10-30; the English says Oct. 3", place(ko, "지난달 30일"), place(en, "Oct. 3"), 1, 0.97, "Oct. 30", "2024-10-30"),
        Finding("number-conflict", "error", "15,000 and 150,000: ten times as many", place(ko, "1만5000명"), place(en, "150,000 people"), 2, 0.9123456, "15,000 people", "15000"),
        Finding("name-drift", "warning", "강나루 is Kang Na-ru elsewhere", None, place(en, "Gang Na-ru"), 2, 0.8),
        Finding("omission", "warning", "not in the English", place(ko, "다음 회의는 봄에 열린다."), None, 3, 0.7),
        Finding("omission", "info", "a much abridged article", None, None, 0, 0.5),
        Finding("name-drift", "warning", "house style", None, place(en, "Minister"), 1, 0.8, silenced="align.toml: house style"),
        Finding("name-drift", "warning", "wanted so", None, place(en, "Oslo"), 1, 0.8, silenced="inline: a town"),
    ]  # fmt: skip


TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("가힣ᄀ\u1161e\u0301\x00\x1b\x07\x85\u2028\u202e\r\n|<>&]](1)::%,\"'`#[\ufffe🦊日"),
    ),
    max_size=60,
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report over any text, with findings anywhere in it."""
    sides = [lined(draw(st.lists(TEXT, min_size=1, max_size=3)), lang, draw(TEXT)) for lang in ("ko", "en")]
    findings = []
    for _ in range(draw(st.integers(0, 4))):
        places = []
        for side in sides:
            start, end = sorted((draw(st.integers(0, len(side.text))), draw(st.integers(0, len(side.text)))))
            places.append(draw(st.sampled_from([None, Place(0, start, end)])))
        findings.append(
            Finding(draw(st.sampled_from([rule.id for rule in RULES])), draw(st.sampled_from(SEVERITIES)), draw(TEXT), *places, 0, draw(st.floats(0, 1)), draw(TEXT), draw(TEXT), draw(st.sampled_from(["", "", "baseline"]) | TEXT))
        )  # fmt: skip
    return Report(Alignment(*sides, (Bead((0,), (0,)),), draw(TEXT)), tuple(findings), (("names", 1),))
