"""Front matter: which of its values are text, in its own order, and that each leads back to where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from align.readers import read
from align.readers.positions import file_offset, position

CASES = [
    ("---\ntitle: 제목\n---\n", ["제목"]),
    ("---\ntitle: \"제목: 하나\"\ndescription: '둘''째'\n---\n", ["제목: 하나", "둘'째"]),
    ("---\ndescription: 쓰는 법\n---\n", ["쓰는 법"]),
    ("---\ndate: 2024-05-01\nlang: ko\nslug: a\ntags: [하나, 둘]\nweight: 3\ndraft: true\n---\n", []),
    ("---\ntags:\n  - 하나\n  - 둘\nsummary: 요약\n---\n", ["요약"]),
    ("---\ntitle: 제목 # 덧말\n---\n", ["제목"]),
    ("---\ndescription: >-\n  첫 줄\n  둘째 줄\n\n  새 문단\ntitle: 제목\n---\n", ["첫 줄 둘째 줄", "새 문단", "제목"]),
    ("---\ndescription: |\n  첫 줄\n  둘째 줄\n---\n", ["첫 줄 둘째 줄"]),
    ("---\ndescription: 이어지는\n  값이다\nlayout: doc\n---\n", ["이어지는 값이다"]),
    ("---\ndescription: \"이어지는\n  값이다\"\n---\n", ["이어지는 값이다"]),
    ("---\nlayout: home\nhero:\n  name: 이름\n  text: 글\n  tagline: 표어\n  image:\n    src: /a.png\n    alt: 그림\n  actions:\n    - theme: brand\n"
     "      text: 시작\n      link: /x\nfeatures:\n  - icon: x\n    title: 하나\n    details: 자세히\n  - title: 둘\n---\n",
     ["이름", "글", "표어", "그림", "시작", "하나", "자세히", "둘"]),
    ("---\nname: 식별자\ntitle: 제목\n---\n", ["제목"]),
    ("---\nactions: [{text: 시작, link: /x}]\nhero: { text: \"글\", tagline: '표어' }\n---\n", ["시작", "글", "표어"]),
    ("---\n# 덧말\n\ntitle: 제목\n\nsidebar_label: 짧게\nsidebar_position: 2\n---\n", ["제목", "짧게"]),
    ("---\n\"title\": 제목\n---\n", ["제목"]),
    ("---\ntitle:\n---\n", []),
    ("---\ntitle: 2024\n---\n", []),
    ("---\n---\n", []),
    ("+++\ntitle = \"제목\"\ndate = 2024-05-01\ntags = [\"하나\"]\nsummary = '요약'\ndescription = \"\"\"\n여러 줄\n글\"\"\"\n[params]\nsubtitle = \"부제\"\nid = \"no\"\n+++\n",
     ["제목", "요약", "여러 줄 글", "부제"]),
    ("{\n  \"title\": \"제목\",\n  \"date\": \"2024-05-01\",\n  \"tags\": [\"하나\"],\n  \"hero\": {\"name\": \"이름\", \"link\": \"/x\"}\n}\n", ["제목", "이름"]),
    ("---\n제목\n---\n", ["제목"]),
    ("---\n\n글이다: 정말\n\n---\n", ["글이다: 정말"]),
]  # fmt: skip


@pytest.mark.parametrize(("matter", "wanted"), CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_its_texts(matter: str, wanted: list[str], end: str) -> None:
    file = (matter + "\n본문이다.\n").replace("\n", end)
    document, _ = read(file.encode(), "a.md")
    assert [line for line in document.text.split("\n") if line] == [*wanted, "본문이다."]
    for offset, character in enumerate(document.text):
        assert character.isspace() or file[file_offset(document, offset)] == character
    line, column = position(document, document.text.index("본문"))
    assert file.split("\n")[line - 1][column - 1 :].startswith("본문")


def test_what_it_says_of_the_file() -> None:
    document, _ = read('---\ntitle: "제목"\ndate: 2024-05-01\nlang: ko\n---\n글\n'.encode(), "a.md")
    assert (document.title, document.date, document.lang) == ("제목", date(2024, 5, 1), "ko")
    document, _ = read('{"title": "제목", "date": "2024-05-01", "lang": "ko"}\n글\n'.encode(), "a.md")
    assert (document.title, document.date, document.lang) == ("제목", date(2024, 5, 1), "ko")
