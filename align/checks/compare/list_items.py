"""What one of two lists has alone, where that is certain: every other item of both is accounted for."""

from __future__ import annotations

from align.checks.compare.listings import FEWEST, Item, Meeting
from align.checks.compare.renderings import Span, Word
from align.checks.context import Article
from align.values import Clock, Quantity, When

KNOWN = 0.35
"""Share of its uses that the lexicons render from which a word is known well enough to be missed; set by looking at ntrex."""
ELSEWHERE, LOST, UNKNOWN = "elsewhere", "lost", "unknown"


def unmet(article: Article, meeting: Meeting) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items that only the source's list has, and those that only the target's has; none where that is not certain."""
    if any(_timed(article, meeting.bead, listed.span, side) for side, listed in enumerate(meeting.lists)):
        return (), ()  # days and times are compared as what they are, and say when
    left = [
        [(item, fate) for item in items if (fate := _fate(article, meeting, item, side)) != ELSEWHERE]
        for side, items in enumerate(meeting.left())
    ]
    ours, theirs = left
    if (ours and theirs) or ((ours or theirs) and len(meeting.pairs) < FEWEST):
        return (), ()
    if not ours and not theirs:
        others = [pair for pair in meeting.opposite if _another(article, meeting, *pair)]
        return ((others[0][0],), (others[0][1],)) if len(others) == 1 else ((), ())
    for side in (0, 1):
        if left[side] and (any(fate != LOST for _, fate in left[side]) or not _whole(article, meeting, 1 - side)):
            return (), ()
        if not all(_sure(article, meeting, item, side) for item, _ in left[side]) and _slack(meeting, 1 - side):
            return (), ()
    if not all(_certain(article, meeting, item) for item, _ in theirs):
        return (), ()
    return tuple(item for item, _ in ours), tuple(item for item, _ in theirs)


def _timed(article: Article, bead: int, span: Span, side: int) -> bool:
    """Whether a day or a time of day stands in a list."""
    aligned = article.alignment.beads[bead]
    return any(
        (isinstance(m.value, Clock) or (isinstance(m.value, When) and m.value.grain == "day"))
        and span[0] <= m.start < span[1]
        for i in (aligned.source, aligned.target)[side]
        for m in article.values[side][i]
    )


def _whole(article: Article, meeting: Meeting, side: int) -> bool:
    """Whether the list of a side names all that there are: each item is known by what it ends with, and so is what may be none."""
    listed, met = meeting.lists[side], meeting.met(side)
    if listed.open or not all(_headed(meeting, item, side) for k, item in enumerate(listed.items[:-1]) if k in met):
        return False
    asides = (item for k, item in enumerate(listed.items) if item.aside and k not in met)
    return all(_fate(article, meeting, item, side) == ELSEWHERE for item in asides)


def _sure(article: Article, meeting: Meeting, item: Item, side: int) -> bool:
    """Whether an item is a figure, a name or a thing that has one rendering: of other words a free one may be in the list."""
    words = core(meeting, item, side)
    known = bool(words) and all(meeting.sight.known(w, side) for w in words)
    return known or _figure_lost(article, meeting.bead, item, side)


def _slack(meeting: Meeting, side: int) -> bool:
    """Whether the items of a side have a word that nothing accounts for."""
    words = [w for item in meeting.lists[side].items if not item.aside for w in core(meeting, item, side)]
    return len(meeting.sight.rendered(words, side)) < len(words)


def _headed(meeting: Meeting, item: Item, side: int) -> bool:
    """Whether one of the two words that an item ends with has a rendering."""
    last = meeting.sight.telling(item.words, side)[-2:]
    return not last or bool(meeting.sight.rendered(last, side))


def _fate(article: Article, meeting: Meeting, item: Item, side: int) -> str:
    """Whether something else renders an item, nothing does, or that is not known."""
    if _figure_lost(article, meeting.bead, item, side):
        return LOST
    words = meeting.sight.telling(item.words, side)
    rendered = meeting.sight.rendered(item.words, side)
    own = core(meeting, item, side)
    if not any(w in rendered for w in own):
        return (
            LOST if any(w.known >= KNOWN or meeting.sight.known(w, side) for w in own) and not item.aside else UNKNOWN
        )
    last = item is meeting.lists[side].items[-1]
    named = any(w.text[0].isupper() and w not in rendered for w in words)
    return UNKNOWN if named or (not last and words[-1] not in rendered) else ELSEWHERE


def core(meeting: Meeting, item: Item, side: int) -> list[Word]:
    """The words of an item; of the first and the last one, which may reach too far, as many as the others have at most."""
    items = meeting.lists[side].items
    words = meeting.sight.telling(item.words, side)
    others = [len(meeting.sight.telling(other.words, side)) for other in items if other is not item]
    size = max(1, *others)
    if item.aside:
        return words
    if item is items[-1]:
        return words[:size]
    return words[-size:] if item is items[0] else words


def _figure_lost(article: Article, bead: int, item: Item, side: int) -> bool:
    """Whether an item has a figure that the other side of its bead lacks."""
    values = article.matched[bead]
    rest = (values.source, values.target)[side]
    return any(
        item.start <= m.start < item.end
        and m.start not in values.said[side]
        and (m.value.unit != "" if isinstance(m.value, Quantity) else isinstance(m.value, When))
        for m in rest
    )


def _certain(article: Article, meeting: Meeting, item: Item) -> bool:
    """Whether what the target has more is an item of its list, and no other part of its sentence."""
    items, met = meeting.lists[1].items, meeting.met(1)
    k = items.index(item)
    document = article.alignment.target
    if _is_home(article, meeting, item) or (k and _explains(article, meeting, item, items[k - 1])):
        return False
    if k == 0:
        return item.named and all(s.start != item.start for s in document.segments)
    if (
        item.named and k + 1 < len(items) and len(item.words) < len(items[k + 1].words)
    ):  # Joe and Jill Biden is one of two
        return "," in document.text[item.end : items[k + 1].start] or bool(_kinds(article, meeting, item, 1))
    return item.named or (k - 1 in met and (k + 1 in met or k + 1 == len(items)))


def _is_home(article: Article, meeting: Meeting, item: Item) -> bool:
    """Whether an item is the source's own country, which goes without saying there."""
    names = article.names
    return (
        names is not None
        and names.heard == "source"
        and any(
            item.start <= spot.start < item.end and names.hearing.home in spot.entry.heard
            for spot in names.texts[meeting.bead].spelt
        )
    )


