"""Slips of the ways in which newsrooms' errors were missed, and the quiet changes beside them: what is changed and what is left alone."""

from __future__ import annotations

import pytest

from tests.lang.test_slips import EN, KO, Edits, after


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        (EN.time, "a 5.30 percent rise"),
        (EN.time, "at 17:30"),
        (EN.time, "I am here"),
        (EN.range_end, "beat them 3-2"),
        (EN.range_end, "a score of 0-4"),
        (EN.range_end, "from 1,000 to 2,000"),
        (EN.range_end, "in 2024-2025"),
        (EN.range_end, "from 9 to 6 p.m."),
        (EN.count, "a one-time bonus"),
        (EN.count, "someone often"),
        (EN.code, "the year 2024"),
        (EN.code, "No comment"),
        (EN.term, "the software"),
        (EN.term, "of the new party"),
        (EN.term, "a red rose"),
        (EN.cut, "He left."),
        (EN.cut, "He left, which nobody had wanted of the 12 guests."),
        (EN.cut, "It opens six months after the law takes effect."),
        (EN.cut, '"He said that he would leave, which he had always wanted to do," she said.'),
        (EN.cut, "They came up with a better offer this time."),
        (EN.notation, "The talks began at 5 p.m."),
        (EN.notation, "in 2024"),
        (EN.short, "representatives of the state"),
        (KO.time, "2시간 동안"),
        (KO.time, "14:30"),
        (KO.count, "두고 세웠다"),
        (KO.count, "한국 네덜란드"),
        (KO.range_end, "1~3조원"),
        (KO.range_end, "3-2로 이겼다"),
        (KO.code, "제9회 대회"),
        (KO.turned, "노동조합법에 따라"),
        (KO.turned, "그는 떠났다고 말했다."),
        (KO.turned, "계획을 발표했다."),
        (KO.turned, "이상이 없는지"),
        (KO.cut, "그는 떠났다."),
        (KO.cut, "노조는 임금 인상과 정년 연장을 강하게 요구하고 있다."),
        (KO.cut, "정부는 대체가 어려운 부품의 관세를 면제할 계획이다."),
    ],
)
def test_left_alone(edits: Edits, text: str) -> None:
    assert after(edits, text) - {text.replace("없", "있")} == set()


@pytest.mark.parametrize(
    ("edits", "text", "one"),
    [
        (EN.time, "at 7 p.m. on Sunday", "at 5 p.m. on Sunday"),
        (EN.time, "at 2 p.m.", "at 2 a.m."),
        (EN.time, "at 5.34pm", "at 5.24pm"),
        (EN.range_end, "Nov. 6 to 8", "Nov. 6 to 9"),
        (EN.range_end, "aged 19-39", "aged 19-41"),
        (EN.range_end, "between 3 and 5 people", "between 3 and 6 people"),
        (EN.range_end, "10–12 hours", "9–12 hours"),
        (EN.count, "Three of the five", "Two of the five"),
        (EN.count, "the third time", "the fourth time"),
        (EN.code, "Article 9, Clause 2", "Article 7, Clause 2"),
        (EN.code, "call 02-123-4567", "call 02-123-4561"),
        (EN.code, "its No. 2 furnace", "its No. 3 furnace"),
        (EN.code, "the KF-21 jet", "the KF-22 jet"),
        (EN.term, "the control software of", "the control program of"),
        (EN.term, "two delivery wards", "two delivery units"),
        (EN.term, "the district courts", "the district tribunals"),
        (EN.cut, "The ship, which had left Busan early, sank.", "The ship sank."),
        (EN.cut, "Kim Su-ji, the mayor of the city, left.", "Kim Su-ji left."),
        (EN.cut, "When the plant is completed, output will grow.", "Output will grow."),
        (EN.cut, "The firm moved to Pohang and diverted its exports there.", "The firm moved to Pohang."),
        (EN.cut, "Few will stay unless the strike drags on.", "Few will stay."),
        (EN.notation, "on Nov. 6, 2024,", "on 6 November 2024,"),
        (EN.notation, "6 percent", "6 per cent"),
        (EN.notation, "$1.2 billion", "$1.2bn"),
        (EN.notation, "30 billion won", "KRW 30 billion"),
        (EN.notation, "at 11pm on Friday", "at 11 p.m. on Friday"),
        (EN.notation, "at 5:30 p.m. on Friday", "at 17:30 on Friday"),
        (EN.notation, "12 ships", "a dozen ships"),
        (EN.short, "Rep. Ma", "Representative Ma"),
        (EN.short, "Professor Ma", "Prof. Ma"),
        (EN.short, "the United States will", "the U.S. will"),
        (EN.short, "3 kilometers", "3 km"),
        (KO.time, "오후 2시에", "오전 2시에"),
        (KO.time, "오전 11시 40분", "오전 11시 30분"),
        (KO.time, "새벽 4시", "새벽 5시"),
        (KO.count, "세 명이", "네 명이"),
        (KO.count, "두 번째", "세 번째"),
        (KO.range_end, "3~5일", "3~6일"),
        (KO.range_end, "19~39세", "19~41세"),
        (KO.code, "제9조 2항", "제8조 2항"),
        (KO.code, "02-123-4567", "02-123-4568"),
        (KO.turned, "수출이 12% 늘었다.", "수출이 12% 줄었다."),
        (KO.turned, "회담에 참석했다.", "회담에 참석하지 않았다."),
        (KO.turned, "문을 열 수 없다", "문을 열 수 있다"),
        (KO.turned, "합의하지 못했다", "합의했다"),
        (KO.turned, "30명 이상", "30명 이하"),
        (KO.turned, "파업하기로 했다.", "파업하지 않기로 했다."),
        (KO.reworded, "수출이 줄었다", "수출이 감소했다"),
        (KO.notation, "12%가", "12퍼센트가"),
        (KO.notation, "5억 원", "5억원"),
        (KO.notation, "오후 5시 30분", "오후 5시 반"),
        (KO.cut, "주민들은 시의 오랜 반대를 무릅쓰고 도로를 막았다.", "주민들은 도로를 막았다."),
        (KO.cut, "정부는 지방의 인구 감소를 막기 위해 세금을 낮췄다.", "정부는 세금을 낮췄다."),
    ],
)
def test_changed(edits: Edits, text: str, one: str) -> None:
    assert one in after(edits, text)


