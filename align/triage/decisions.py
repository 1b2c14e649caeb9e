"""What a reader has decided: beads that hold, and findings that are wrong.

Everything is named by its content, never by a number, so that it outlives edits elsewhere in the articles.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any
from unicodedata import normalize

from align.bead_order import ordered
from align.errors import FormatError
from align.files import json_value
from align.model import Alignment, Bead, Document, Report
from align.triage.fingerprints import fingerprints

SCHEMA = "align-decisions/1"
BEGINS = 24
"""Characters of a segment that are written for the people who read the file."""
ADVICE = "save it again from the page"


@dataclass(frozen=True, slots=True)
class Name:
    """A segment by its text."""

    hash: str
    occurrence: int = 1
    """Which one of several that are alike."""
    begins: str = field(default="", compare=False)
    """Its first words, for people."""


@dataclass(frozen=True, slots=True)
class Held:
    """A bead that a reader has decided on."""

    source: tuple[Name, ...]
    target: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A finding that a reader has marked as wrong."""

    fingerprint: str
    rule: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """What is decided on one article pair."""

    source: str
    target: str
    beads: tuple[Held, ...] = ()
    findings: tuple[Wrong, ...] = ()

    def about(self, alignment: Alignment) -> bool:
        """Whether these are decisions on that pair, by the names of its files."""
        return (self.source, self.target) == (alignment.source.name, alignment.target.name)


@dataclass(frozen=True, slots=True)
class Decisions:
    """A decisions file: its name, and what it decides on each pair."""

    name: str
    pairs: tuple[Pair, ...]

    def on(self, alignment: Alignment) -> list[Pair]:
        """What is decided on the pair of `alignment`; [] where the file has nothing on it."""
        return [pair for pair in self.pairs if pair.about(alignment)]


def names(document: Document) -> tuple[Name, ...]:
    """The name of each segment: white space and the composition of letters make no difference to it."""
    seen: Counter[str] = Counter()
    found = []
    for segment in document.texts():
        plain = " ".join(normalize("NFC", segment).split())
        key = sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]
        seen[key] += 1
        found.append(Name(key, seen[key], plain if len(plain) <= BEGINS else plain[: BEGINS - 1].rstrip() + "…"))
    return tuple(found)


def apply(alignment: Alignment, decisions: Decisions) -> tuple[Alignment, list[str]]:
    """`alignment` with the beads that are decided, each of confidence 1, and a note for each decision that is stale.

    The other beads stay as they are; where a decision took some segments of one, what is left of it is still a bead if
    it has both sides, else nulls. Applying twice is applying once.
    """
    pairs = decisions.on(alignment)
    if not pairs:
        has = "; ".join(f"{pair.source} and {pair.target}" for pair in decisions.pairs[:3]) or "no pair"
        about = f"{alignment.source.name} and {alignment.target.name}"
        return alignment, [f"{decisions.name}: nothing is decided on {about} (the file is about {has})"]
    where = [{name: i for i, name in enumerate(names(d))} for d in (alignment.source, alignment.target)]
    sources: set[int] = set()
    targets: set[int] = set()
    found: list[Bead] = []
    notes = []
    for held in (held for pair in pairs for held in pair.beads):
        left, right = ([w.get(n, -1) for n in side] for w, side in zip(where, (held.source, held.target), strict=True))
        if -1 in left:
            notes.append(_stale(decisions, held.source[left.index(-1)], alignment.source))
        elif -1 in right:
            notes.append(_stale(decisions, held.target[right.index(-1)], alignment.target))
        elif not sources.isdisjoint(left) or not targets.isdisjoint(right):
            notes.append(
                f"{decisions.name}: {_quoted((*held.source, *held.target)[0])} is decided twice; the first holds"
            )
        else:
            found += _whole(left, right, 1.0)
            sources.update(left)
            targets.update(right)
    for bead in alignment.beads:
        left, right = [i for i in bead.source if i not in sources], [j for j in bead.target if j not in targets]
        if (len(left), len(right)) == (len(bead.source), len(bead.target)):
            found.append(bead)
        else:
            found += _whole(left, right, bead.confidence)
    return replace(alignment, beads=tuple(ordered(found))), notes


def _stale(decisions: Decisions, name: Name, document: Document) -> str:
    return f"{decisions.name}: a decision is stale: {_quoted(name)} is not in {document.name} any more (decide again in the page)"


def _quoted(name: Name) -> str:
    return f"“{name.begins}”" if name.begins else f"segment {name.hash}"