def _explains(article: Article, meeting: Meeting, item: Item, before: Item) -> bool:
    """Whether an item says where the place before it is: Paris, France."""
    names = article.names
    if names is None:
        return False
    spots = names.texts[meeting.bead].spelt if names.heard == "source" else names.texts[meeting.bead].heard
    name = article.alignment.target.text[before.start : before.end]
    if any(item.start <= s.start < item.end and name in s.entry.capitals for s in spots):
        return True
    own, other = ({s.entry.kind for s in spots if i.start <= s.start < i.end} for i in (item, before))
    return bool(own and other) and not own & other


def _another(article: Article, meeting: Meeting, ours: Item, theirs: Item) -> bool:
    """Whether an item stands in the other's place that is known to be another: two countries, two fruits."""
    names = _left_names(article, meeting, ours, 0) & _left_names(article, meeting, theirs, 1)
    if names:
        return True
    lost = all(_fate(article, meeting, item, side) == LOST for side, item in enumerate((ours, theirs)))
    return lost and bool(_kinds(article, meeting, ours, 0) & _kinds(article, meeting, theirs, 1))


def _left_names(article: Article, meeting: Meeting, item: Item, side: int) -> set[str]:
    """The kinds of the names in an item that the other side has nowhere: sure ones, and those that stand among their like."""
    names, bead = article.names, meeting.bead
    if names is None:
        return set()
    heard = (names.heard == "source") == (side == 0)
    left = (names.unrendered if heard else names.unexplained)[bead]
    spots = names.texts[bead].heard if heard else names.texts[bead].spelt
    others = [other for other in meeting.lists[side].items if other is not item]
    like = {s.entry.kind for s in spots for other in others if other.start <= s.start < other.end}
    return {
        n.kind
        for n in left
        if n.kind and (n.sure or n.kind in like) and not n.near and item.start <= n.start < item.end
    }


def _kinds(article: Article, meeting: Meeting, item: Item, side: int) -> set[str]:
    """What an item of a side is known to be, by the gazetteer or the table of things: country, company, fruit."""
    rows = [meeting.sight.things[side].get(w.start) for w in core(meeting, item, side)]
    things = meeting.sight.kinds(n for own in rows if own for n in own) if all(rows) else set()
    return _left_names(article, meeting, item, side) | things
