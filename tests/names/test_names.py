"""Names: the gazetteer, sounds, links and what is left over, and the table of an article's names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import checks
from align.checks.context import Article, Knowledge, Term, read
from align.engine.engine import Engine
from align.engine.evidence.names import FOLLOWING
from align.model import Alignment, Bead
from align.names.gazetteer import gazetteer
from align.names.romanisation import mccune
from align.names.sounds import heard, like, ratio
from align.names.surnames import another
from align.names.table import table
from tests.conftest import document


def article(korean: str, english: str, knowledge: Knowledge | None = None) -> Article:
    """Sentence by sentence, parts between bars."""
    source, target = (
        document([p.strip() for p in text.split("|")], lang) for text, lang in ((korean, "ko"), (english, "en"))
    )
    size = min(len(source.segments), len(target.segments))
    return read(Alignment(source, target, tuple(Bead((k,), (k,)) for k in range(size))), knowledge or Knowledge())


KOREAN = [
    ("태국 정부", ["태국"]),
    ("유럽 연합과 협상", ["유럽 연합"]),
    ("한미일 정상", ["한", "미", "일"]),
    ("한국은행", ["한국은행"]),
    ("함경북도", ["함경북도"]),
    ("北러 조약", ["北", "러"]),
    ("중미 국가", ["중미"]),
    ("과수원", []),
]


@pytest.mark.parametrize(("text", "found"), KOREAN)
def test_gazetteer_of_korean(text: str, found: list[str]) -> None:
    spots = {(s.start, s.end) for s in gazetteer().in_korean(text, FOLLOWING)}
    assert [text[a:b] for a, b in sorted(spots)] == found


def test_a_doubtful_form_asks_for_nothing() -> None:
    (spot,) = gazetteer().in_korean("물건을 인도했다", FOLLOWING)
    assert spot.entry.doubtful


ENGLISH = [
    ("the Thai government", ["Thai"]),
    ("South Korea's army", ["South Korea"]),
    ("tell us of the U.S. and the UK", ["U.S", "UK"]),
    ("US$5 million", []),
    ("a turkey and some china", []),
    ("the foreign ministry", ["foreign ministry"]),
    ("Busan-bound trains", ["Busan"]),
]


@pytest.mark.parametrize(("text", "found"), ENGLISH)
def test_gazetteer_of_english(text: str, found: list[str]) -> None:
    spots = {(s.start, s.end) for s in gazetteer().in_latin(text)}
    assert [text[a:b] for a, b in sorted(spots)] == found


def test_gazetteer_rows_are_well_formed() -> None:
    for form, entry in gazetteer().hangul.items():
        assert form
        assert entry.kind.isalpha()
        assert all(entry.target)
        assert entry.capitals <= set(entry.target)


def test_what_follows_a_name_is_not_of_it() -> None:
    found = heard([("볼코프는", "Volkov"), ("볼코프", "Volkov"), ("볼코프는", "Petrov")])
    assert found["볼코프는", "Volkov"].size == found["볼코프", "Volkov"].size == 3
    assert found["볼코프는", "Volkov"].score > 8
    assert ("볼코프는", "Petrov") not in found or found["볼코프는", "Petrov"].score < 0


@pytest.mark.parametrize(
    ("hangul", "latin"), [("강릉", "Gangneung"), ("신라", "Silla"), ("왕십리", "Wangsimni"), ("석열", "Seok-yeol")]
)
def test_spoken_forms_sound_right(hangul: str, latin: str) -> None:
    assert ratio(hangul, latin) > 5


@pytest.mark.parametrize(
    ("a", "b", "alike"), [("Volkov", "Volkow", True), ("Volkov", "volkov", False), ("Kim", "Lee", False)]
)
def test_like(a: str, b: str, alike: bool) -> None:
    assert like(a, b) is alike


def test_spellings() -> None:
    assert mccune("정은", "jongun")
    assert not mccune("정은", "jonghun")
    assert another("방", "Bae")
    assert not another("정", "Chung")
    assert not another("윤", "Smith")


def test_a_house_spells_a_name_one_way() -> None:
    house = Knowledge(names=(Term("볼코프", ("Wolkow",)), Term("윤가람", ("Yoon Ga-ram",))))
    found = article(
        "볼코프가 왔다. | 윤가람 의원이 왔다. | 윤 의원이 갔다.",
        "Volkov came. | Rep. Yoon Ga-ram came. | Yoon left.",
        house,
    )
    from align.checks.rules.name_drift import check

    assert [(f.severity, f.expected, f.value) for f in check(found)] == [("warning", "Wolkow", "볼코프")]


def test_table_of_names() -> None:
    found = article(
        "세르게이 볼코프 외무장관이 태국에 왔다. | 볼코프는 아시아백신학회에서 연설했다. | 윤가람 의원은 국제원자력기구(IAEA)를 찾았다.",
        "Foreign Minister Sergey Volkov came to Thailand. | Volkov spoke at the Asian Vaccine Society. | "
        "Rep. Yoon Ga-ram visited the International Atomic Energy Agency.",
    )
    assert found.names is not None
    rows = {
        row.name: (row.kind, row.forms) for row in table(found.alignment, found.names, Engine.load("ko", "en").lexicons)
    }
    assert rows["세르게이 볼코프"] == ("person", ("Sergey Volkov",))
    assert rows["태국"] == ("place", ("Thailand",))
    assert rows["윤가람"] == ("person", ("Yoon Ga-ram",))
    assert "Asian Vaccine Society" in rows["아시아백신학회"][1]
    assert rows["국제원자력기구"][0] == "organisation"


def test_no_names_without_a_korean_side() -> None:
    source, target = document(["Paris ist schön."], "de"), document(["Paris is nice."], "en")
    assert read(Alignment(source, target, (Bead((0,), (0,)),)), Knowledge()).names is None


WORDS = st.sampled_from(
    "윤가람 볼코프가 태국 정부는 한미일 서울시 Samsung 의원 왔다 1270억원 (NATO) 북러 군산대 최 씨".split()
)
ENGLISH_WORDS = st.sampled_from(
    "Yoon Ga-ram Volkov Thai US$5 Seoul Samsung NATO the came U.S. Kunsan South Korea's Choi".split()
)


@given(
    st.lists(st.lists(WORDS, max_size=8), min_size=1, max_size=4),
    st.lists(st.lists(ENGLISH_WORDS, max_size=8), min_size=1, max_size=4),
)
def test_offsets_point_at_their_text(korean: list[list[str]], english: list[list[str]]) -> None:
    found = article(" | ".join(map(" ".join, korean)), " | ".join(map(" ".join, english)))
    names = found.names
    assert names is not None
    source, target = found.alignment.source.text, found.alignment.target.text
    for links in names.links:
        spans = sorted(link.latin for link in links)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        for link in links:
            assert source[slice(*link.hangul)] == link.written
            assert target[slice(*link.latin)] == link.spelt
    for left in names.unexplained:
        assert all(target[x.start : x.end].strip() for x in left)
    report = checks.run(found.alignment)
    for finding in report.findings:
        for place, document_ in ((finding.source, found.alignment.source), (finding.target, found.alignment.target)):
            if place:
                segment = document_.segments[place.segment]
                assert segment.start <= place.start <= place.end <= segment.end