def _whole(source: list[int], target: list[int], confidence: float) -> Iterator[Bead]:
    """One bead, or a null for each segment where one side is empty."""
    if source and target:
        yield Bead(tuple(sorted(source)), tuple(sorted(target)), confidence)
    else:
        yield from (Bead((i,), (), confidence) for i in source)
        yield from (Bead((), (j,), confidence) for j in target)


def silence(report: Report, decisions: Decisions) -> Report:
    """`report` with the findings that are marked as wrong silenced: "decisions: reason", or "decisions" without one."""
    wrong = {w.fingerprint: w for pair in decisions.on(report.alignment) for w in pair.findings}
    findings = tuple(
        replace(finding, silenced=f"decisions: {wrong[key].reason}" if wrong[key].reason else "decisions")
        if key in wrong and not finding.silenced
        else finding
        for finding, key in zip(report.findings, fingerprints(report), strict=True)
    )
    return replace(report, findings=findings)


def read(data: bytes, name: str) -> Decisions:
    """The decisions of a file: an object or, about several pairs, a list of them; FormatError says what is wrong."""
    value = json_value(data, name, "a decisions file", ADVICE)
    return Decisions(name, tuple(_pair(item, name) for item in (value if isinstance(value, list) else [value])))


def _pair(value: Any, where: str) -> Pair:
    if not isinstance(value, dict) or "schema" not in value:
        raise FormatError(where, "not a decisions file", f'it has no "schema": "{SCHEMA}"')
    if value["schema"] != SCHEMA:
        raise FormatError(where, f"decisions of schema {value['schema']}", f"this program reads {SCHEMA}")
    match _list(value, "pair", where):
        case [str(source), str(target)]:
            beads = tuple(_held(bead, f"{where}: beads[{k}]") for k, bead in enumerate(_list(value, "beads", where)))
            wrong = tuple(_wrong(f, f"{where}: findings[{k}]") for k, f in enumerate(_list(value, "findings", where)))
            return Pair(source, target, beads, wrong)
    raise _damaged(where, '"pair" has to be the names of the two articles')


def _damaged(where: str, what: str) -> FormatError:
    return FormatError(where, f"damaged: {what}", ADVICE)


def _list(value: Any, key: str, where: str) -> list[Any]:
    found = value.get(key) if isinstance(value, dict) else None
    if not isinstance(found, list):
        raise _damaged(where, f'"{key}" has to be a list')
    return found


def _held(value: Any, where: str) -> Held:
    source, target = (
        tuple(_name(name, f"{where}.{side}") for name in _list(value, side, where)) for side in ("source", "target")
    )
    if (not source and not target) or len(set(source)) < len(source) or len(set(target)) < len(target):
        raise _damaged(where, "a bead holds segments, each once")
    return Held(source, target)


def _name(value: Any, where: str) -> Name:
    match value:
        case {"hash": str(key)}:
            occurrence, begins = value.get("occurrence", 1), value.get("begins", "")
            if type(occurrence) is int and occurrence > 0 and isinstance(begins, str):
                return Name(key, occurrence, begins)
    raise _damaged(where, 'a segment has a "hash", and "begins" and "occurrence" where they are needed')


def _wrong(value: Any, where: str) -> Wrong:
    match value:
        case {"fingerprint": str(key)}:
            rule, reason = value.get("rule", ""), value.get("reason", "")
            if isinstance(rule, str) and isinstance(reason, str):
                return Wrong(key, rule, reason)
    raise _damaged(where, 'a finding has a "fingerprint", a "rule" and a "reason"')


def text(pair: Pair) -> str:
    """The decisions on one pair as a file has them, a bead and a finding a line."""
    beads = [{"source": _names(held.source), "target": _names(held.target)} for held in pair.beads]
    wrong = [{"fingerprint": w.fingerprint, "rule": w.rule, "reason": w.reason} for w in pair.findings]
    return (
        f'{{"schema": {_dump(SCHEMA)},\n "pair": {_dump([pair.source, pair.target])},\n'
        f' "beads": {_lines(beads)},\n "findings": {_lines(wrong)}}}\n'
    )


def _names(names: tuple[Name, ...]) -> list[dict[str, Any]]:
    return [
        {"hash": n.hash, "begins": n.begins} | ({"occurrence": n.occurrence} if n.occurrence > 1 else {}) for n in names
    ]


def _lines(rows: Sequence[object]) -> str:
    return "[" + ",".join(f"\n  {_dump(row)}" for row in rows) + "]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))  # as the page writes it
