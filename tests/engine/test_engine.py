"""The engine: properties of any alignment, accuracy on the shipped corpus, and every language."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import resources
from align.engine.engine import Engine, prepare
from align.engine.evidence.weights import Weights, kind
from align.engine.search import windows
from align.evaluation.gold import load
from align.evaluation.metrics import Tally
from align.model import Alignment, Document
from tests.conftest import ROOT, document

KOREAN = [
    "정부가 조약을 비준했다.",
    "국회는 3월 5일 표결했다.",
    "",
    "장관은 환영했다.",
    "김민수 기자 kim@example.com",
    "반대는 9표였다.",
    "NATO도 환영했다.",
]
ENGLISH = [
    "The government ratified the treaty.",
    "The parliament voted on March 5.",
    "",
    "NATO welcomed it.",
    "Nine voted against it.",
]
ENGINE = Engine.load("ko", "en")


def whole(alignment: Alignment) -> bool:
    """Each segment in exactly one bead, nulls of one segment, confidences in [0, 1]."""
    source = sorted(i for bead in alignment.beads for i in bead.source)
    target = sorted(j for bead in alignment.beads for j in bead.target)
    return (
        source == list(range(len(alignment.source.segments)))
        and target == list(range(len(alignment.target.segments)))
        and all(0 <= bead.confidence <= 1 for bead in alignment.beads)
        and all(
            len(bead.source) + len(bead.target) == 1 for bead in alignment.beads if not (bead.source and bead.target)
        )
    )


@given(st.lists(st.sampled_from(KOREAN), max_size=9), st.lists(st.sampled_from(ENGLISH), max_size=9))
def test_every_segment_is_in_one_bead(left: list[str], right: list[str]) -> None:
    assert whole(ENGINE.align(document(left, "ko"), document(right, "en"), paragraphs=False))


def test_an_empty_side_gives_nulls() -> None:
    found = ENGINE.align(document(KOREAN, "ko"), document([], "en"))
    assert whole(found)
    assert all(not bead.target for bead in found.beads)


def test_the_shipped_corpus() -> None:
    """A guard against breaking something, not a measurement: the weights have seen these articles."""
    tally = Tally()
    for gold in load(ROOT / "corpora" / "news"):
        found = ENGINE.align(*gold.running())
        tally += Tally.of(gold.beads, [(b.source, b.target) for b in found.beads])
    assert tally.f1 > 0.95
    assert tally.moved_share > 0.8


def test_the_other_direction_is_as_good() -> None:
    engine = Engine.load("en", "ko")
    tally = Tally()
    for gold in load(ROOT / "corpora" / "news")[:6]:
        source, target = gold.lines()
        found = engine.align(target, source, paragraphs=False)
        tally += Tally.of([(b, a) for a, b in gold.beads], [(b.source, b.target) for b in found.beads])
    assert tally.f1 > 0.9


def test_the_same_input_gives_the_same_beads() -> None:
    gold = load(ROOT / "corpora" / "news")[0]
    assert ENGINE.align(*gold.running()) == ENGINE.align(*gold.running())


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("ja", ["条約は2024年に署名された。", "NATOは歓迎した。", "反対は41票だった。", "会議は終わった。"]),
        ("zh", ["条约于2024年签署。", "NATO表示欢迎。", "41票反对。", "会议结束了。"]),
        (
            "de",
            [
                "Der Vertrag wurde 2024 unterzeichnet.",
                "Die NATO begrüßte ihn.",
                "41 stimmten dagegen.",
                "Die Sitzung ist zu Ende.",
            ],
        ),
        ("th", ["สนธิสัญญาลงนามในปี 2024", "NATO ยินดี", "41 คนไม่เห็นด้วย", "การประชุมสิ้นสุดลง"]),
        ("xx", ["aaa 2024 bbb", "NATO ccc", "41 ddd", "eee fff"]),
    ],
)
def test_any_language(lang: str, lines: list[str]) -> None:
    english = ["The treaty was signed in 2024.", "NATO welcomed it.", "41 voted against it.", "The session is over."]
    found = Engine.load(lang, "en").align(document(lines, lang), document(english, "en"), paragraphs=False)
    assert [(b.source, b.target) for b in found.beads] == [((i,), (i,)) for i in range(4)]


def test_a_book_goes_window_by_window() -> None:
    """As the whole at once, but for the places where windows meet; with a long insertion in the middle."""
    pairs = [(a, b) for gold in load(ROOT / "corpora" / "news")[:14] for a, b in [(gold.source, gold.target)]]
    left = [line for a, _ in pairs for line in a]
    right = [line for _, b in pairs for line in b]
    assert max(len(left), len(right)) > windows.WHOLE
    found = ENGINE.align(document(left, "ko"), document(right, "en"), paragraphs=False)
    assert whole(found)
    tally = Tally()
    gold_beads, i, j = [], 0, 0
    for gold in load(ROOT / "corpora" / "news")[:14]:
        gold_beads += [(tuple(k + i for k in a), tuple(k + j for k in b)) for a, b in gold.beads]
        i, j = i + len(gold.source), j + len(gold.target)
    tally = Tally.of(gold_beads, [(b.source, b.target) for b in found.beads])
    assert tally.f1_beads > 0.85


def test_documents_as_prepared_are_what_they_were() -> None:
    prepared = prepare(Document("a", "ko", ""))
    assert prepared.tokens == ()


def test_at_most_forty_weights() -> None:
    from align.engine.evidence.features import BEAD, NULL

    data = json.loads(resources.text("base/weights.json"))
    assert len(BEAD) + len(NULL) + 2 + len(data["temperature"]) <= 40
    assert (set(data["bead"]), set(data["null"])) == (set(BEAD), set(NULL))


def test_each_kind_of_pair_has_its_own_temperature() -> None:
    text = resources.text("base/weights.json")
    for known in (True, False):
        for asked in (True, False):
            assert Weights.of(text, known, asked).temperature == json.loads(text)["temperature"][kind(known, asked)]


def test_what_else_is_in_a_batch_changes_nothing() -> None:
    running = [gold.running() for gold in load(ROOT / "corpora" / "news")[:12]]
    running.insert(3, (document(KOREAN, "ko"), document([], "en")))
    running.insert(5, (document(KOREAN, "ko"), document(ENGLISH, "en")))
    pairs = [(prepare(source), prepare(target)) for source, target in running]
    alone, together = [ENGINE.beads([pair])[0] for pair in pairs], ENGINE.beads(pairs)
    for one, other in zip(alone, together, strict=True):
        assert [(b.source, b.target, b.moved) for b in one] == [(b.source, b.target, b.moved) for b in other]
        assert [b.confidence for b in one] == pytest.approx([b.confidence for b in other])


def test_a_short_article_in_an_unspaced_script() -> None:
    source = [
        "김도현 기자 = 정부는 12일 새 항만을 연다고 밝혔다.",
        "배 40척이 들어올 수 있다.",
        "공사는 3년이 걸렸다.",
        "사진=항만청 제공",
    ]
    target = ["政府は12日、新しい港を開くと発表した。", "船40隻が入ることができる。", "工事には3年かかった。"]
    engine = Engine.load("ko", "ja")
    found = engine.align(document(source, "ko"), document(target, "ja"), paragraphs=False)
    assert [(b.source, b.target) for b in found.beads] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), ())]
