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
        if any(fate != LOST for _, fate in left[side]) or (left[side] and not _whole(meeting, 1 - side, left[side][0][0])):
            return (), ()
    if not all(_certain(article, meeting, item) for item, _ in theirs):
        return (), ()
    return tuple(item for item, _ in ours), tuple(item for item, _ in theirs)


def _whole(meeting: Meeting, side: int, lost: Item) -> bool:
    """Whether nothing in the list of a side may render what the other one seems to have alone."""
    listed = meeting.lists[side]
    if listed.open:
        return False
    first = lost is meeting.lists[1 - side].items[0]
    for k, item in enumerate(listed.items):
        if k not in meeting.met[side] and not item.aside and (k or first):
            return False
        if k in meeting.met[side] and k + 1 < len(listed.items) and not _headed(meeting, item, side):
            return False
    return True


def _headed(meeting: Meeting, item: Item, side: int) -> bool:
    """Whether the word that an item ends with has a rendering."""
    last = telling(item.words)[-1:]
    return not last or bool(meeting.sight.rendered(last, side))


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


def _certain(article: Article, meeting: Meeting, item: Item) -> bool:
    """Whether what the target has more is an item of its list, and no other part of its sentence."""
    items, met = meeting.lists[1].items, meeting.met[1]
    k = items.index(item)
    document = article.alignment.target
    if k == 0:
        return item.named and all(s.start != item.start for s in document.segments)
    if item.named and k + 1 < len(items) and len(item.words) < len(items[k + 1].words):
        shared = "," not in document.text[item.end : items[k + 1].start]  # Joe and Jill Biden
        return not shared
    return item.named or (k - 1 in met and (k + 1 in met or k + 1 == len(items)))


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
