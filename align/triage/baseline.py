"""The findings that a project has already: known ones are no news, and what is no longer found is reported.

A finding is known by its pair and fingerprint, never by its place.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import IO, Any

from align.errors import FormatError
from align.files import json_value
from align.model import Report
from align.triage.fingerprints import fingerprints

SCHEMA = "align-baseline/1"
REASON = "baseline"
"""What silences a known finding (Finding.silenced)."""
LONGEST = 100
"""Characters of the text that people read."""
CANDIDATES = 3
"""Pairs that are looked at as what a pair has become, those with the most findings in the same words first."""
ADVICE = "write it again with --write-baseline"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding."""

    pair: tuple[str, str]
    """Paths of source and target, relative to the baseline's folder."""
    rule: str
    fingerprint: str
    text: str = ""
    """Its message, shortened, for people."""


def read(data: bytes, name: str) -> frozenset[Entry]:
    """The entries of a baseline file; FormatError says what is wrong with one that is none of ours."""
    value = json_value(data, name, "a baseline", ADVICE)
    if not isinstance(value, dict) or "schema" not in value:
        raise FormatError(name, "not a baseline", f'it has no "schema": "{SCHEMA}"')
    if value["schema"] != SCHEMA:
        raise FormatError(name, f"a baseline of schema {value['schema']}", f"this program reads {SCHEMA}")
    if not isinstance(value.get("findings"), list):
        raise FormatError(name, 'damaged: "findings" has to be a list', ADVICE)
    return frozenset(_entry(item, f"{name}: findings[{k}]") for k, item in enumerate(value["findings"]))


def _entry(value: Any, where: str) -> Entry:
    match value:
        case {"fingerprint": str(fingerprint), "rule": str(rule), "pair": [str(source), str(target)]}:
            return Entry((source, target), rule, fingerprint, str(value.get("text", "")))
    raise FormatError(where, 'damaged: a finding has a "fingerprint", a "rule" and a "pair" of two paths', ADVICE)


def write(entries: Iterable[Entry], out: IO[bytes]) -> None:
    """The entries in order, one a line; the same entries give the same bytes."""
    lines = [
        json.dumps({"fingerprint": e.fingerprint, "rule": e.rule, "pair": e.pair, "text": e.text}, ensure_ascii=False)
        for e in sorted(entries)
    ]
    body = "".join(f"\n  {line}," for line in lines).removesuffix(",")
    out.write(f'{{"schema": "{SCHEMA}", "findings": [{body}\n]}}\n'.encode("utf-8", "replace"))


def apply(report: Report, pair: tuple[str, str], entries: Collection[Entry]) -> Report:
    """`report` with its known findings silenced."""
    known = {(e.pair, e.fingerprint) for e in entries}
    findings = tuple(
        replace(finding, silenced=REASON) if (pair, key) in known and not finding.silenced else finding
        for finding, key in zip(report.findings, fingerprints(report), strict=True)
    )
    return replace(report, findings=findings)


def entries(reports: Sequence[tuple[tuple[str, str], Report]]) -> frozenset[Entry]:
    """What a new baseline has of these pairs: the findings that nothing else silences."""
    return frozenset(
        Entry(pair, finding.rule, key, _short(finding.message))
        for pair, report in reports
        for finding, key in zip(report.findings, fingerprints(report), strict=True)
        if finding.silenced in ("", REASON)
    )


def stale(
    known: Collection[Entry], reports: Sequence[tuple[tuple[str, str], Report]], rules: Collection[str]
) -> list[Entry]:
    """The entries of the pairs and rules that were checked which are not found any more, in order."""
    found: Mapping[tuple[str, str], set[str]] = {pair: set() for pair, _ in reports}
    for pair, report in reports:
        found[pair].update(fingerprints(report))
    return sorted(e for e in known if e.rule in rules and e.pair in found and e.fingerprint not in found[e.pair])


def refreshed(
    known: Collection[Entry],
    reports: Sequence[tuple[tuple[str, str], Report]],
    rules: Collection[str],
    gone: Collection[tuple[str, str]] = (),
) -> frozenset[Entry]:
    """The entries after a run: new ones of what was checked, the old ones of all other pairs and rules but those that are `gone`."""
    pairs = {pair for pair, _ in reports}
    kept = (e for e in known if e.pair not in pairs or e.rule not in rules)
    return entries(reports) | {e for e in kept if e.pair not in gone}


def followed(
    known: Collection[Entry],
    reports: Sequence[tuple[tuple[str, str], Report]],
    gone: Collection[tuple[str, str]],
) -> frozenset[Entry]:
    """The entries, those of a pair that is `gone` under the pair that it has become.

    That is a pair of which nothing is known yet, and which under the old names has more than half of the old findings; two of
    them at least, or one side is called as before.
    """
    before = {e.pair for e in known}
    fresh = {pair: report for pair, report in reports if pair not in before}
    alike: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for pair, report in fresh.items():
        for finding in report.findings:
            alike.setdefault((finding.rule, _short(finding.message)), set()).add(pair)
    found = {*known}
    for old in sorted(before & {*gone}):
        own = sorted(e for e in known if e.pair == old)
        votes = Counter(pair for e in own for pair in sorted(alike.get((e.rule, e.text), ())))
        for new, _ in votes.most_common(CANDIDATES):
            keys = _renamed(fresh[new], old)
            matched = sum(e.fingerprint in keys for e in own)
            if new in fresh and 2 * matched > len(own) and (matched > 1 or _name_kept(old, new)):
                found.difference_update(own)
                found |= {replace(e, pair=new, fingerprint=keys.get(e.fingerprint, e.fingerprint)) for e in own}
                del fresh[new]
                for pairs in alike.values():
                    pairs.discard(new)
                break
    return frozenset(found)


def _renamed(report: Report, old: tuple[str, str]) -> dict[str, str]:
    """What its findings would be known by under other files -> what they are known by."""
    a = report.alignment
    names = [path.rsplit("/", 1)[-1] for path in old]
    other = replace(a, source=replace(a.source, name=names[0]), target=replace(a.target, name=names[1]))
    return dict(zip(fingerprints(replace(report, alignment=other)), fingerprints(report), strict=True))


def _name_kept(old: tuple[str, str], new: tuple[str, str]) -> bool:
    return any(a.rsplit("/", 1)[-1] == b.rsplit("/", 1)[-1] for a, b in zip(old, new, strict=True))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"
