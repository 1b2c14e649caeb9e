"""The page in a real browser: what lights up, what moves, and that what a reader decides there is what `--decisions` replays."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from align import page
from align.bead_order import ordered
from align.model import Alignment, Bead, Finding, Place, Report
from align.triage import decisions
from align.triage.fingerprints import fingerprints
from tests.chromium import PROGRAM, Browser, Tab, chromium
from tests.conftest import document
from tests.reports.sample import place

pytestmark = pytest.mark.skipif(not PROGRAM, reason="no chromium, chromium-browser or google-chrome here")

KO = [
    "제목 <script>alert(1)</script>",
    "첫 문장은 3일에 있었다.",
    "둘째 문장은 5명이다.",
    "셋째 문장.",
    "넷째 문장.",
    "같은 말.",
    "같은 말.",
]
EN = [
    "Title <img src=x onerror=alert(2)>",
    "The first was on the 4th.",
    "Five & more.",
    "Third </p></script>.",
    "Fourth.",
    "Same.",
    "Same.",
]
BEADS = ((0,), (0,)), ((1,), (1,)), ((2, 3), (2, 3)), ((4,), (5,)), ((5,), (4,)), ((6,), ()), ((), (6,))


def pair() -> Alignment:
    beads = (Bead(a, b, 0.6 if len(a) > 1 else 0.9) for a, b in BEADS)
    return Alignment(document(KO, "ko", "a.ko.txt"), document(EN, "en", "a.en.txt"), tuple(ordered(beads)), "made")


def report() -> Report:
    alignment = pair()
    ko, en = alignment.source, alignment.target
    findings = (
        Finding("date-conflict", "error", "3일 <b>is</b> the 3rd", place(ko, "3일"), place(en, "4th"), 1, 0.9, "3rd"),
        Finding("number-conflict", "error", "not five", place(ko, "5명"), place(en, "Five"), 2, 0.9),
        Finding("number-missing", "info", "five of what", place(ko, "5명"), None, 2, 0.9),
        Finding(
            "omission",
            "warning",
            "not in the English",
            Place(6, ko.segments[6].start, ko.segments[6].end),
            None,
            6,
            0.9,
        ),
    )
    return Report(alignment, findings, (("names", 0), ("dates", 2)))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="module")
def empty(browser: Browser) -> Tab:
    return browser.tab()


@pytest.fixture
def tab(empty: Tab, tmp_path: Path) -> Iterator[Tab]:
    """The page of `report()`, new to its browser; at the end nothing was loaded, and nothing went wrong."""
    empty.screen(1400, 900)
    show(empty, tmp_path, [report()])
    yield empty
    for event in empty.browser.events:
        params = event.get("params", {})
        assert event.get("method") not in ("Runtime.exceptionThrown", "Page.javascriptDialogOpening"), event
        assert event.get("method") != "Runtime.consoleAPICalled", event
        assert event.get("method") != "Log.entryAdded", event  # a violated content security policy is one
        if event.get("method") == "Network.requestWillBeSent":
            assert params["request"]["url"].startswith(("file:///", "blob:")), event
            assert params["request"]["url"].endswith(".html") or params["request"]["url"].startswith("blob:"), event


def show(tab: Tab, folder: Path, reports: list[Report], kept: decisions.Decisions | None = None) -> None:
    with (folder / "page.html").open("wb") as out:
        page.write(reports, out, kept, {"omission": "What <i> is</i> not there."})
    tab.open(folder / "page.html")


def saved(tab: Tab) -> decisions.Decisions:
    """The decisions file that the page would write."""
    tab.press("w")
    text = tab.run("document.querySelector('#save textarea').value")
    tab.press("Escape")
    tab.settle()  # closing gives the focus back later
    return decisions.read(text.encode(), "page")


def beads(tab: Tab) -> list[tuple[list[int], list[int], bool]]:
    """What the rows show: segments of both sides, and whether they are moved."""
    numbers = "[...row.querySelectorAll('.%s > .seg')].map(s => Number(s.dataset.n))"
    rows = f"[...document.querySelectorAll('.bead')].map(row => [{numbers % 'source'}, {numbers % 'target'}, row.classList.contains('moved')])"
    return [tuple(row) for row in tab.run(rows)]


def replayed(found: decisions.Decisions) -> list[tuple[list[int], list[int], bool]]:
    """What `--decisions` makes of the file."""
    alignment, notes = decisions.apply(pair(), found)
    assert not notes
    return [(list(b.source), list(b.target), b.moved) for b in alignment.beads]


def shapes(tab: Tab) -> str:
    return " ".join(f"{''.join(map(str, a)) or '-'}:{''.join(map(str, b)) or '-'}" for a, b, _ in beads(tab))


def focused(tab: Tab) -> str:
    return str(
        tab.run("document.activeElement.id || [...document.querySelectorAll('.bead')].indexOf(document.activeElement)")
    )


START = "0:0 1:1 23:23 4:5 -:6 5:4 6:-"


def test_hostile_text_stays_text(tab: Tab) -> None:
    assert tab.run("document.querySelectorAll('script, img, iframe, i').length") == 1
    assert tab.run("document.querySelector('.source').textContent") == KO[0]
    assert tab.run("document.querySelector('.target').textContent") == EN[0]
    assert tab.run("document.querySelector('.message').textContent") == "3일 <b>is</b> the 3rd"
    assert shapes(tab) == START


def test_both_sides_light_up(tab: Tab) -> None:
    shade = "getComputedStyle(document.querySelectorAll('.bead')[%d]).backgroundColor"
    before = tab.run(shade % 1)
    tab.point(".bead:nth-child(2) .target .seg")
    assert tab.run(shade % 1) != before
    assert tab.run(shade % 2) == before
    tab.point(".bead:nth-child(2) .target .hit")
    assert tab.run("[...document.querySelectorAll('.lit')].map(e => e.textContent.slice(0, 3))") == [
        "3일",
        "4th",
        "err",
    ]
    tab.click(".bead:nth-child(3) .source .hit")
    assert focused(tab) == "f0-1"
    assert tab.run(shade % 2) != before


def test_findings_are_filtered_with_their_underlines(tab: Tab) -> None:
    notes = "[...document.querySelectorAll('.note')].filter(n => n.getClientRects().length).map(n => n.id).join(' ')"
    five = "document.querySelector('.bead:nth-child(3) .source .hit').className"
    assert tab.run("[...document.querySelectorAll('.chip')].map(c => c.textContent).join('|')") == (
        "error 2|warning 1|info 1|date-conflict 1|number-conflict 1|number-missing 1|omission 1|only beads with findings"
    )
    assert "error" in tab.run(five)
    tab.click(".chip.info")
    assert tab.run(notes) == "f0-2"
    assert "info" in tab.run(five)
    tab.press("n")
    assert focused(tab) == "f0-2"
    tab.click(".chip.info")
    tab.click(".chip[data-rule=date-conflict]")
    assert tab.run(notes) == "f0-0"
    assert "off" in tab.run(five)
    tab.click(".chip.only")
    assert tab.run("[...document.querySelectorAll('.bead')].filter(r => r.getClientRects().length).length") == 1
    tab.click(".chip[data-rule=date-conflict]")
    assert tab.run(notes) == "f0-0 f0-1 f0-2 f0-3"


def test_keys_go_from_bead_to_bead_and_from_finding_to_finding(tab: Tab) -> None:
    seen = []
    for key in "jjnnnppkjD":
        tab.press(key)
        seen.append(focused(tab))
    assert seen == ["0", "1", "f0-0", "f0-1", "f0-2", "f0-1", "f0-0", "0", "1", "1"]
    tab.press("d", "d")
    assert focused(tab) == "3"
    tab.press("?")
    assert tab.run("document.querySelector('#help').open")
    tab.press("j")
    assert tab.run("document.querySelector('#help').open")
    tab.press("Escape")
    assert not tab.run("document.querySelector('#help').open")


def test_beads_are_merged_split_relinked_and_all_of_it_undone(tab: Tab) -> None:
    tab.press("j", "m")
    assert shapes(tab) == "01:01 23:23 4:5 -:6 5:4 6:-"
    assert [len(b.source) for b in saved(tab).pairs[0].beads] == [2]
    tab.press("j", "s", "Enter")
    assert shapes(tab) == "01:01 2:2 3:3 4:5 -:6 5:4 6:-"
    tab.press("r")
    tab.click("dialog[open] .actions button:nth-child(1)")  # the source segment, to the previous bead
    assert shapes(tab) == "012:01 -:2 3:3 4:5 -:6 5:4 6:-"
    assert focused(tab) == "0"
    tab.press("r")
    tab.click("dialog[open] .actions button:nth-child(2)")  # unlinked: the last of the target
    assert shapes(tab) == "012:0 -:1 -:2 3:3 4:5 -:6 5:4 6:-"
    assert replayed(saved(tab)) == beads(tab)
    for wanted in (
        "012:01 -:2 3:3 4:5 -:6 5:4 6:-",
        "01:01 2:2 3:3 4:5 -:6 5:4 6:-",
        "01:01 23:23 4:5 -:6 5:4 6:-",
        START,
    ):
        tab.press("u")
        assert shapes(tab) == wanted
    assert saved(tab).pairs[0].beads == ()


def test_a_segment_goes_to_any_bead_that_the_reader_picks(tab: Tab) -> None:
    tab.click(".bead:nth-child(7) .source .seg")
    tab.press("r")
    tab.click("dialog[open] .actions button:nth-last-child(2)")
    tab.click(".bead:nth-child(5) .target")
    assert shapes(tab) == "0:0 1:1 23:23 4:5 5:4 6:6"
    assert tab.run("document.querySelector('#f0-3').closest('.bead').querySelector('.target').textContent") == "Same."
    assert replayed(saved(tab)) == beads(tab)


def test_confirmed_and_taken_back(tab: Tab) -> None:
    tab.press("j", "j", "c")
    assert [n.begins for n in saved(tab).pairs[0].beads[0].source] == [KO[1]]
    assert tab.run("document.querySelector('.count').textContent") == "1"
    tab.press("c")
    assert saved(tab).pairs[0].beads == ()
    assert tab.run("document.querySelectorAll('.sure')[1].textContent") == "0.90"


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_done_the_file_replays_to_the_same_beads(tab: Tab, seed: int) -> None:
    chance, seen = random.Random(seed), set()
    for _ in range(30):
        tab.press(*chance.choices("jjk", k=4), chance.choice("mmmsssrrrrrcu"))
        count = tab.run("document.querySelectorAll('dialog[open] .actions button').length")
        if count:
            radio, button = chance.randrange(99), chance.randrange(count)
            tab.run(
                f"(() => {{ const all = [...document.querySelectorAll('dialog[open] input')]; all[{radio} % all.length].click();"
                f" document.querySelectorAll('dialog[open] .actions button')[{button}].click(); }})()"
            )
            if tab.run("document.body.classList.contains('picking')"):
                tab.press(*chance.choices("jk", k=3), "Enter", "Escape")
        seen.add(shapes(tab))
        assert replayed(saved(tab)) == beads(tab)
    assert len(seen) > 5
    before = beads(tab), saved(tab)
    tab.open(tab.file)
    assert (beads(tab), saved(tab)) == before  # the browser has kept it


def test_a_finding_is_marked_as_wrong_with_a_reason(tab: Tab) -> None:
    tab.press("n", "x", *"the house", "Enter")
    assert focused(tab) == "f0-0"
    assert tab.run("document.querySelector('#f0-0 .verdict').textContent") == "marked as wrong: the house"
    assert "off" in tab.run("document.querySelector('.bead:nth-child(2) .hit').className")
    tab.click("#f0-3 button")
    tab.press("Enter")
    found = saved(tab)
    assert [(w.rule, w.reason) for w in found.pairs[0].findings] == [("date-conflict", "the house"), ("omission", "")]
    silent = decisions.silence(report(), found).findings
    assert [f.silenced for f in silent] == ["decisions: the house", "", "", "decisions"]
    tab.press("x")
    assert len(saved(tab).pairs[0].findings) == 1
    tab.press("u", "u")
    assert len(saved(tab).pairs[0].findings) == 1


def test_the_file_is_downloaded(tab: Tab, tmp_path: Path) -> None:
    tab.browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path), eventsEnabled=True)
    tab.press("j", "m", "w")
    tab.click("[data-do=download]")
    while not any(e.get("params", {}).get("state") == "completed" for e in tab.browser.events):
        tab.browser.wait()
    found = decisions.read((tmp_path / "a.en.decisions.json").read_bytes(), "a.en.decisions.json")
    assert replayed(found) == beads(tab)
    assert decisions.text(found.pairs[0]).encode() == (tmp_path / "a.en.decisions.json").read_bytes()
    tab.click("[data-do=forget]")
    assert shapes(tab) == START


def test_the_reader_goes_on_from_the_decisions_that_were_given(tab: Tab, tmp_path: Path) -> None:
    tab.press("j", "m", "n", "x", *"no", "Enter")
    given = saved(tab)
    tab.run("localStorage.clear()")
    checked = decisions.silence(report(), given)
    (tmp_path / "next").mkdir()
    applied = decisions.apply(pair(), given)[0]
    show(tab, tmp_path / "next", [replace(checked, alignment=applied, findings=checked.findings[:1])], given)
    assert saved(tab) == given
    tab.press("j", "j", "c")
    assert len(saved(tab).pairs[0].beads) == 2
    assert tab.run("document.querySelector('.verdict').textContent") == "marked as wrong: no"
    assert saved(tab).pairs[0].findings[0].fingerprint == fingerprints(report())[0]


def test_two_pairs_on_a_page_are_decided_on_apart(tab: Tab, tmp_path: Path) -> None:
    other = report()
    other = replace(other, alignment=replace(other.alignment, source=replace(other.alignment.source, name="b.ko.txt")))
    show(tab, tmp_path, [report(), other])
    tab.click(".pair:nth-of-type(2) .bead:nth-child(1) .source .seg")
    tab.press("m")
    (only,) = saved(tab).pairs
    assert (only.source, len(only.beads)) == ("b.ko.txt", 1)
    tab.click(".pair:nth-of-type(1) .bead:nth-child(3) .source .seg")
    tab.press("c")
    assert [p.source for p in saved(tab).pairs] == ["a.ko.txt", "b.ko.txt"]


def test_a_phone_has_one_column_and_room_for_thumbs(tab: Tab) -> None:
    tab.screen(390, 844, mobile=True)
    assert tab.run("document.documentElement.scrollWidth") <= 390
    left = "document.querySelector('.bead:nth-child(2) %s').getBoundingClientRect().left"
    assert tab.run(left % ".source") == tab.run(left % ".target") == tab.run(left % ".margin")
    small = "[...document.querySelectorAll('button')].filter(b => b.getClientRects().length && (b.offsetHeight < 44 || b.offsetWidth < 40)).map(b => b.outerHTML)"
    assert tab.run(small) == []


def test_paper_has_the_findings_and_no_controls(tab: Tab) -> None:
    tab.call("Emulation.setEmulatedMedia", media="print")
    seen = "[...document.querySelectorAll('%s')].filter(e => e.getClientRects().length).length"
    assert tab.run(seen % ".note") == 4
    assert tab.run(seen % ".tools, .filters, button, dialog, .status") == 0
    tab.call("Emulation.setEmulatedMedia", media="")


def test_without_javascript_it_is_a_page_to_read(tab: Tab) -> None:
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(tab.file)
    lines = ("첫 문장은", "The first", "not five", "omission")
    for _ in range(100):  # the tree follows what is drawn
        tree = tab.call("Accessibility.getFullAXTree")["nodes"]
        roles = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node["ignored"]]
        text = json.dumps([name for _, name in roles], ensure_ascii=False)
        if all(line in text for line in lines):
            break
        time.sleep(0.02)
    tab.call("Emulation.setScriptExecutionDisabled", value=False)
    assert [line for line in lines if line not in text] == []
    assert not [role for role, _ in roles if role == "button"]
    assert len([name for role, name in roles if role == "link"]) == 5
