"""The mechanism with a language made up for the test: it asks what is heard, whatever the language and the side."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from align.checks.context import Knowledge, read
from align.lang.base.names.entries import Entry, Spot
from align.lang.base.names.hearing import Heard, Hearing
from align.lang.base.names.spelling import Spelling
from align.model import Alignment, Bead
from align.names import inventory
from tests.conftest import document


class Cyrillic(Hearing):
    """Two letters in three that sound alike make a name; one is in its gazetteer."""

    def follows(self, rest: str) -> bool:
        return rest in ("", "а", "у")

    def hear(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Heard]:
        sounds = dict(zip("абвгдеиклморстуш", "abvgdeiklmorstus", strict=True))
        found = {}
        for word, form in pairs:
            said = "".join(sounds.get(c, "") for c in word.lower())
            size = len(self.spelling.plain(form))
            if said[:size] == self.spelling.plain(form):
                found[word, form] = Heard(8.0 if self.follows(word[size:]) else 4.0, size)
        return found

    def initials(self, start: str) -> str:
        return "abcdefghijklmnopqrstuvwxyz"

    def sizes(self, start: str) -> tuple[float, float]:
        return 2.0, 20.0

    def known(self, text: str) -> list[Spot]:
        return [
            Spot(m.start(), m.end(), entry)
            for m in re.finditer(r"\w+", text)
            if (entry := self.forms.get(m[0])) is not None
        ]


HEARING = Cyrillic("ru", Spelling(), (Entry("city", ("Москва", "Москву"), ("Moscow",)),), word=re.compile(r"[А-Яа-я]+"))
RUSSIAN = ["Мелоди приехал в Москву.", "Он видел Гарика."]
ENGLISH = ["Melodi came to Moscow.", "He saw Garik."]


@pytest.mark.parametrize("side", ["source", "target"])
def test_names_are_linked_from_either_side(side: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "heard", lambda source, target: (side, HEARING))
    documents = [document(RUSSIAN, "ru"), document(ENGLISH, "en")][:: 1 if side == "source" else -1]
    names = read(Alignment(documents[0], documents[1], (Bead((0,), (0,)), Bead((1,), (1,)))), Knowledge()).names
    assert names is not None
    found = [(link.name, link.written, link.form) for bead in names.links for link in bead]
    assert ("Москва", "Москву", "Moscow") in found
    assert ("Мелоди", "Мелоди", "Melodi") in found
