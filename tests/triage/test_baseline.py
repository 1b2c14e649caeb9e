"""Baselines: known findings stay known wherever they move to, and stale entries are told."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.checks import RULES
from align.errors import FormatError
from align.triage.baseline import REASON, SCHEMA, Entry, apply, entries, read, refreshed, stale, write
from tests.reports.sample import pair, report, sample

PAIR = "ko/a.txt", "en/a.txt"
OTHER = "ko/b.txt", "en/b.txt"


def written(known: frozenset[Entry]) -> bytes:
    out = io.BytesIO()
    write(known, out)
    return out.getvalue()


def test_what_is_written_silences() -> None:
    first = report()
    known = entries([(PAIR, first)])
    assert len(known) == 5  # two of the seven have another silence
    again = apply(first, PAIR, read(written(known), "known.json"))
    assert all(finding.silenced for finding in again.findings)
    assert [f.silenced for f in again.findings].count(REASON) == 5
    assert stale(known, [(PAIR, again)], RULES) == []


def test_another_pair_has_its_own() -> None:
    assert apply(report(), OTHER, entries([(PAIR, report())])) == report()


def test_a_renumbered_finding_stays_known() -> None:
    first = report()
    moved = replace(first, findings=tuple(replace(f, bead=f.bead + 1) for f in first.findings[1:]))
    assert all(f.silenced for f in apply(moved, PAIR, entries([(PAIR, first)])).findings)


def test_a_new_finding_is_news() -> None:
    known = entries([(PAIR, report(*sample(pair())[:1]))])
    after = apply(report(), PAIR, known).findings
    assert [f.silenced for f in after[:3]] == [REASON, "", ""]


def test_what_is_gone_is_stale_unless_it_was_not_looked_at() -> None:
    known = entries([(PAIR, report())])
    clean = replace(report(), findings=())
    assert stale(known, [(PAIR, clean)], RULES) == sorted(known)
    assert {e.rule for e in stale(known, [(PAIR, clean)], ["omission"])} == {"omission"}
    assert stale(known, [(OTHER, clean)], RULES) == []


def test_refreshing_keeps_what_was_not_looked_at() -> None:
    known = entries([(PAIR, report()), (OTHER, report())])
    clean = replace(report(), findings=())
    assert {e.pair for e in refreshed(known, [(PAIR, clean)], RULES)} == {OTHER}
    assert {e.rule for e in refreshed(known, [(PAIR, clean)], ["omission"]) if e.pair == PAIR} == {
        "date-conflict", "number-conflict", "name-drift",
    }  # fmt: skip


def test_a_finding_a_line_and_always_the_same_bytes() -> None:
    known = entries([(OTHER, report()), (PAIR, report())])
    data = written(known)
    assert len(data.splitlines()) == len(known) + 2
    assert data == written(frozenset(sorted(known, reverse=True)))
    assert written(read(data, "known.json")) == data
    assert "지난달 30일 is 2024-10-30".encode() in data
    assert read(written(frozenset()), "known.json") == frozenset()


TEXT = st.text(max_size=20)


@given(st.frozensets(st.builds(Entry, st.tuples(TEXT, TEXT), TEXT, TEXT, TEXT), max_size=5))
def test_round_trip(known: frozenset[Entry]) -> None:
    plain = frozenset(
        Entry(*(tuple(map(_utf8, e.pair)), *map(_utf8, (e.rule, e.fingerprint, e.text)))) for e in known  # type: ignore[arg-type]
    )  # fmt: skip
    assert read(written(plain), "known.json") == plain


def _utf8(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "known.json:1: not JSON"),
        (b'{"schema":\n', "known.json:2: not JSON"),
        (b"\xff", "known.json: not UTF-8"),
        (b"[]", "known.json: not a baseline"),
        (b'{"schema": "align/1"}', "known.json: a baseline of schema align/1 (this program reads align-baseline/1)"),
        (f'{{"schema": "{SCHEMA}"}}'.encode(), 'known.json: damaged: "findings"'),
        (
            f'{{"schema": "{SCHEMA}", "findings": [{{"rule": "omission"}}]}}'.encode(),
            "known.json: findings[0]: damaged",
        ),
        (b"[" * 100_000, "known.json: not a baseline"),
    ],
)
def test_what_is_no_baseline(data: bytes, says: str) -> None:
    with pytest.raises(FormatError) as error:
        read(data, "known.json")
    assert str(error.value).startswith(says)
