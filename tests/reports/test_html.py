"""The page as bytes: what is in it, that text stays text, that its policy lets nothing else run, that it can be read."""

from __future__ import annotations

import configparser
import io
import re
from base64 import b64encode
from dataclasses import replace
from fnmatch import fnmatch
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given

from align import page
from align.formats import FORMATS
from align.formats.options import Options
from align.model import Replacement, Report
from tests.conftest import ROOT, document
from tests.reports.sample import pair, report, reports, written

CSS = (ROOT / "align" / "page" / "page.css").read_text(encoding="utf-8")


class Seen(HTMLParser):
    """What a browser would make of a page: its tags, and the text of each element that has a class or an id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[tuple[str, list[str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        if tag in ("meta", "input", "br"):
            return
        names = [*found.get("class", "").split(), found.get("id", ""), tag]
        for name in names:
            self.texts.setdefault(name, []).append("")
        self.open.append((tag, names))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, names in self.open:
            for name in names:
                self.texts[name][-1] += data


def seen(*given_reports: Report) -> Seen:
    found = Seen(written("html", *given_reports).decode())
    assert not found.open
    return found


def test_findings_are_beside_their_beads_and_in_the_text() -> None:
    found = seen(report(dated=True))
    assert found.texts["about"] == ["2 errors, 2 warnings, 1 info · 4 and 3 segments · 1 omitted, 0 added"]
    assert found.texts["hit"] == [
        "지난달 30일",
        "Oct. 3",
        "1만5000명",
        "150,000 people",
        "Gang Na-ru",
        "다음 회의는 봄에 열린다.",
    ]
    assert found.texts["message"][0] == "a much abridged article"  # about the pair: before the beads
    assert found.texts["quotes"][0] == "지난달 30일 → Oct. 3; expected Oct. 30"
    assert found.texts["where"][1] == "a.ko.txt:2:6 · a.en.txt:2:61"
    margins = found.texts["margin"]
    assert ["date-conflict" in m for m in margins] == [False, True, False, False]
    assert ["omission" in m for m in margins] == [False, False, False, True]
    assert found.texts["footer"] == [
        "Checked: 1 names, 12 dates, 40 numbers, 3 dates unresolved.Silenced: 1 by align.toml, 1 by inline.align-toolkit 0; engine test"
    ]
    assert ("code", {"title": "Two units."}) not in found.tags
    assert ("code", {"title": "Two dates that cannot be the same."}) in found.tags
    assert {
        tag.get("lang") for name, tag in found.tags if name == "p" and tag.get("class") in ("source", "target")
    } == {"ko", "en"}


def test_how_likely_a_finding_is_and_what_repairs_its_sentence() -> None:
    repaired = replace(report().findings[0], probability=0.934, replacement=Replacement(91, 97, "Oct. 30"))
    found = seen(report(repaired))
    assert found.texts["likely"] == ["93%"]
    (text,) = [tag["data-repaired"] for _, tag in found.tags if "data-repaired" in tag]
    assert text.startswith("A spokesperson said Minister Kang Na-ru had visited Oslo on Oct. 30 and met officials")
    assert "data-repaired" not in written("html", report()).decode().split("<script")[0]


def test_what_a_reader_marked_as_wrong_is_there_to_be_taken_back() -> None:
    given_report = report()
    first, *rest = given_report.findings
    found = seen(replace(given_report, findings=(replace(first, silenced="decisions: as <b>wanted</b>"), *rest)))
    assert found.texts["verdict"] == ["marked as wrong: as <b>wanted</b>"]
    assert found.texts["about"][0].startswith("1 error, 2 warnings")


def test_overlapping_findings_share_the_text() -> None:
    given_report = report()
    first, *_ = given_report.findings
    assert first.target
    wide = replace(
        first, rule="unit-conflict", severity="info", target=replace(first.target, start=first.target.start - 3)
    )
    found = seen(replace(given_report, findings=(wide, first)))
    links = [(attrs["class"], attrs["data-for"]) for tag, attrs in found.tags if tag == "a"]
    assert links == [("hit error", "f0-1 f0-0"), ("hit info", "f0-0"), ("hit error", "f0-1 f0-0")]
    assert found.texts["hit"] == ["지난달 30일", "on ", "Oct. 3"]


def test_the_page_of_an_alignment_is_the_same_without_findings() -> None:
    out = io.BytesIO()
    FORMATS["html"].write([pair()], out, Options())
    found = Seen(out.getvalue().decode())
    assert found.texts["about"] == ["4 and 3 segments · 1 omitted, 0 added"]
    assert "note" not in found.texts
    assert not any("checked" in attrs.get("class", "") for _, attrs in found.tags)


def test_paragraphs_are_marked_where_a_text_runs() -> None:
    lines = document(["하나.", "둘.", "셋."], "ko")
    running = replace(lines, segments=tuple(replace(s, paragraph=int(k > 1)) for k, s in enumerate(lines.segments)))
    assert seen(
        replace(report(), alignment=replace(pair(), source=running, beads=pair().beads[:3]), findings=())
    ).texts["par"] == ["셋."]
    assert "par" not in seen(report()).texts


@given(reports())
def test_every_text_stays_text(given_report: Report) -> None:
    found = seen(given_report)
    allowed = set(
        "html head meta title style body div p span b button kbd dialog h1 h2 dl dt dd code textarea article header ol ul li a q footer script".split()
    )
    assert {tag for tag, _ in found.tags} <= allowed
    assert not [
        attrs for _, attrs in found.tags if any(name.startswith("on") or name in ("src", "style") for name in attrs)
    ]
    assert all(attrs["href"].startswith("#f0-") for tag, attrs in found.tags if tag == "a")
    for side in ("source", "target"):
        text = getattr(given_report.alignment, side).texts()[0]
        shown = re.sub("\ufffd|\\s", "", found.texts[side][0])
        assert shown == re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufffd|\\s", "", text)


def test_the_policy_allows_its_own_style_and_script_and_nothing_else() -> None:
    text = written("html", report()).decode()
    (policy,) = (a["content"] for _, a in Seen(text).tags if a.get("http-equiv"))
    for tag in ("style", "script"):
        (inner,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "://" not in text


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written("html", report(), report()) == written("html", report(), report())
    assert len(Seen(written("html", report(), report()).decode()).texts["pair"]) == 2
    assert "pair" not in Seen(written("html").decode()).texts


def test_all_of_the_page_is_in_the_wheel() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    patterns = config["options.package_data"]["align.page"].split(", ")
    files = [path.name for path in (ROOT / "align" / "page").iterdir() if path.is_file() and path.suffix != ".py"]
    assert {name for name in files if name.endswith(".js")} == set(page.SCRIPTS)
    assert not [name for name in files if not any(fnmatch(name, pattern) for pattern in patterns)]


def luminance(color: str) -> float:
    """Of #rgb or #rrggbb, as WCAG 2 defines it."""
    digits = color[1:] if len(color) == 7 else "".join(c * 2 for c in color[1:])
    parts = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_ink_is_readable_on_every_paper(scheme: int) -> None:
    colors = dict(re.findall(r"--([\w-]+):(#\w+)", re.findall(r":root\{(.*?)\}", CSS, re.DOTALL)[scheme]))
    papers = ["paper", "panel", "lit", "near"]
    tints = ["error-tint", "warning-tint", "info-tint"]
    inks = [("ink", [*papers, *tints]), ("soft", ["paper", "panel", "lit", *tints]), ("mark", ["paper", "lit"])]
    inks += [(kind, ["paper", "lit"]) for kind in ("omitted", "added", "moved", "doubtful", "decided")]
    inks += [(kind, ["paper", f"{kind}-tint"]) for kind in ("error", "warning", "info")]
    for ink, grounds in inks:
        for ground in grounds:
            light, dark = sorted((luminance(colors[ink]), luminance(colors[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
