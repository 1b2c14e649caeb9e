"""Values in which one translation departs from all others, where the source alone does not tell it.

The source decides wherever it was read: what it has, or cannot have, is no matter of majorities. Where it is silent, unread or
leaves something open (a date without its year, a round number), and two translations and more agree with each other, the one that
says something else there is wrong; where only two speak and differ, both are told of it, and neither is blamed. And where all
others have a value of the source that one lacks, what this one has for no reason in its sentence stands in its place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from align.checks.compare.agreement import agree, weak
from align.checks.compare.assignment import matched
from align.checks.compare.best_pairs import best_pairs
from align.checks.compare.conflicting_values import ONLY, conflict, other_unit
from align.checks.compare.conflicts import LEAST, Conflict, conflicts
from align.checks.context import Article
from align.checks.rule import RULES
from align.checks.rules.weekday_conflict import only_weekday
from align.checks.value_findings import canonical, finding, place, words
from align.model import Alignment, Bead, Finding, Mention, Witness
from align.translations import Row, Translations
from align.values import COMPATIBLE, EQUAL, Clock, Quantity, When

ENOUGH = 2
"""Translations that have to agree before the source is not asked."""
CERTAIN = 0.9
"""How sure a conflict has to be that nobody is blamed for, and one with a value that may have been told in another way: a sum."""
SAME = (EQUAL, COMPATIBLE)


def departures(articles: Sequence[Article], rules: Collection[str]) -> list[list[Finding]]:
    """The findings of each translation that follow from the others, of those rules that are asked for."""
    if len(articles) < ENOUGH:
        return [[] for _ in articles]
    every = _Every(articles)
    told = [[*_apart(every, t), *_stand_ins(every, t)] if len(articles) > ENOUGH else [] for t in range(len(articles))]
    blamed = [frozenset(f.target.start for f in own if f.target) for own in told]
    return [[f for f in (*told[t], *_at_odds(every, t, blamed)) if f.rule in rules] for t in range(len(articles))]


@dataclass(frozen=True)
class _Every:
    """All translations, and what was found when each was compared with the source and with each other."""

    articles: Sequence[Article]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return Translations(tuple(article.alignment for article in self.articles)).rows()

    @cached_property
    def said(self) -> list[dict[int, tuple[Mention, Mention]]]:
        """Of each translation the values that say one of the source's, by their start: (the source's, its own)."""
        return [{b.start: (a, b) for bead in article.matched for a, b in bead.pairs} for article in self.articles]

    @cached_property
    def wrong(self) -> list[frozenset[int]]:
        """Of each translation where the values start that cannot be what the source says."""
        return [frozenset(c.target.start for c in article.conflicts) for article in self.articles]

    @cached_property
    def free(self) -> list[dict[int, Mention]]:
        """Of each translation the values that the source neither has nor refuses, by their start."""
        return [self._free(t) for t in range(len(self.articles))]

    @cached_property
    def compared(self) -> Mapping[tuple[int, int], tuple[frozenset[tuple[int, int]], dict[int, Conflict]]]:
        """Of two translations the starts of the values that agree, and what stands against each value of the first that does not."""
        found = {}
        for i, j in combinations(range(len(self.articles)), 2):
            same, apart = self._compared(i, j)
            found[i, j] = same, {c.source.start: c for c in apart}
            turned = {c.target.start: Conflict(c.bead, c.target, c.source, c.sure) for c in apart}
            found[j, i] = frozenset((b, a) for a, b in same), turned
        return found

    def _free(self, t: int) -> dict[int, Mention]:
        article = self.articles[t]
        held: dict[int, Mention] = {}
        for row in self.rows:
            own = [m for j in row.targets[t] for m in article.values[1][j]]
            near = [m for i in _around(row.source, len(article.values[0])) for m in article.values[0][i]]
            for mention in own:
                if mention.start in self.wrong[t] or weak(mention):
                    continue
                pair = self.said[t].get(mention.start)
                if _open(*pair) if pair else not any(agree(m, mention) in SAME for m in near):
                    held[mention.start] = mention
        return held

    def _compared(self, i: int, j: int) -> tuple[frozenset[tuple[int, int]], list[Conflict]]:
        first, second = self.articles[i], self.articles[j]
        beads = tuple(Bead(row.targets[i], row.targets[j]) for row in self.rows if row.targets[i] or row.targets[j])
        alignment = Alignment(first.alignment.target, second.alignment.target, beads)
        pairs = matched(alignment, first.values[1], second.values[1], (first.unread[1], second.unread[1]))
        same = frozenset((a.start, b.start) for bead in pairs for a, b in bead.pairs)
        return same, [c for c in conflicts(pairs)[0] if agree(c.target, c.source) not in SAME]


def _around(segments: Sequence[int], count: int) -> range:
    """The segments of a row and those beside it."""
    return range(max(0, min(segments) - 1), min(count, max(segments) + 2)) if segments else range(0)


def _open(source: Mention, own: Mention) -> bool:
    """Whether the source tells less than a translation has for it: 지난달 24일 of an article without a date, 4천여."""
    unresolved = isinstance(source.value, When) and not source.value.spans
    return unresolved or agree(source, own) == COMPATIBLE


def _apart(every: _Every, t: int) -> Iterator[Finding]:
    """Values of a translation against which all others have one that they agree in, while the source leaves it open."""
    for start, mention in every.free[t].items():
        against = {
            o: c
            for o in range(len(every.articles))
            if o != t and (c := every.compared[t, o][1].get(start)) and c.target.start not in every.wrong[o]
        }
        if len(against) < ENOUGH or any((start == a) for o, a in _agreeing(every, t, start)):
            continue
        if all(_alike(every, a, against[a].target, b, against[b].target) for a, b in combinations(against, 2)):
            yield _told(every, t, mention, against)


def _agreeing(every: _Every, t: int, start: int) -> Iterator[tuple[int, int]]:
    for o in range(len(every.articles)):
        if o != t:
            yield from ((o, a) for a, _ in every.compared[t, o][0] if a == start)


def _alike(every: _Every, i: int, a: Mention, j: int, b: Mention) -> bool:
    """Whether two translations say the same with these values."""
    return (a.start, b.start) in every.compared[i, j][0] or (agree(a, b) in SAME and agree(b, a) in SAME)


def _told(every: _Every, t: int, mention: Mention, against: Mapping[int, Conflict]) -> Finding:
    """The finding on a value against which all others are."""
    right = [c.target for c in against.values()]
    langs = [every.articles[o].alignment.target.lang for o in against]
    said = " and ".join(dict.fromkeys(m.text for m in right))
    document = every.articles[t].alignment.target
    return _found(
        every,
        t,
        mention,
        against,
        "error",
        f"{listed(langs)} say {said}; this says {mention.text}, and the source leaves it open",
        next(filter(None, (words(m, document) for m in right)), ""),
    )


def _found(
    every: _Every,
    t: int,
    mention: Mention,
    against: Mapping[int, Conflict],
    severity: str,
    message: str,
    expected: str = "",
) -> Finding:
    """A finding on a value of a translation, with those of the others that are against it."""
    article = every.articles[t]
    right = [c.target for c in against.values()]
    found = finding(
        article,
        RULES[_rule(Conflict(0, right[0], mention, 1.0))],
        severity,
        message,
        _bead(article, mention),
        every.said[t][mention.start][0] if mention.start in every.said[t] else None,
        mention,
        sure=min(c.sure for c in against.values()) if severity != "info" else 1 / (1 + len(against)),
        expected=expected,
        value=canonical(right[0]),
    )
    others = [every.articles[o].alignment.target for o in against]
    witnesses = tuple(
        Witness(other, there) for other, m in zip(others, right, strict=True) if (there := place(other, m)) is not None
    )
    return replace(found, others=witnesses)


def _at_odds(every: _Every, t: int, blamed: Sequence[Collection[int]]) -> Iterator[Finding]:
    """Values of a translation on which another one differs, while the source has neither: who is wrong is not known."""
    for start, mention in every.free[t].items():
        if start in blamed[t] or weak(mention) or any(_agreeing(every, t, start)):
            continue
        against = {
            o: c
            for o in range(len(every.articles))
            if o != t and (c := every.compared[t, o][1].get(start)) and _both_free(every, c, o, blamed[o])
        }
        if not against:
            continue
        said = listed([f"{every.articles[o].alignment.target.lang} says {c.target.text}" for o, c in against.items()])
        yield _found(
            every, t, mention, against, "info", f"{said}; this says {mention.text}, and the source leaves it open"
        )


def _both_free(every: _Every, found: Conflict, o: int, blamed: Collection[int]) -> bool:
    """Whether a value of another translation is as little tied to the source, and no other one has it."""
    start = found.target.start
    free = start in every.free[o] and start not in blamed and not weak(found.target)
    return free and found.sure >= CERTAIN and not any(_agreeing(every, o, start))


def _stand_ins(every: _Every, t: int) -> Iterator[Finding]:
    """Values that a translation has for no reason where it lacks one of the source's that all others have."""
    article = every.articles[t]
    document = article.alignment.target
    lacking, strays = [*_lacking(every, t)], [*_strays(every, t)]
    sure = [[_instead(article, *a, *b) for b in strays] for a in lacking]
    for i, j in best_pairs([[x if x >= LEAST else 0.0 for x in row] for row in sure]):
        (_, source, _), (bead, target) = lacking[i], strays[j]
        expected = words(source, document)
        is_ = f"{source.text} is {expected}" if expected and expected != source.text else source.text
        yield finding(
            article,
            RULES[_rule(Conflict(bead, source, target, sure[i][j]))],
            "error",
            f"{is_}; the translation says {target.text}",
            bead,
            source,
            target,
            sure=sure[i][j],
            expected=expected,
            value=canonical(source),
        )


