"""How much of what is wrong the checks find, and how often they cry without cause.

Recall counts errors and warnings only, of a rule that fits the type, on the planted words (an omission: on the source's
sentence). On a pair without errors every error and warning is false, but an omission or addition on a null bead of the
gold is right. Gold's translations are clean by the word of their author; other text has defects of its own, which count
as false alarms here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from align.bead_order import ordered
from align.evaluation.edits import Span, places
from align.evaluation.gold import Gold
from align.evaluation.metrics import nulls
from align.evaluation.planted import RULES, Planted
from align.lang.base.boilerplate import boilerplate
from align.model import Alignment, Bead, Document, Finding, Place, Report
from align.session import Session

GAPS = {"omission": "source", "addition": "target"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A pair with its report and where the gold's lines lie in the documents."""

    gold: Gold
    report: Report
    source: tuple[Span, ...]
    target: tuple[Span, ...]

    def alarms(self) -> tuple[Finding, ...]:
        """The errors and warnings."""
        return tuple(f for f in self.report.findings if f.severity in ("error", "warning"))

    def gaps(self) -> list[tuple[str, Span, bool]]:
        """The gold's null segments: side, place, and whether a finding is wanted (boilerplate and blank lines need none)."""
        found = []
        for side, i in sorted(nulls(self.gold.beads), key=str):
            start, end = getattr(self, side)[i]
            text = getattr(self.report.alignment, side).text[start:end].strip()
            found.append((side, (start, end), any(map(str.isalnum, text)) and not boilerplate(text)))
        return found

    def words(self) -> int:
        """Words between spaces, of the side that has more: English of Korean and English, Korean of Korean and Japanese."""
        return max(sum(len(line.split()) for line in side) for side in (self.gold.source, self.gold.target))


def checked(session: Session, gold: Gold, *, running: bool, own: bool = True, proposed: bool = False) -> Checked:
    """`gold` checked on its running text or on its lines, aligned by `session` (`own`) or as the gold says, which takes lines.

    `proposed`: its findings are as the rules say them.
    """
    source, target = gold.running() if running and own else gold.lines()
    alignment = session.align(source, target, paragraphs=running) if own else _given(source, target, gold)
    report = session.report(alignment, proposed=proposed)
    return Checked(gold, report, places(source.text, gold.source), places(target.text, gold.target))


def _given(source: Document, target: Document, gold: Gold) -> Alignment:
    single = [
        bead
        for a, b in gold.beads
        for bead in ([Bead(a, b)] if a and b else [*(Bead((i,), ()) for i in a), *(Bead((), (j,)) for j in b)])
    ]
    return Alignment(source, target, tuple(ordered(single)), "gold")


def touches(place: Place | None, span: Span) -> bool:
    """Whether a finding's place shares a character with a span."""
    return place is not None and place.start < span[1] and span[0] < place.end


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted; scores add up."""

    words: int = 0
    found: Counter[str] = field(default_factory=Counter)
    """Planted errors found, by type."""
    planted: Counter[str] = field(default_factory=Counter)
    misses: tuple[tuple[Checked, Planted], ...] = ()
    false: tuple[tuple[Checked, Finding], ...] = ()
    """False alarms on pairs without errors."""
    beside: tuple[tuple[Checked, Finding], ...] = ()
    """Alarms on pairs with planted errors, away from them."""
    gap_alarms: int = 0
    """Omissions and additions found on pairs without errors; those of a much abridged article are infos."""
    gap_right: int = 0
    """Of these on null beads of the gold."""
    gaps: int = 0
    """Null beads of the gold that want an alarm."""
    gaps_found: int = 0
    gap_misses: tuple[tuple[Checked, str, Span], ...] = ()
    told: tuple[tuple[Finding, bool], ...] = ()
    """Findings on pairs with and without errors, and whether they are right; those that are neither left out."""

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def per_thousand(self) -> float:
        """False alarms per 1,000 words."""
        return 1000 * len(self.false) / max(1, self.words)


def clean(pair: Checked) -> Score:
    """The score of a pair without errors."""
    gaps = pair.gaps()
    told = [f for f in pair.report.findings if f.rule in GAPS]
    right = [f for f in told if on_gap(f, gaps)]
    missed = [
        (side, span)
        for side, span, wanted in gaps
        if wanted and not any(GAPS[f.rule] == side and touches(getattr(f, side), span) for f in right)
    ]
    wanted = sum(wanted for _, _, wanted in gaps)
    return Score(
        words=pair.words(),
        false=tuple((pair, f) for f in pair.alarms() if f not in right),
        gap_alarms=len(told),
        gap_right=len(right),
        gaps=wanted,
        gaps_found=wanted - len(missed),
        gap_misses=tuple((pair, side, span) for side, span in missed),
    )


def faulty(pair: Checked, errors: Iterable[Planted]) -> Score:
    """The score of a pair with planted errors."""
    found: Counter[str] = Counter()
    every: Counter[str] = Counter()
    misses = []
    known: list[Finding] = []
    for error in errors:
        every[error.type] += 1
        here = [f for f in pair.alarms() if on(pair, f, error)]
        known += here
        if any(f.rule in RULES.get(error.type, ()) for f in here):  # of a type that no rule claims none is found
            found[error.type] += 1
        else:
            misses.append((pair, error))
    gaps = pair.gaps()
    beside = tuple((pair, f) for f in pair.alarms() if f not in known and not (f.rule in GAPS and on_gap(f, gaps)))
    return Score(found=found, planted=every, misses=tuple(misses), beside=beside)


def on(pair: Checked, finding: Finding, error: Planted) -> bool:
    """Whether a finding is on the words of a planted error; for an omission on the sentence of the source."""
    if error.target is None:
        return touches(finding.source, pair.source[error.source])
    start = pair.target[error.target][0]
    return touches(finding.target, (start + error.span[0], start + error.span[1]))


def on_gap(finding: Finding, gaps: Iterable[tuple[str, Span, bool]]) -> bool:
    """Whether a finding is an omission or addition on a null of the gold."""
    side = GAPS.get(finding.rule, "")
    return any(side == of and touches(getattr(finding, side), span) for of, span, _ in gaps)
