"""How real repositories name a page and its translations: each convention with six pages, and a language too many in the tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.corpus.pairs import listed
from align.corpus.whole import listing

TEXTS = {
    "ko": "# {n}번째 문서\n\n이 문서는 도구를 설치하는 방법을 설명한다.\n",
    "en": "# Page {n}\n\nThis page tells you how the tool is installed on the machine.\n",
    "ja": "# {n}番目の文書\n\nこの文書はツールの入れ方を説明する。\n",
    "de": "# Seite {n}\n\nDiese Seite sagt, wie das Werkzeug und die Daten auf der Maschine zu finden sind.\n",
}
PAGES = ("index", "guide/index", "guide/first-steps", "guide/deep/tuning", "api/index", "README")
CONVENTIONS = (
    # label, Korean, English, another language
    ("N.ko and N.en", "docs/{d}{n}.ko.md", "docs/{d}{n}.en.md", "docs/{d}{n}.ja.md"),
    ("ko/ and en/", "docs/ko/{d}{n}.md", "docs/en/{d}{n}.md", "docs/ja/{d}{n}.md"),
    ("a folder a page, index.ko and index.en", "p/{d}{n}/index.ko.md", "p/{d}{n}/index.en.md", "p/{d}{n}/index.ja.md"),
    ("a folder a page, ko.md and en.md", "p/{d}{n}/ko.md", "p/{d}{n}/en.md", "p/{d}{n}/ja.md"),
    ("N_ko and N_en", "docs/{d}{n}_ko.md", "docs/{d}{n}_en.md", "docs/{d}{n}_ja.md"),
    ("KO/ and EN/", "KO/{d}{n}.md", "EN/{d}{n}.md", "JA/{d}{n}.md"),
    ("ko.N and en.N", "{d}ko.{n}.md", "{d}en.{n}.md", "{d}ja.{n}.md"),
    ("kor/ and eng/", "kor/{d}{n}.md", "eng/{d}{n}.md", "jpn/{d}{n}.md"),
    ("ko-KR/ and en-US/", "ko-KR/{d}{n}.md", "en-US/{d}{n}.md", "ja-JP/{d}{n}.md"),
    ("N.ko beside N", "{d}{n}.ko.md", "{d}{n}.md", "{d}{n}.ja.md"),
    ("Hugo: a folder a page, index.ko beside index", "content/{d}{n}/index.ko.md", "content/{d}{n}/index.md", "content/{d}{n}/index.ja.md"),
    ("VitePress: docs/ko in docs", "docs/ko/{d}{n}.md", "docs/{d}{n}.md", "docs/ja/{d}{n}.md"),
    ("Docusaurus", "i18n/ko/docusaurus-plugin-content-docs/current/{d}{n}.md", "docs/{d}{n}.md", "i18n/ja/docusaurus-plugin-content-docs/current/{d}{n}.md"),
    ("Docusaurus in website/", "website/i18n/ko/docusaurus-plugin-content-docs/current/{d}{n}.md", "website/docs/{d}{n}.md", "website/i18n/ja/docusaurus-plugin-content-docs/current/{d}{n}.md"),
    ("N_ko beside N", "{d}{n}_ko.md", "{d}{n}.md", "{d}{n}_ja.md"),
    ("N-ko_kr beside N", "{d}{n}-ko_kr.md", "{d}{n}.md", "{d}{n}-ja_jp.md"),
    ("Hugo: content/ko in content", "content/ko/{d}{n}.md", "content/{d}{n}.md", "content/ja/{d}{n}.md"),
    ("docs-ko/ and docs-en/", "docs-ko/{d}{n}.md", "docs-en/{d}{n}.md", "docs-ja/{d}{n}.md"),
    ("book-ko/ beside book/", "book-ko/{d}{n}.md", "book/{d}{n}.md", "book-ja/{d}{n}.md"),
    ("translations/ko", "translations/ko/{d}{n}.md", "{d}{n}.md", "translations/ja/{d}{n}.md"),
    ("korean/ and english/", "korean/{d}{n}.md", "english/{d}{n}.md", "japanese/{d}{n}.md"),
    ("kr/ and en/", "kr/{d}{n}.md", "en/{d}{n}.md", "jp/{d}{n}.md"),
    ("N_kr and N_en", "{d}{n}_kr.md", "{d}{n}_en.md", "{d}{n}_jp.md"),
    ("N (ko) and N (en)", "{d}{n} (ko).md", "{d}{n} (en).md", "{d}{n} (ja).md"),
    ("ko_N and en_N", "{d}ko_{n}.md", "{d}en_{n}.md", "{d}ja_{n}.md"),
    ("N_국문 and N_영문", "{d}{n}_국문.md", "{d}{n}_영문.md", "{d}{n}_일문.md"),
    ("한국어/ and English/", "한국어/{d}{n}.md", "English/{d}{n}.md", "日本語/{d}{n}.md"),
    ("Korean without a tag", "{d}{n}.md", "{d}{n}.en.md", "{d}{n}.ja.md"),
    ("Korean without a tag, en/ in it", "docs/{d}{n}.md", "docs/en/{d}{n}.md", "docs/ja/{d}{n}.md"),
    ("MkDocs: docs/ko/docs", "docs/ko/docs/{d}{n}.md", "docs/en/docs/{d}{n}.md", "docs/ja/docs/{d}{n}.md"),
    ("Sphinx: locale/ko/", "locale/ko/pages/{d}{n}.md", "source/{d}{n}.md", "locale/ja/pages/{d}{n}.md"),
    ("src/content/docs/ko", "src/content/docs/ko/{d}{n}.md", "src/content/docs/{d}{n}.md", "src/content/docs/ja/{d}{n}.md"),
    ("two repositories, tr-ko", "tr-ko/book/{d}{n}.md", "tr/book/{d}{n}.md", "tr-ja/book/{d}{n}.md"),
    ("N.ko-KR beside N", "{d}{n}.ko-KR.md", "{d}{n}.md", "{d}{n}.ja-JP.md"),
    ("N.en and N.kr", "{d}{n}.kr.md", "{d}{n}.en.md", "{d}{n}.jp.md"),
    ("[KO] N and [EN] N", "{d}[KO] {n}.md", "{d}[EN] {n}.md", "{d}[JA] {n}.md"),
    ("docs.ko/ and docs.en/", "docs.ko/{d}{n}.md", "docs.en/{d}{n}.md", "docs.ja/{d}{n}.md"),
    ("versions below the language", "docs/ko/v1.2/{d}{n}.md", "docs/en/v1.2/{d}{n}.md", "docs/ja/v1.2/{d}{n}.md"),
)  # fmt: skip


def written(folder: Path, scheme: str, lang: str) -> list[str]:
    """The pages in a language, as a convention names them; their paths."""
    paths = []
    for k, page in enumerate(PAGES):
        head, slash, name = page.rpartition("/")
        path = folder / scheme.format(d=head + slash, n=name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXTS[lang].format(n=k), encoding="utf-8")
        paths.append(str(path))
    return paths


def found(folder: Path, source: str = "", target: str = "") -> dict[str, tuple[str, str, str]]:
    pairs = listed([str(folder)], source, target).pairs
    return {pair.source: (pair.target, pair.source_lang, pair.target_lang) for pair in pairs}


@pytest.mark.parametrize("other", [False, True], ids=["two languages", "a language too many"])
@pytest.mark.parametrize(("label", "ko", "en", "ja"), CONVENTIONS, ids=[row[0] for row in CONVENTIONS])
def test_every_convention(tmp_path: Path, label: str, ko: str, en: str, ja: str, other: bool) -> None:
    sides = written(tmp_path, ko, "ko"), written(tmp_path, en, "en")
    third = written(tmp_path, ja, "ja") if other else []
    pairs = found(tmp_path)
    assert {a: pair[0] for a, pair in pairs.items()} == dict(zip(*sides, strict=True))
    assert {(a[:2], b[:2]) for _, a, b in pairs.values()} == {("ko", "en")}
    told = listed([str(tmp_path)])
    assert {path for path, _ in told.unused} | set(told.alone) == set(third)


QUIET = (
    # label, files with their language, pairs
    ("an article about Korea", {"korean-war.md": "en", "war.md": "en"}, {}),
    ("English beside English", {"a_kr.md": "en", "a.md": "en"}, {}),
    ("two languages beside a third", {"a.de.md": "de", "a.ko.md": "ko", "a.md": "en"}, {"a.ko.md": "a.md"}),
    ("one page moved to another folder", {"docs/ko/a/x.md": "ko", "docs/b/x.md": "en"}, {}),
    ("a page that one language has alone", {"ko/x.md": "ko", "ko/y.md": "ko", "x.md": "en", "other/y.md": "en"}, {"ko/x.md": "x.md"}),
    ("the same name in two places", {"docs/ko/x.md": "ko", "docs/x.md": "en", "src/x.md": "en"}, {"docs/ko/x.md": "docs/x.md"}),
    ("a tagged one is nearer than one without", {"a.ko.md": "ko", "a.en.md": "en", "a.md": "en"}, {"a.ko.md": "a.en.md"}),
)  # fmt: skip


@pytest.mark.parametrize(("label", "files", "pairs"), QUIET, ids=[row[0] for row in QUIET])
def test_what_is_no_pair(tmp_path: Path, label: str, files: dict[str, str], pairs: dict[str, str]) -> None:
    for k, (name, lang) in enumerate(files.items()):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXTS[lang].format(n=k), encoding="utf-8")
    told = listed([str(tmp_path)])
    assert {Path(p.source): Path(p.target) for p in told.pairs} == {
        tmp_path / a: tmp_path / b for a, b in pairs.items()
    }
    assert len(told.alone) + len(told.unused) + 2 * len(told.pairs) == len(files)


@pytest.mark.parametrize(
    ("source", "target", "wanted"), [("ko", "en", "docs/x.md"), ("ko", "ja", "docs/ja/x.md"), ("ko", "de", "")]
)
def test_the_languages_asked_for(tmp_path: Path, source: str, target: str, wanted: str) -> None:
    for lang, name in (("en", "docs/x.md"), ("ko", "docs/ko/x.md"), ("ja", "docs/ja/x.md")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXTS[lang].format(n=1), encoding="utf-8")
    pairs = found(tmp_path, source, target)
    assert [pair[0] for pair in pairs.values()] == ([str(tmp_path / wanted)] if wanted else [])
    assert not pairs or next(iter(pairs.values()))[1:] == (source, target)


def test_a_set_of_translations_one_without_a_tag(tmp_path: Path) -> None:
    for scheme, lang in (("docs/ko/{d}{n}.md", "ko"), ("docs/{d}{n}.md", "en"), ("docs/ja/{d}{n}.md", "ja")):
        written(tmp_path, scheme, lang)
    told = listing([str(tmp_path)], "ko", ["en", "ja"])
    assert len(told.pairs) == 2 * len(PAGES)
    assert [pair.target_lang for pair in told.pairs] == ["en", "ja"] * len(PAGES)
    assert not told.alone
    assert not told.unused


def test_many_pages_of_one_name(tmp_path: Path) -> None:
    for k in range(60):
        for scheme, lang in (("i18n/ko/plugin/current/p{n}/index.md", "ko"), ("docs/p{n}/index.md", "en")):
            path = tmp_path / scheme.format(n=k)
            path.parent.mkdir(parents=True)
            path.write_text(TEXTS[lang].format(n=k), encoding="utf-8")
    pairs = found(tmp_path)
    assert len(pairs) == 60
    assert all(Path(a).parent.name == Path(b).parent.name for a, (b, *_) in pairs.items())