def _lacking(every: _Every, t: int) -> Iterator[tuple[int, Mention, bool]]:
    """What all other translations have of the source and this one has not: bead, value, and whether nothing accounts for that."""
    article = every.articles[t]
    had = [frozenset(a.start for a, _ in every.said[o].values()) for o in range(len(every.articles)) if o != t]
    here = {a.start for a, _ in every.said[t].values()} | {c.source.start for c in article.conflicts}
    alone = {a.mention.start for a in article.alone[0]}
    for k, bead in enumerate(article.alignment.beads):
        for mention in (m for i in bead.source for m in article.values[0][i]):
            start = mention.start
            if start not in here and all(start in own for own in had) and not weak(mention):
                yield k, mention, start in alone


def _strays(every: _Every, t: int) -> Iterator[tuple[int, Mention]]:
    """What a translation has that neither the source nor another translation has there: bead, value."""
    article = every.articles[t]
    for k, bead in enumerate(article.alignment.beads):
        for mention in (m for j in bead.target for m in article.values[1][j]):
            start = mention.start
            if start in every.free[t] and start not in every.said[t] and not any(_agreeing(every, t, start)):
                yield k, mention


def _instead(article: Article, here: int, a: Mention, alone: bool, there: int, b: Mention) -> float:
    """How surely a stray value stands in the place of one that is lacking.

    That is of the same bead, or its sentence was joined to the one beside it; where another value may account for it (a sum does for
    what it adds up), the two have to be sure of each other.
    """
    joined = not article.alignment.beads[here].target and abs(here - there) == 1
    sure = conflict(a, b, ONLY) if here == there or joined else 0.0
    return sure if sure >= (LEAST if alone and not joined else CERTAIN) else 0.0


def listed(names: Sequence[str]) -> str:
    """Names as a message has them.

    >>> listed(["en"]), listed(["en", "ja", "zh"])
    ('en', 'en, ja and zh')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _rule(found: Conflict) -> str:
    """The rule that tells a conflict."""
    a, b = found.source.value, found.target.value
    if isinstance(a, When | Clock) or isinstance(b, When | Clock):
        return "weekday-conflict" if only_weekday(found) else "date-conflict"
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return "unit-conflict" if other_unit(a, b) else "number-conflict"
    return "code-conflict"


def _bead(article: Article, mention: Mention) -> int:
    """The bead of a value of the translation."""
    here = place(article.alignment.target, mention)
    assert here  # a mention has one
    return next(k for k, bead in enumerate(article.alignment.beads) if here.segment in bead.target)