@pytest.mark.parametrize(
    ("edits", "text", "times"),
    [(EN.time, "at 2:30 p.m.", 7), (KO.time, "오후 2시 30분", 7), (KO.range_end, "3~5일", 8)],
)
def test_no_slip_says_the_same(edits: Edits, text: str, times: int) -> None:
    found = after(edits, text)
    assert text not in found
    assert len(found) == times


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("Rep. Ma added", "Ma", True),
        ("Ma's office", "Ma", True),
        ("said Ma.", "Ma", True),
        ("President Ma said", "Ma", True),
        ("Ma Dong-wook said", "Ma", False),
        ("Namsan Ma said", "Ma", False),
        ("a Ma-led team", "Ma", False),
    ],
)
def test_where_a_family_name_stands_alone(text: str, name: str, there: bool) -> None:
    assert bool(list(EN.alone(text, name))) is there


@pytest.mark.parametrize(
    ("between", "sided"),
    [
        (" accused ", True), (" was beaten by ", True), (" sued ", True), (" and ", False), (" met with ", False),
        (" or ", False), (", ", False), (" signed a pact with ", False), (" said. Then ", False),
    ],
)  # fmt: skip
def test_who_stands_first_matters(between: str, sided: bool) -> None:
    assert EN.one_sided(between) is sided


@pytest.mark.parametrize(
    ("old", "new", "fit"),
    [("한국", "일본", True), ("한국", "캐나다", False), ("서울", "부산", False), ("대구", "광주", True), ("IBM", "삼성", False)],
)  # fmt: skip
def test_particles_stay_right(old: str, new: str, fit: bool) -> None:
    assert KO.fits(old, new) is fit


@pytest.mark.parametrize(
    ("joined", "text", "following", "found"),
    [
        (
            EN.joined,
            "He left.",
            "The talks went on.",
            {"He left; the talks went on.", "He left, and the talks went on."},
        ),
        (EN.joined, "He left.", "But she stayed.", {"He left; but she stayed."}),
        (EN.joined, "He left at 5 p.m.", "She stayed.", set()),
        (EN.joined, "A headline", "She stayed.", set()),
        (KO.joined, "회의를 했다.", "합의는 없었다.", {"회의를 했으며, 합의는 없었다."}),
        (KO.joined, "제목", "합의는 없었다.", set()),
    ],
)
def test_two_sentences_become_one(joined: object, text: str, following: str, found: set[str]) -> None:
    assert set(joined(text, following)) == found  # type: ignore[operator]


def test_a_hangul_syllable_is_one_syllable() -> None:
    for (start, end), new in KO.own_syllable("마동욱"):
        assert (end - start, len(new)) == (1, 1)
        assert start > 0
        assert "마동욱"[start:end] != new
    assert not list(KO.own_syllable("IBM"))
