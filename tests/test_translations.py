"""One source and several translations: beads joined over the segments of the source that they share."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from align.bead_order import ordered
from align.model import Alignment, Bead, Document, Segment
from align.translations import Row, Translations, shared


def document(name: str, count: int) -> Document:
    return Document(name, name, "x" * count, tuple(Segment(i, i + 1, i) for i in range(count)))


def aligned(source: Document, name: str, beads: str) -> Alignment:
    """Of "01:0 2: :1", say."""
    pairs = [tuple(tuple(map(int, side)) for side in bead.split(":")) for bead in beads.split(" ")]
    count = sum(len(target) for _, target in pairs)
    return Alignment(source, document(name, count), tuple(ordered(Bead(a, b) for a, b in pairs)))


def rows(count: int, **beads: str) -> tuple[Row, ...]:
    source = document("ko", count)
    return Translations(tuple(aligned(source, name, own) for name, own in beads.items())).rows()


def test_beads_of_the_same_segments_are_one_row() -> None:
    first, second = rows(2, en="0:0 1:1", ja="0:01 1:2")
    assert first == Row((0,), ((0,), (0, 1)), ((0,), (0,)))
    assert second == Row((1,), ((1,), (2,)), ((1,), (1,)))
    assert first.agreed


def test_what_one_translation_joins_is_joined_in_all() -> None:
    assert rows(3, en="0:0 1:1 2:2", ja="01:0 2:1") == (
        Row((0, 1), ((0, 1), (0,)), ((0, 1), (0,))),
        Row((2,), ((2,), (1,)), ((2,), (1,))),
    )


def test_joined_through_others() -> None:
    (row,) = rows(3, en="01:0 2:1", ja="0:0 12:1")
    assert row == Row((0, 1, 2), ((0, 1), (0, 1)), ((0, 1), (0, 1)))
    assert not row.agreed


def test_an_omission_stays_beside_what_the_others_have() -> None:
    assert rows(2, en="0: 1:0", ja="0:0 1:1")[0] == Row((0,), ((), (0,)), ((0,), (0,)))


def test_additions_follow_what_they_follow() -> None:
    found = rows(2, en=":0 0:1 1:2", ja="0:0 :1 1:2")
    assert [(row.source, row.targets) for row in found] == [
        ((), ((0,), ())),
        ((0,), ((1,), (0,))),
        ((), ((), (1,))),
        ((1,), ((2,), (2,))),
    ]


def test_moved_blocks() -> None:
    found = rows(3, en="0:2 1:0 2:1", ja="0:0 1:1 2:2")
    assert [(row.source, row.targets) for row in found] == [
        ((0,), ((2,), (0,))),
        ((1,), ((0,), (1,))),
        ((2,), ((1,), (2,))),
    ]


def test_alignments_of_one_source_are_found() -> None:
    ko, other = document("ko", 2), document("no", 2)
    a, b, c = aligned(ko, "en", "0:0 1:1"), aligned(other, "en", "0:0 1:1"), aligned(document("ko", 2), "ja", "01:0")
    assert shared([a, b, c]) == [[a, c], [b]]


@st.composite
def sets(draw: st.DrawFn) -> Translations:
    source = document("ko", draw(st.integers(0, 7)))
    found = []
    for name in ("en", "ja", "zh")[: draw(st.integers(1, 3))]:
        count = draw(st.integers(0, 7))
        own = draw(st.lists(st.integers(0, 4), min_size=len(source.segments), max_size=len(source.segments)))
        theirs = draw(st.lists(st.integers(0, 4), min_size=count, max_size=count))
        beads = []
        for group in range(5):
            left = tuple(i for i, held in enumerate(own) if held == group)
            right = tuple(j for j, held in enumerate(theirs) if held == group)
            beads += (
                [Bead(left, right)]
                if left and right
                else [*(Bead((i,), ()) for i in left), *(Bead((), (j,)) for j in right)]
            )
        found.append(Alignment(source, document(name, count), tuple(ordered(beads))))
    return Translations(tuple(found))


@given(sets())
def test_each_bead_is_in_one_row_and_rows_share_nothing(every: Translations) -> None:
    found = every.rows()
    for number, alignment in enumerate(every.alignments):
        held = [k for row in found for k in row.beads[number]]
        assert sorted(held) == list(range(len(alignment.beads)))
        assert sorted(j for row in found for j in row.targets[number]) == list(range(len(alignment.target.segments)))
    with_source = [row.source for row in found if row.source]
    assert with_source == sorted(with_source)
    assert all(set(a).isdisjoint(b) for a, b in combinations(with_source, 2))


@given(sets())
def test_a_row_cannot_be_parted(every: Translations) -> None:
    """The slow judge: segments reach each other over beads that share one."""
    for row in every.rows():
        if row.source:
            reached = {row.source[0]}
            for _ in row.source:
                for alignment in every.alignments:
                    for bead in alignment.beads:
                        if not reached.isdisjoint(bead.source):
                            reached.update(bead.source)
            assert sorted(reached) == list(row.source)
