"""What would repair a finding: the exact words for the exact place, where that is safe to say.

A figure, a unit, a date or a weekday is written as the source has it, in the notation that the translation uses. Each replacement is
tried before it is offered: the article with it is checked again, and it has to take its finding away and to bring no other. Names
are never replaced, since which of two is right is a guess; nor is a date beside a weekday, of which either may be the slip.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from align.checks.compare.conflicts import Conflict
from align.checks.context import Article, read
from align.checks.slips import findings
from align.checks.value_findings import words
from align.lang import language
from align.lang.scripts import unspaced
from align.model import Document, Finding, Mention, Place, Replacement, Report, Segment
from align.values import Quantity, When

RULES = frozenset({"date-conflict", "weekday-conflict", "number-conflict", "unit-conflict"})
"""Rules whose findings say what should stand there."""
LOOKED = RULES | {"date-missing", "number-missing", "code-conflict"}
"""Those that a figure or a date in other words may concern: what else is said of the article stays as it is."""
FIGURE = re.compile(r"(\d[\d,.]*)")
"""The digits of a quantity in words."""
MOST, SINGLY = 20, 6
"""Findings of an article up to which all are tried at once, and one by one where that fails, since each try is a check. Where there
are more, what is wrong is not a slip here and there."""


def repaired(report: Report, article: Article, rules: Collection[str]) -> Report:
    """`report`, which is that of `article` by `rules`, with the replacements that hold."""
    conflicts = {(c.source.start, c.target.start): c for c in article.conflicts}
    offered = {
        number: [*_offered(article, finding, conflicts[_key(finding)])]
        for number, finding in enumerate(report.findings)
        if finding.rule in RULES and finding.severity != "info" and _key(finding) in conflicts
    }
    offered = {number: some for number, some in offered.items() if some}
    if not offered or len(offered) > MOST:
        return report
    hold = partial(_hold, article, report.findings, rules)
    first = {number: some[0] for number, some in offered.items()}
    chosen: dict[int, Replacement | None] = {**first}
    if not hold(first):  # mostly all do, and one look at the article is enough
        if len(offered) > SINGLY:
            return report
        chosen = {number: next((c for c in some if hold({number: c})), None) for number, some in offered.items()}
    told = (replace(f, replacement=chosen[n]) if n in chosen else f for n, f in enumerate(report.findings))
    return replace(report, findings=tuple(told))


def applied(text: str, replacements: Iterable[Replacement]) -> str:
    """`text` with the replacements, none of which touches another."""
    parts, end = [], 0
    for start, stop, new in sorted(replacements):
        parts += [text[end:start], new]
        end = stop
    return "".join([*parts, text[end:]])


def _key(finding: Finding) -> tuple[int, int]:
    """Where its two sides begin, -1 for one that it lacks."""
    return (finding.source.start if finding.source else -1, finding.target.start if finding.target else -1)


def _offered(article: Article, finding: Finding, conflict: Conflict) -> Iterator[Replacement]:
    """What may repair a finding, the likeliest first."""
    document, target = article.alignment.target, conflict.target
    for text in dict.fromkeys(_texts(document, finding, conflict)):
        if text and text != target.text and _free(document.text, target, text):
            yield Replacement(target.start, target.end, text)


def _texts(document: Document, finding: Finding, conflict: Conflict) -> Iterator[str]:
    a, b = conflict.source.value, conflict.target.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if (
            _plain(a)
            and _plain(b)
            and _written(conflict.target)
            and (a.unit == b.unit or finding.rule == "unit-conflict")
        ):
            yield _refigured(conflict, document)
            yield words(conflict.source, document)
    elif isinstance(a, When) and isinstance(b, When) and not (a.to or b.to or a.approx or b.approx):
        if words(conflict.target, document) == conflict.target.text and b.weekday is not None and b.day is None:
            yield finding.expected
        elif b.weekday is None and a.grain == b.grain:
            alike = language(document.lang).restated(conflict.target.text, a)
            full = words(conflict.source, document) if _written(conflict.target) and b.year is None else ""
            yield from (full, alike) if _of_another_month(a, b) else (alike, full)


def _of_another_month(a: When, b: When) -> bool:
    """Whether a day that is told without its month would be taken for that of another one: the 6th for Oct. 6 in November."""
    if b.open != "month" or not (a.spans and b.spans):
        return False
    first, second = (date.fromordinal(when.spans[0][0]) for when in (a, b))
    return (first.year, first.month) != (second.year, second.month)


def _plain(quantity: Quantity) -> bool:
    """Whether a quantity is one figure and no more; of one thing the noun beside it is in another number."""
    return not quantity.hedge and not quantity.role and quantity.some is None and quantity.point not in (None, 1)


def _written(mention: Mention) -> bool:
    """Whether it is in figures: what is in words goes with the sentence."""
    return any(c.isdigit() for c in mention.text)


def _free(text: str, old: Mention, new: str) -> bool:
    """Whether nothing is written to a place that its words could not be written to: not the 3 of 3-day.

    What follows without a space in a script of particles (3일에) goes with the last letter, and may stay where that does.
    """
    before, after = text[max(0, old.start - 1) : old.start], text[old.end : old.end + 1]
    if any((c.isalnum() and not _apart(c, new[0])) or c in "-–/" for c in before) or after in tuple("-–/"):
        return False
    return not after.isalnum() or _apart(new[-1], after) or (new[-1] == old.text[-1] and not new[-1].isascii())


def _apart(a: str, b: str) -> bool:
    """Whether two characters that touch are of two words: one of a script without spaces, and not both of one that spells."""
    return bool(_unspaced().match(a) or _unspaced().match(b)) and not (
        a.isalpha() and b.isalpha() and _spelt(a) == _spelt(b)
    )


def _spelt(character: str) -> str:
    """The script of a letter by its name: HANGUL, KATAKANA, CJK."""
    return unicodedata.name(character, "").partition(" ")[0]


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{unspaced()}]")


def _refigured(conflict: Conflict, document: Document) -> str:
    """The target's words with the source's figure, where all else of them would stay: 67% for 76%; "" where it would not."""
    right, own = (FIGURE.split(words(m, document)) for m in (conflict.source, conflict.target))
    parts = FIGURE.split(conflict.target.text)
    if len(right) == len(own) == len(parts) == 3 and right[::2] == own[::2] and own[1] == parts[1]:
        return f"{parts[0]}{right[1]}{parts[2]}"
    return ""


def _hold(
    article: Article, before: Sequence[Finding], rules: Collection[str], changes: Mapping[int, Replacement]
) -> bool:
    """Whether the article with the replacements has the same findings but for those, given by number, that they repair."""
    moved = _moved(changes.values())
    known = Counter(
        (f.rule, _span(f.source), _span(f.target, moved)) for number, f in enumerate(before) if number not in changes
    )
    after = findings(_changed(article, changes.values()), [rule for rule in rules if rule in LOOKED])
    return not Counter((f.rule, _span(f.source), _span(f.target)) for f in after) - known


def _moved(changes: Collection[Replacement]) -> Callable[[int], int]:
    """Where an offset of the target is when the replacements are made; one inside a replacement is nowhere in particular."""

    def moved(offset: int) -> int:
        return offset + sum(len(c.text) - (c.end - c.start) for c in changes if offset >= c.end)

    return moved


def _span(place: Place | None, moved: Callable[[int], int] = int) -> tuple[int, int] | None:
    return None if place is None else (moved(place.start), moved(place.end))


def _changed(article: Article, changes: Collection[Replacement]) -> Article:
    """The article with other words in the target: beads stay, and only the sentences that are changed are read again."""
    alignment, old, moved = article.alignment, article.alignment.target, _moved(changes)
    segments = tuple(Segment(moved(s.start), moved(s.end), s.paragraph) for s in old.segments)
    new = replace(old, text=applied(old.text, changes), segments=segments)
    target = _own(old, article.target)
    edited = {k for k, s in enumerate(old.segments) if any(s.start <= c.start < s.end for c in changes)}
    for k in edited:
        text = new.text[segments[k].start : segments[k].end]
        target[k] = list(language(new.lang).mentions(text, new.date))
    mentions = _own(alignment.source, article.source), target
    found = read(replace(alignment, target=new), article.knowledge, article.engine, mentions)
    found.asked.update({pair: alike for pair, alike in article.asked.items() if pair[1] not in edited})
    return found


def _own(document: Document, mentions: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of each segment with the offsets of the segment."""
    return [
        [Mention(m.kind, m.start - s.start, m.end - s.start, m.text, m.keys, m.value) for m in own]
        for s, own in zip(document.segments, mentions, strict=True)
    ]
