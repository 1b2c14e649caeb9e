"""What one of two lists has alone, where that is certain: every other item of both is accounted for."""

from __future__ import annotations

from collections.abc import Sequence

from align.checks.compare.listings import Item, Meeting
from align.checks.compare.sight import telling
from align.checks.context import Article
from align.values import Quantity

KNOWN = 0.35
"""Share of its uses that the lexicons render from which a word is known well enough to be missed."""
ELSEWHERE, LOST, UNKNOWN = "elsewhere", "lost", "unknown"


def unmet(article: Article, meeting: Meeting) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items that only the source's list has, and those that only the target's has; none where that is not certain."""
    left = [
        [(item, fate) for item in meeting.left(side) if (fate := _fate(article, meeting, item, side)) != ELSEWHERE]
        for side in (0, 1)
    ]
    ours, theirs = left
    if ours and theirs:
        return ((ours[0][0],), (theirs[0][0],)) if _another(article, meeting, ours, theirs) else ((), ())
    for side in (0, 1):
        if any(fate != LOST for _, fate in left[side]) or (left[side] and meeting.lists[1 - side].open):
            return (), ()
    if not _certain(meeting, [item for item, _ in theirs]):
        return (), ()
    return tuple(item for item, _ in ours), tuple(item for item, _ in theirs)


def _fate(article: Article, meeting: Meeting, item: Item, side: int) -> str:
    """Whether something else renders an item, nothing does, or that is not known."""
    if _figure_lost(article, meeting.bead, item, side):
        return LOST
    words = telling(item.words)
    rendered = meeting.sight.rendered(item.words, side)
    if not rendered:
        return LOST if any(w.known >= KNOWN for w in words) and not item.aside else UNKNOWN
    last = item is meeting.lists[side].items[-1]
    named = any(w.text[0].isupper() and w not in rendered for w in words)
    return UNKNOWN if named or (not last and words[-1] not in rendered) else ELSEWHERE


def _figure_lost(article: Article, bead: int, item: Item, side: int) -> bool:
    """Whether an item has a figure that the other side of its bead lacks."""
    values = article.matched[bead]
    rest = (values.source, values.target)[side]
    return any(
        item.start <= m.start < item.end
        and m.start not in values.said[side]
        and isinstance(m.value, Quantity)
        and m.value.unit != ""
        for m in rest
    )


def _certain(meeting: Meeting, added: Sequence[Item]) -> bool:
    """Whether what the target has more is an item of its list, and no other part of its sentence."""
    items = meeting.lists[1].items
    for item in added:
        k = items.index(item)
        if not item.named and not (k - 1 in meeting.met[1] and (k + 1 in meeting.met[1] or k + 1 == len(items))):
            return False
    return True


def _another(
    article: Article, meeting: Meeting, ours: Sequence[tuple[Item, str]], theirs: Sequence[tuple[Item, str]]
) -> bool:
    """Whether the one item that is left on either side is a name of its own, which the gazetteer knows to be another."""
    names = article.names
    if names is None or len(ours) != 1 or len(theirs) != 1 or LOST not in (ours[0][1], theirs[0][1]):
        return False
    sides = (ours[0][0], theirs[0][0])[:: 1 if names.heard == "source" else -1]
    texts = names.texts[meeting.bead]
    kinds = [
        {spot.entry.kind for spot in spots if item.start <= spot.start < item.end and not spot.entry.doubtful}
        for item, spots in zip(sides, (texts.heard, texts.spelt), strict=True)
    ]
    return bool(kinds[0] & kinds[1])
