"""`align check` of one source and several translations: which files they are, what is told of each, and every report of it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from align.project import project
from tests.cli.project import align, put, run, said

KO = "회담은 2024년 11월 6일 서울에서 열렸다.\n\n회의에는 350명이 참석했다.\n\n다음 회의는 2025년 3월 2일 열린다.\n"
EN = "The talks were held in Seoul on Nov. 6, 2024.\n\nSome 350 people attended the meeting.\n\nThe next meeting is on March 2, 2025.\n"
DE = "Die Gespräche fanden am 6. November 2024 (2024-11-06) in Seoul statt.\n\nAn der Sitzung nahmen 350 Personen teil.\n\nDie nächste Sitzung ist am 2. März 2025.\n"
FR = "Les pourparlers ont eu lieu à Séoul le 6 novembre 2024.\n\nLa réunion a réuni 350 personnes.\n\nLa prochaine réunion aura lieu le 2 mars 2025.\n"
FILES = ("a.ko.txt", "a.en.txt", "a.de.txt", "a.fr.txt")


@pytest.fixture
def four(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source and three translations in a folder of their own, the working directory."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name, text in zip(FILES, (KO, EN, DE, FR), strict=True):
        put(name, text)
    return tmp_path


def wrong(name: str, old: str = "350", new: str = "530") -> None:
    put(name, Path(name).read_text(encoding="utf-8").replace(old, new))


def findings(*args: str) -> list[dict[str, object]]:
    return json.loads(run(*args, "--format", "json", "--exit-zero").stdout)["findings"]


def about(found: list[dict[str, object]], rule: str) -> list[tuple[object, object]]:
    return [(f["lang"], f["files"]) for f in found if f["rule"] == rule]


def test_nothing_is_said_of_what_is_right(four: Path) -> None:
    assert [f["rule"] for f in findings(*FILES[:2], FILES[3]) if f["severity"] != "info"] == []


def test_the_one_that_is_wrong_is_told_with_witnesses(four: Path) -> None:
    wrong("a.en.txt")
    (finding,) = [f for f in findings(*FILES) if f["rule"] == "number-conflict"]
    assert (finding["lang"], finding["files"]) == ("en", ["a.ko.txt", "a.en.txt"])
    assert finding["expected"] == "350"
    assert [(place["lang"], place["file"], place["text"]) for place in finding["others"]] == [
        ("de", "a.de.txt", "350"),
        ("fr", "a.fr.txt", "350"),
    ]
    assert "de and fr agree with the source" in finding["message"]


def test_the_source_decides_where_all_are_wrong(four: Path) -> None:
    for name in FILES[1:]:
        wrong(name)
    found = [f for f in findings(*FILES) if f["rule"] == "number-conflict"]
    assert [f["lang"] for f in found] == ["en", "de", "fr"]
    assert not any("others" in f for f in found)


def test_a_fingerprint_is_that_of_the_pair(four: Path) -> None:
    wrong("a.en.txt")
    alone = {f["fingerprint"] for f in findings("a.ko.txt", "a.en.txt")}
    assert alone <= {f["fingerprint"] for f in findings(*FILES)}


@pytest.mark.parametrize(
    ("files", "options"),
    [
        (("a.en.txt", "a.ko.txt", "a.fr.txt"), ("--source-lang", "ko")),
        (("one.txt", "two.txt", "three.txt"), ()),
        (("one.txt", "two.txt", "three.txt"), ("--source-lang", "ko", "--target-lang", "en", "--target-lang", "fr")),
        (("two.txt", "one.txt", "three.txt"), ("--source-lang", "ko")),
    ],
)
def test_languages_by_name_option_or_text(files: tuple[str, ...], options: tuple[str, ...], four: Path) -> None:
    for name, text in (("one.txt", KO), ("two.txt", EN.replace("350", "530")), ("three.txt", FR)):
        put(name, text)
    wrong("a.en.txt")
    found = [f for f in findings(*files, *options) if f["rule"] == "number-conflict"]
    assert [f["lang"] for f in found] == ["en"]
    assert [place["lang"] for place in found[0]["others"]] == ["fr"]


def bad(four: Path) -> list[tuple[list[str], str]]:
    put("b.en.txt", EN)
    return [
        ([*FILES, "b.en.txt"], "b.en.txt: a.en.txt and b.en.txt are both in en"),
        (["a.ko.txt", "a.en.txt", "a.en.txt"], "a.en.txt: is given twice"),
        ([*FILES, "--target-lang", "en"], "--target-lang: given 1 times for 3 translations"),
        (["a.ko.txt", "a.en.txt", "--target-lang", "en", "--target-lang", "fr"], "given 2 times for 1 translation ("),
        ([*FILES, "nowhere.ja.txt"], "nowhere.ja.txt: no such file"),
        (["-", "-", "a.en.txt"], "given twice"),
    ]


def test_bad_input_is_one_line_and_2(four: Path) -> None:
    for args, says in bad(four):
        result = run(*args)
        assert result.exit_code == 2, args
        assert len(said(result).splitlines()) == 1, said(result)
        assert says in said(result)


def test_a_translation_in_the_wrong_language_is_named(four: Path) -> None:
    put("a.fr.txt", EN)
    (line,) = [line for line in run(*FILES).stderr.splitlines() if "reads like" in line]
    assert line.startswith("align: warning: a.fr.txt is taken for fr but reads like en")


def test_a_translation_of_another_article_is_named(four: Path) -> None:
    other = "The cat sat down. It slept for hours.\n\nNobody came. Rain fell on the roof of the barn.\n\nThen the sun rose.\n"
    put("a.en.txt", other)
    assert "a.ko.txt and a.en.txt hardly match" in run(*FILES).stderr
    assert run(*FILES).stderr.count("hardly match") <= 2


def test_the_exit_code_is_that_of_all(four: Path) -> None:
    assert run(*FILES).exit_code == 0
    wrong("a.en.txt")
    assert run(*FILES).exit_code == 1
    assert run(*FILES, "--exit-zero").exit_code == 0


def test_every_report_names_all_files(four: Path) -> None:
    wrong("a.en.txt")
    outputs = ["o.json", "o.sarif", "o.xml", "o.html", "o.txt"]
    run(*FILES, *(part for name in outputs for part in ("-o", name)))
    sarif = json.loads(Path("o.sarif").read_text(encoding="utf-8"))["runs"][0]
    (result,) = [r for r in sarif["results"] if r["ruleId"] == "number-conflict"]
    related = [r["physicalLocation"]["artifactLocation"]["uri"] for r in result["relatedLocations"]]
    assert related == ["a.ko.txt", "a.de.txt", "a.fr.txt"]
    assert [artifact["location"]["uri"] for artifact in sarif["artifacts"]] == list(FILES)
    suites = [suite.get("name") for suite in ElementTree.parse("o.xml").getroot()]
    assert suites == [f"a.ko.txt | {name}" for name in FILES[1:]]
    page = Path("o.html").read_text(encoding="utf-8")
    assert page.count('<section class="together">') == 1
    assert page.count('<article class="pair') == 3
    facts = json.loads(Path("o.json").read_text(encoding="utf-8"))["facts"]
    (row,) = [row for row in facts if row["source"]["text"] == "350명"[:3]]
    assert {lang: (cell["text"], cell["apart"]) for lang, cell in row["translations"].items()} == {
        "en": ("530", True),
        "de": ("350", False),
        "fr": ("350", False),
    }
    assert all(len(line) <= 100 for line in Path("o.txt").read_text(encoding="utf-8").splitlines())
    text = run(*FILES).stdout
    assert "de 3:" in text
    commands = run(*FILES, "--format", "github").stdout
    assert "::error file=a.en.txt" in commands


def test_columns_of_names(four: Path) -> None:
    result = run(*FILES[:3], "--names", "--ledger", "names.tsv")
    head, *rows = result.stdout.splitlines()
    assert head == "name\tkind\ten\tde\twhere"
    assert rows[0].split("\t")[:3] == ["서울", "place", "Seoul"]
    assert Path("names.tsv").read_text(encoding="utf-8").splitlines()[:2] == [
        "ko\ten\tde\tkind",
        "서울\tSeoul\tSeoul\tplace",
    ]
    assert "0 new names" in run(*FILES[:3], "--names", "--ledger", "names.tsv").stderr
    assert run(*FILES[:3], "--ledger", "names.tsv").exit_code == 0
    result = run(*FILES, "--names", "--ledger", "names.tsv")
    assert result.exit_code == 2
    assert "names.tsv:1: no column for each of ko, en, de, fr" in said(result)


ENTRY = """
target-lang = ["en", "de", "fr"]
[[pairs]]
source = "*.ko.txt"
target = {target}
"""


@pytest.mark.parametrize("target", ['["*.en.txt", "*.de.txt", "*.fr.txt"]', '"*.{lang}.txt"', '["*.{lang}.txt"]'])
def test_several_targets_of_a_project(target: str, four: Path) -> None:
    put("align.toml", ENTRY.replace("{target}", target))
    wrong("a.en.txt")
    (finding,) = [f for f in findings() if f["rule"] == "number-conflict"]
    assert [place["file"] for place in finding["others"]] == ["a.de.txt", "a.fr.txt"]
    again = [f for f in findings() if f["rule"] == "number-conflict"]  # out of the cache
    assert again == [finding]
    assert Path(".align-cache").is_dir()
    (alone,) = [
        f for f in findings("a.en.txt") if f["rule"] == "number-conflict"
    ]  # a translation stands for its own pair
    assert alone["fingerprint"] == finding["fingerprint"]
    assert "files" not in alone
    assert [f["lang"] for f in findings("a.ko.txt") if f["rule"] == "number-conflict"] == ["en"]


def test_entries_of_one_source_are_looked_at_together(four: Path) -> None:
    entry = '[[pairs]]\nsource = "*.ko.txt"\ntarget = "*.{}.txt"\n'
    put("align.toml", entry.replace("{}", "en") + entry.replace("{}", "fr"))
    wrong("a.en.txt")
    (finding,) = [f for f in findings() if f["rule"] == "number-conflict"]
    assert [place["lang"] for place in finding["others"]] == ["fr"]


def test_a_translation_that_is_not_there(four: Path) -> None:
    put("align.toml", ENTRY.replace("{target}", '"*.{lang}.txt"'))
    Path("a.de.txt").unlink()
    result = run()
    assert result.exit_code == 1
    assert "a.de.txt: error[counterpart-missing]" in result.stdout
    wrong("a.en.txt")
    assert [f["lang"] for f in findings() if f["rule"] == "number-conflict"] == ["en"]


def test_the_translations_of_an_entry_are_no_sources(four: Path) -> None:
    for lang, text in (("", KO), (".en", EN), (".de", DE)):
        put(f"b{lang}.md", text)
    put("align.toml", '[[pairs]]\nsource = "*.md"\ntarget = ["*.en.md", "*.de.md"]\n')
    assert project().all()[0] == [("b.md", "b.en.md", None), ("b.md", "b.de.md", None)]
    assert project().of("b.en.md") == [("b.md", "b.en.md", None)]


def test_lang_has_to_be_told(four: Path) -> None:
    put("align.toml", '[[pairs]]\nsource = "*.ko.txt"\ntarget = "*.{lang}.txt"\n')
    assert "align.toml:3: {lang} without a target-lang" in said(run())


def test_a_baseline_of_pairs_holds_for_them_together(four: Path) -> None:
    wrong("a.en.txt")
    run("a.ko.txt", "a.en.txt", "--baseline", "known.json", "--write-baseline")
    assert run(*FILES, "--baseline", "known.json").exit_code == 0


def test_repairs_are_written_into_their_own_file(four: Path) -> None:
    wrong("a.en.txt")
    wrong("a.en.txt", "Some ", "")
    assert run(*FILES, "--fix").exit_code == 0
    assert "350" in Path("a.en.txt").read_text(encoding="utf-8")


def test_alignments_of_one_source_in_a_file(four: Path) -> None:
    wrong("a.en.txt")
    every = []
    for name in FILES[1:]:
        align("pair", "a.ko.txt", name, "-o", "one.json")
        every.append(json.loads(Path("one.json").read_text(encoding="utf-8")))
    put("all.json", json.dumps(every))
    (finding,) = [f for f in findings("all.json") if f["rule"] == "number-conflict"]
    assert [place["lang"] for place in finding["others"]] == ["de", "fr"]
