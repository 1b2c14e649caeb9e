"""Codes in every notation of Korean and English, and their minimal slips, for the grid of notations."""

from __future__ import annotations

from collections.abc import Iterator

from tests.lang.notations import Fact


def telephones() -> Iterator[Fact]:
    """Telephone numbers, from inside the country and from abroad."""
    for area, middle, last in (
        ("02", "398", "0000"),
        ("02", "3701", "7500"),
        ("051", "123", "4567"),
        ("010", "1234", "5678"),
    ):
        slips = [
            form
            for digits in (last[:-1] + "9", last[1:] + last[0])
            if digits != last
            for form in _dialled(area, middle, digits)
        ]
        source = (*_dialled(area, middle, last), f"{area}){middle}-{last}", f"☎ {area}-{middle}-{last}")
        yield Fact("telephone", f"{area}-{middle}-{last}", source, tuple(_dialled(area, middle, last)), tuple(slips))


def _dialled(area: str, middle: str, last: str) -> Iterator[str]:
    yield f"{area}-{middle}-{last}"
    yield f"({area}) {middle}-{last}"
    yield f"+82-{area[1:]}-{middle}-{last}"
    yield f"+82 {area[1:]} {middle} {last}"


def versions() -> Iterator[Fact]:
    """Versions of two and three parts."""
    for number, slips in (("3.10", ("3.1", "3.11")), ("17.2", ("17.3", "12.7")), ("2.2.5", ("2.2.4", "2.5.2"))):
        yield Fact(
            "version", number,
            (f"버전 {number}", f"{number} 버전", f"{number}버전", f"v{number}"),
            (f"version {number}", f"v{number}", f"ver. {number}"),
            tuple(form for slip in slips for form in (f"version {slip}", f"v{slip}")),
        )  # fmt: skip


def articles() -> Iterator[Fact]:
    """Articles of laws with and without a clause."""
    for article, clause in ((9, 2), (301, 0), (7, 1), (250, 3)):
        others = [(article + 1, clause), (article, clause + 1)] if clause else [(article + 1, 0), (article * 10, 0)]
        slips = tuple(form for other in others for form in _english_article(*other))
        yield Fact(
            "article",
            f"{article}.{clause}",
            tuple(_korean_article(article, clause)),
            tuple(_english_article(article, clause)),
            slips,
        )


def _korean_article(article: int, clause: int) -> Iterator[str]:
    for head in (f"제{article}조", f"제 {article} 조", f"무역법 {article}조"):
        yield f"{head} {clause}항" if clause else head
        if clause:
            yield f"{head} 제{clause}항"


def _english_article(article: int, clause: int) -> Iterator[str]:
    for word in ("Article", "Section"):
        if not clause:
            yield f"{word} {article}"
            continue
        yield f"{word} {article}, Clause {clause}"
        yield f"{word} {article}({clause})"
        yield f"Paragraph {clause} of {word} {article}"


def designations() -> Iterator[Fact]:
    """What is called by letters and figures."""
    for letters, number, slips in (
        ("K", "2", ("K-9", "K3")),
        ("KF", "21", ("KF-12", "KF-22")),
        ("F", "35A", ("F-36A", "F35B")),
        ("B", "52", ("B-25", "B-53")),
    ):
        forms = (f"{letters}-{number}", f"{letters}{number}")
        yield Fact("designation", forms[0], forms, forms, slips)


FRAMES = {
    "telephone": ("문의는 {}로 한다.", "Call {} for inquiries."), "version": ("그들은 {}을 냈다.", "They released {} of it."),
    "article": ("그들은 {}을 고쳤다.", "They amended {} of the law."), "designation": ("그들은 {}을 샀다.", "They bought the {}."),
}  # fmt: skip
"""As in notations."""
FAMILIES = (telephones, versions, articles, designations)
