"""The matching of values: against every way there is, and where a value is looked for."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from align.checks.compare.agreement import agree
from align.checks.compare.assignment import QUALITY, Matched
from align.checks.context import Knowledge, read
from align.model import Alignment, Bead, Mention
from tests.checks.test_rules import aligned, article

KOREAN = ["3명", "300명", "3억원", "30억원", "2%", "40척", "1만5000개", "사흘"]
ENGLISH = [
    "3 people",
    "300 people",
    "300 million won",
    "3 billion won",
    "2 percent",
    "40 ships",
    "15,000 pieces",
    "three days",
]


def matched(alignment: Alignment) -> tuple[Matched, ...]:
    return read(alignment, Knowledge()).matched


def said(mentions: tuple[Mention, ...]) -> list[str]:
    return [mention.text for mention in mentions]


def pair(source: list[str], target: list[str]) -> Alignment:
    return aligned(article(", ".join(source), "-"), article(", ".join(target), "-"))


@given(st.lists(st.sampled_from(range(len(KOREAN))), min_size=1, max_size=4), st.randoms())
def test_nothing_is_left_over_in_any_order(some: list[int], random: object) -> None:
    other = list(some)
    random.shuffle(other)  # type: ignore[attr-defined]
    (bead,) = matched(pair([KOREAN[k] for k in some], [ENGLISH[k] for k in other]))
    assert (said(bead.source), said(bead.target)) == ([], [])
    assert len(bead.pairs) == len(some)


@given(
    st.lists(st.sampled_from(KOREAN), min_size=1, max_size=4),
    st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=4),
)
def test_as_many_pairs_as_the_best_assignment(source: list[str], target: list[str]) -> None:
    found = read(pair(source, target), Knowledge())
    (bead,) = found.matched
    a, b = found.values[0][0], found.values[1][0]
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    best = max(
        sum((agree(x, y) if short is a else agree(y, x)) in QUALITY for x, y in zip(short, some, strict=True))
        for some in permutations(long, len(short))
    )
    assert len(bead.pairs) == best


def test_each_value_counts_once() -> None:
    (bead,) = matched(pair(["300명", "300명"], ["300 people"]))
    assert len(bead.pairs) == 1
    assert said(bead.source) == ["300"]


def test_a_value_that_moved_to_the_next_sentence_is_not_left_over() -> None:
    beads = matched(
        aligned(
            article("배 40척이 떠났다. | 어부들은 쉬었다.", "-"),
            article("They left. | Crews of the 40 ships rested.", "-"),
        )
    )
    assert [said(bead.source) + said(bead.target) for bead in beads] == [[], []]


def test_a_value_far_away_stays_left_over() -> None:
    source = article("배 40척이 떠났다. | 비가 왔다. | 바람이 불었다. | 어부들은 쉬었다.", "-")
    target = article("They left. | It rained. | The wind blew. | Crews of the 40 ships rested.", "-")
    beads = matched(aligned(source, target))
    assert said(beads[0].source) == ["40"]
    assert said(beads[3].target) == ["40"]


def test_no_beads_no_values() -> None:
    assert matched(Alignment(article("", "-"), article("", "-"), ())) == ()


def test_null_beads_match_nothing() -> None:
    source, target = article("배 40척이 떠났다.", "-"), article("It rained.", "-")
    beads = matched(Alignment(source, target, (Bead((0,), ()), Bead((), (0,)))))
    assert [bead.pairs for bead in beads] == [(), ()]
