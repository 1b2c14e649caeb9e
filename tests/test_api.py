"""`import align` as a Python user has it: what it offers, what it takes, what it says of bad input, and that it is quiet."""

from __future__ import annotations

import ast
import io
import json
import os
import pickle
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

import align
from align import model
from align.errors import AlignError
from tests.chromium import PROGRAM, chromium
from tests.conftest import ROOT

DEMO = ROOT / "corpora" / "demo"
KO, EN = DEMO / "treaty.ko.txt", DEMO / "treaty.en.txt"
KOREAN = "북극 조약 서명\n\n양국은 2024년 11월 5일 오슬로에서 협정에 서명했다.\n\n운영비 1270억원은 노르웨이가 낸다.\n"
ENGLISH = (
    "Arctic treaty signed\n\nThe two countries signed the pact in Oslo on Nov. 3, 2024.\n\n"
    "Norway will pay the 127 billion won of operating costs.\n"
)
WRONG = "target:3:46: error[date-conflict]: 2024년 11월 5일 is Nov. 5, 2024; the translation says Nov. 3, 2024"


@pytest.fixture(scope="module")
def session() -> align.Session:
    return align.Session("ko", "en")


def python(code: str) -> str:
    """What a fresh Python prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout


def test_every_name_is_there() -> None:
    assert sorted(name for names in align.WHERE.values() for name in names.split()) == sorted(
        set(align.__all__) - {"__version__"}
    )
    assert all(getattr(align, name) for name in align.__all__)
    assert set(align.__all__) <= set(dir(align))
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        align.nothing_of_the_kind  # noqa: B018


def test_import_loads_nothing() -> None:
    code = "import sys; import align; print([m for m in sys.modules if m.startswith('align.') or m in ('numpy', 'click', 'lxml')])"
    assert python(code).strip() == "[]"


def test_types_are_told_to_type_checkers() -> None:
    tree = ast.parse((ROOT / "align" / "__init__.py").read_text(encoding="utf-8"))
    told = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(align.__all__) - {"__version__"} <= told
    assert (ROOT / "align" / "py.typed").exists()


@pytest.mark.parametrize("what", model.ABOVE)
def test_what_values_ask_of_floors_above_is_there(what: str) -> None:
    assert callable(model._above(what))


@pytest.mark.parametrize(
    "given",
    [
        str(KO), KO, KO.read_bytes(), KO.read_text(encoding="utf-8"), io.BytesIO(KO.read_bytes()), bytearray(KO.read_bytes()),
        io.StringIO(KO.read_text(encoding="utf-8")),
    ],
    ids="path Path bytes text file bytearray textfile".split(),
)  # fmt: skip
def test_read(given: object) -> None:
    found = align.read(given, date="2025-03-20")  # type: ignore[arg-type]
    by_path = align.read(KO)
    assert (found.texts(), found.lang, found.sha256) == (by_path.texts(), "ko", by_path.sha256)
    assert found.date == date(2025, 3, 20)


def test_read_a_text_of_one_line() -> None:
    assert align.read(text="협정에 서명했다.").lang == "ko"
    assert align.read(text="<p>협정에 서명했다.</p>", name="a.html").texts() == ("협정에 서명했다.",)
    with KO.open("rb") as stream:
        assert align.read(stream).name == "treaty.ko.txt"


def test_read_as_it_is_asked() -> None:
    found = align.read("하나\n\n둘\n", lines=True, lang="ko-KR", date=datetime(2024, 11, 5, 12), name="a.txt")
    assert (found.lang, found.date, found.name, len(found.segments)) == ("ko-KR", date(2024, 11, 5), "a.txt", 3)
    again = align.read(found, date=date(2024, 11, 6))
    assert (again.segments, again.date, again.lines) == (found.segments, date(2024, 11, 6), True)
    assert align.read(b"a\0b", lang="en").notes == ("text: 1 control character (NUL and the like) read as spaces",)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: align.read("nowhere.ko.txt"), "nowhere.ko.txt: no such file (a text of one line is given as text=)"),
        (lambda: align.read(KO.parent), "a folder, not a file"),
        (lambda: align.read(5), "a int is no article"),
        (lambda: align.read(), "one article is needed"),
        (lambda: align.read("a\nb", text="c"), "one article is needed"),
        (lambda: align.read("-"), "no path"),
        (lambda: align.read(b"a\n\xff\xff\x81"), "text:2: neither UTF-8 nor CP949"),
        (lambda: align.read("a\n\ud800"), "half a character"),
        (lambda: align.read(KO, date="yesterday"), "write it as 2024-11-05"),
        (lambda: align.read(KO, date=5), "write it as 2024-11-05"),
        (lambda: align.read(KO, lang="??"), "no language tag"),
        (lambda: align.pair(KO, EN, glossary="nowhere.tsv"), "nowhere.tsv: no such file"),
        (lambda: align.pair(KO, EN, engine="encoder:nothing"), "nothing: no such model"),
        (lambda: align.pair(KO, EN, engine="magic"), "no such engine"),
        (lambda: align.check(KO), "1 article"),
        (lambda: align.check(), "0 articles"),
        (lambda: align.check(align.pair(KOREAN, ENGLISH), KO), "alignments and something else"),
        (lambda: align.check(KOREAN, ENGLISH, select=["nothing"]), "no such rule"),
        (lambda: align.explain("nam-drift"), "nearest: name-drift"),
        (lambda: align.Session("ko", "en").pair(align.read(EN), KO), "is in en"),
        (lambda: align.build("nowhere", "a.tmx"), "nowhere"),
        (lambda: align.build(DEMO, "a.doc"), "names no format"),
        (lambda: align.build(DEMO), "nowhere to put the memory"),
        (lambda: align.build(DEMO, "a.tmx", jobs=1, scheduler="tcp://x"), "one of them"),
        (lambda: align.pair(KOREAN, ENGLISH).save("a.doc"), "names no format"),
        (lambda: align.pair(KOREAN, ENGLISH).save("-"), "no file name"),
        (lambda: align.pair(KOREAN, ENGLISH).save("a.tmx", format="doc"), "no such format"),
        (lambda: align.check(KOREAN, ENGLISH).save("a.doc"), "names no report"),
        (lambda: align.check(KOREAN, ENGLISH).save("a.txt", format="doc"), "no such report"),
    ],
)  # fmt: skip
def test_bad_input_is_an_align_error(call, told: str, capfd: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(AlignError, match=re.escape(told)) as caught:
        call()
    assert caught.value.where
    assert caught.value.what
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


def test_a_pair_and_its_check(capfd: pytest.CaptureFixture[str]) -> None:
    alignment = align.pair(KOREAN, ENGLISH)
    assert alignment.texts()[0] == ("북극 조약 서명", "Arctic treaty signed")
    assert alignment.to_dict()["schema"] == "align/1"
    report = align.check(alignment)
    assert [str(finding) for finding in report] == [WRONG]
    assert str(report) == WRONG
    assert [str(finding) for finding in align.check(KOREAN, ENGLISH)] == [WRONG]
    assert report.to_dict()["findings"][0]["expected"] == "Nov. 5, 2024"
    assert list(align.check(alignment, ignore=["date-conflict"])) == []
    assert list(align.check(alignment, select="omission")) == []
    assert capfd.readouterr() == ("", "")


def test_warnings_are_notes(capfd: pytest.CaptureFixture[str]) -> None:
    swapped = align.pair(EN, KO, source_lang="ko", target_lang="en")
    assert any("swapped" in note for note in swapped.notes)
    assert any(
        "hardly match" in note for note in align.pair(KOREAN, ROOT / "corpora" / "news" / "d05" / "en.txt").notes
    )
    undated = align.check("대표단은 어제 떠났다.\n", "The delegation left yesterday.\n")
    assert any("no publication date" in note for note in undated.notes)
    assert capfd.readouterr() == ("", "")


def test_several_alignments_have_a_report_each() -> None:
    alignment = align.pair(KOREAN, ENGLISH)
    reports = align.check(alignment, alignment)
    assert [len(report.findings) for report in reports] == [1, 1]


@pytest.mark.parametrize("name", "a.json a.tmx a.xlf a.xlf2 a.tsv a.beads a.html a.jsonl a.jsonl.gz a.tmx.gz".split())
def test_an_alignment_is_saved_by_extension(name: str, tmp_path: Path, session: align.Session) -> None:
    alignment = session.pair(KOREAN, ENGLISH)
    alignment.save(tmp_path / name)
    first = (tmp_path / name).read_bytes()
    assert first
    alignment.save(str(tmp_path / name))
    assert (tmp_path / name).read_bytes() == first
    if name == "a.json":
        assert json.loads(first) == alignment.to_dict()


@pytest.mark.parametrize("name", "a.json a.sarif a.xml a.html a.txt".split())
def test_a_report_is_saved_by_extension(name: str, tmp_path: Path, session: align.Session) -> None:
    session.check(KOREAN, ENGLISH).save(tmp_path / name)
    assert "date-conflict" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_session_loads_once_and_is_told_of_nothing_twice(
    session: align.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert session.engine is session.engine
    alignment = session.pair(KOREAN, ENGLISH)
    from align.checks import context

    monkeypatch.setattr(context, "language", None)  # mentions are not read again
    with pytest.raises(TypeError):
        align.Session("ko", "en").report(alignment)
    monkeypatch.undo()
    assert [str(finding) for finding in session.check(alignment)] == [WRONG]


def test_a_session_goes_to_another_process(session: align.Session) -> None:
    session.pair(KOREAN, ENGLISH)
    again = pickle.loads(pickle.dumps(session))
    assert [str(finding) for finding in again.check(KOREAN, ENGLISH)] == [WRONG]
    assert len(pickle.dumps(session)) < 1000


def test_glossary_and_lexicon_reach_the_rules(tmp_path: Path) -> None:
    (tmp_path / "terms.tsv").write_text("협정\tagreement\n", encoding="utf-8")
    session = align.Session("ko", "en", glossary=tmp_path / "terms.tsv")
    assert any("term-conflict" in str(finding) for finding in session.check(KOREAN, ENGLISH))
    assert session.comparing is session.engine
    assert len(session.comparing.lexicons) == len(align.Session("ko", "en").engine.lexicons) + 1
    article = session.article(session.pair(KOREAN, ENGLISH))
    assert article.engine is not None
    assert article.engine() is session.engine
    assert article.alike(1, 1) > article.alike(1, 0)


def test_explain() -> None:
    assert align.explain("date-conflict").severity == "error"
    assert "Bad: " in align.explain("date-conflict").text
    assert len(align.explain()) > 10


def test_build(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a.ko.txt", KOREAN), ("a.en.txt", ENGLISH), ("b.ko.txt", KOREAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    steps = list(align.build(tmp_path, tmp_path / "all.tmx", jobs=1))
    built = steps[-1]
    assert isinstance(built, align.Built)
    assert (built.pairs, built.aligned, built.units, built.failed) == (1, 1, 3, ())
    assert [Path(path).name for path in built.alone] == ["b.ko.txt"]
    assert built.outputs == {str(tmp_path / "all.tmx"): 3}
    assert all(isinstance(step, align.Progress) for step in steps[:-1])
    assert steps[-2] == align.Progress(1, 1, 1)
    again = list(align.build([str(tmp_path)], str(tmp_path / "all.tmx"), jobs=1))[-1]
    assert isinstance(again, align.Built)
    assert (again.skipped, again.units) == (1, 0)
    assert capfd.readouterr() == ("", "")


def test_python_m_align() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "align", "pair", KO, EN, "--to", "beads"],
        capture_output=True, text=True, cwd=ROOT, check=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert found.stdout == (DEMO / "treaty.gold").read_text(encoding="utf-8")


def elements() -> dict[str, str]:
    nasty = KOREAN.replace("노르웨이", "<script>alert('x')</script>\"노르웨이&")
    alignment = align.pair(nasty, ENGLISH.replace("Norway", "<b onclick=x>Norway</b>"))
    return {"alignment": alignment._repr_html_(), "report": align.check(alignment)._repr_html_()}


def test_a_notebook_gets_escaped_text_and_no_script() -> None:
    for element in elements().values():
        bare = re.sub("<style>.*?</style>", "", element)
        assert "<script" not in element
        assert not re.search(r"<[^>]+\son\w+=", bare)
        assert set(re.findall("<([a-z]+)", bare)) <= set("div p table tr th td ul li b br code span mark".split())
        assert not re.search("https?:|url\\(|@import", element)
        assert len(element) < 6000
    assert "&lt;script&gt;" in elements()["alignment"]


def test_a_notebook_shows_so_many_rows() -> None:
    text = "".join(f"{n}번째 문장이다.\n" for n in range(300))
    element = align.pair(text, text.replace("번째 문장이다", "th sentence"), lines=True)._repr_html_()
    assert element.count("<tr") == 101
    assert "… and " in element


@pytest.mark.skipif(not PROGRAM, reason="needs Chromium")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_notebook_can_be_read_in_light_and_dark(dark: bool, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    body = "".join(elements().values())
    page.write_text(
        f"<!doctype html><meta charset=utf-8><style>:root{{color-scheme:light dark}}</style>{body}", encoding="utf-8"
    )
    with chromium(tmp_path / "profile") as browser:
        tab = browser.tab()
        tab.screen(600, 700, dark=dark)
        tab.open(page)
        ink, wide = tab.run(
            "[getComputedStyle(document.querySelector('.align-out td')).color, document.documentElement.scrollWidth]"
        )
        assert ink == ("rgb(255, 255, 255)" if dark else "rgb(0, 0, 0)")
        assert wide <= 600
        assert tab.run("document.scripts.length") == 0
