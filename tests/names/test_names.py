"""Names: links and what is left over, and the table of an article's names."""

from __future__ import annotations

import ast
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import checks
from align.checks.context import Article, Knowledge, Term, read
from align.engine.engine import Engine
from align.lang import known
from align.model import Alignment, Bead
from align.names.likeness import like
from align.names.sides import heard
from align.names.table import table
from tests.conftest import ROOT, document


def article(korean: str, english: str, knowledge: Knowledge | None = None) -> Article:
    """Sentence by sentence, parts between bars."""
    source, target = (
        document([p.strip() for p in text.split("|")], lang) for text, lang in ((korean, "ko"), (english, "en"))
    )
    size = min(len(source.segments), len(target.segments))
    return read(Alignment(source, target, tuple(Bead((k,), (k,)) for k in range(size))), knowledge or Knowledge())


@pytest.mark.parametrize(
    ("a", "b", "alike"), [("volkov", "volkow", True), ("volkov", "volkov", False), ("kim", "lee", False)]
)
def test_like(a: str, b: str, alike: bool) -> None:
    assert like(a, b) is alike


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


def test_names_of_several_words_are_found_from_either_side() -> None:
    korean, english = "볼코프는 아시아백신학회에서 연설했다.", "Volkov spoke at the Asian Vaccine Society."
    for langs, texts in ((("ko", "en"), (korean, english)), (("en", "ko"), (english, korean))):
        source, target = (document([text], lang) for text, lang in zip(texts, langs, strict=True))
        found = read(Alignment(source, target, (Bead((0,), (0,)),)), Knowledge())
        assert found.names is not None
        rows = {row.name: row.forms for row in table(found.alignment, found.names, Engine.load(*langs).lexicons)}
        assert rows["아시아백신학회"] == ("Asian Vaccine Society",)


def test_a_string_of_both_sides_is_where_it_stands() -> None:
    found = article("합동참모본부 JCS는 살폈다.", "The JCS watched.")
    assert found.names is not None
    rows = {row.name: row.places for row in table(found.alignment, found.names, ())}
    assert rows["JCS"] == ((7, 4),)


@pytest.mark.parametrize(
    ("source", "target", "side"),
    [("ko", "en", "source"), ("en", "ko-KR", "target"), ("ko", "ja", "source"), ("ja", "ko", "target")],
)
def test_which_side_is_heard(source: str, target: str, side: str) -> None:
    found = heard(source, target)
    assert found is not None
    assert found[0] == side


@pytest.mark.parametrize(("source", "target"), [("de", "fr"), ("en", "is"), ("ko", "ko-KR"), ("und", "en")])
def test_neither_side_is_heard(source: str, target: str) -> None:
    assert heard(source, target) is None


@pytest.mark.parametrize("langs", [("de", "fr"), ("en", "de"), ("ru", "en"), ("ja", "zh")])
def test_a_pair_without_hearing_is_aligned_and_checked(langs: tuple[str, str]) -> None:
    texts = {
        "de": ["Olaf Scholz ist am 6. November nach Paris gereist.", "Er traf Emmanuel Macron."],
        "fr": ["Olaf Scholz s'est rendu à Paris le 6 novembre.", "Il a rencontré Emmanuel Macron."],
        "en": ["Olaf Scholz went to Paris on Nov. 6.", "He met Emmanuel Macron."],
        "ru": ["Олаф Шольц прибыл в Париж 6 ноября.", "Он встретился с Эмманюэлем Макроном."],
        "ja": ["ショルツ首相は6日、パリを訪れた。", "マクロン大統領と会談した。"],
        "zh": ["朔尔茨总理6日访问了巴黎。", "他会见了马克龙总统。"],
    }
    source, target = (document(texts[lang], lang) for lang in langs)
    alignment = Engine.load(*langs).align(source, target)
    assert [(b.source, b.target) for b in alignment.beads] == [((0,), (0,)), ((1,), (1,))]
    assert read(alignment, Knowledge()).names is None
    assert not [f for f in checks.run(alignment).findings if f.rule.startswith("name-")]


def test_names_ask_the_languages_and_know_none() -> None:
    """What a language knows is behind `align.lang.language`; here are roles."""
    files = [*(ROOT / "align" / "names").glob("*.py"), ROOT / "align" / "engine" / "evidence" / "names.py"]
    for path in files:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        for code in known():
            assert not [module for module in imported if f"{module}.".startswith(f"align.lang.{code}.")], path
        words = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        words |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        words |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        assert not words & {"hangul", "latin", "korean", "english"}, path


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
        spans = sorted(link.spelt for link in links)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        for link in links:
            assert source[slice(*link.heard)] == link.written
            assert target[slice(*link.spelt)] == link.form
    for left in names.unexplained:
        assert all(target[x.start : x.end].strip() for x in left)
    report = checks.run(found.alignment)
    for finding in report.findings:
        for place, document_ in ((finding.source, found.alignment.source), (finding.target, found.alignment.target)):
            if place:
                segment = document_.segments[place.segment]
                assert segment.start <= place.start <= place.end <= segment.end
