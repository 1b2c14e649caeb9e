"""How names are written in the language that renders them: with a capital, in words of Latin letters.

What is here holds for every language of that script; a language says what it knows better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from align.lang.base.letters import letters
from align.lang.base.names.entries import BODIES, Entry, Spot
from align.lang.base.tokens import tokens
from align.model import Mention
from align.resources import text as seed

LONGEST = 8
"""Words of a form of the gazetteer."""
WORD = re.compile(r"[A-Za-zÀ-ɏ][\w&]*(?:[-'’.](?=\w)[\w&]+)*")
PART = re.compile(r"[^-]+")
LOWER = re.compile(r"(?<![\w'’])[a-z]+")
ENDINGS = frozenset("s n an ian ians ean eans ese i is ic ish er ers ns ans es en eer eers ite ites al".split())
"""What an adjective, a people or a plural adds to a place's name: no other spelling."""
ROOT = 4
"""Letters of a name that may take such an ending."""
ORDINARY = "en/lower.txt"
"""Words in lower case, of English: in a text of another script Latin words are English as a rule."""

CAPITAL = r"[A-ZÀ-Þ][\w&'’.-]*\w"

TOWN = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,30}(?:, (?=[A-ZÀ-Þ])[^!?()]{1,40}?)?"
CAPITALS = r"[A-ZÀ-Þ][\w.'’-]{1,20}(?:,? [A-ZÀ-Þ\d][\w.'’-]{0,20}){0,6}(?= \()"
AGENCIES = "(?:AFP|AP|CNN|DPA|dpa|EFE|Kyodo|KCNA|News1|Newsis|Reuters|TASS|UPI|Xinhua|Yonhap)"
DATELINE = re.compile(
    rf"\s*(?:(?:{TOWN}|{CAPITALS})\s?(?:\([^)]{{1,30}}\)\s?)?(?<=[\s)])(?:--|—|–|-)\s|{TOWN}\s?\({AGENCIES}\)\s)"
)
"""The town, the country, the day and the agency before a dash: ULSAN, South Korea, July 11 -; Seoul, Nov. 7 (Agency) --."""

Index = Mapping[tuple[str, ...], Sequence[Entry]]


def run(joint: str = "(?!)", before: str = "") -> re.Pattern[str]:
    """Words with capitals, words of the pattern `joint` between them, and what of `before` may stand before the first."""
    return re.compile(
        rf"(?:[A-Z]\.(?:[A-Z]\.)+ )?{before}(?:{CAPITAL}|[A-Z])(?: (?:(?:{joint}) )*(?:{CAPITAL}|\d{{1,4}}\b))*"
    )


class Spelling:
    """How one language writes names."""

    dateline: re.Pattern[str] = DATELINE
    """What an article begins with before its text."""
    run: re.Pattern[str] = run()
    """What may be a name of several words."""
    joint: re.Pattern[str] = re.compile("(?!)")
    """What joins two parts of such a name, spaces and all."""
    article: str = ""
    """What a run may begin with and a name does not."""
    joining: frozenset[str] = frozenset()
    """Words in lower case that no acronym counts."""
    small: frozenset[str] = frozenset()
    """Words in lower case that stand within a name and need no counterpart."""
    untitled: frozenset[str] = frozenset()
    """Words that a title has in lower case."""
    compound: re.Pattern[str] = re.compile("(?!)")
    """What a compound has behind a name, hyphen and all."""
    offices: frozenset[str] = frozenset()
    """What such a title has, plain."""
    joints: str = " ,"
    """Characters that stand between a family name and a given name."""
    after: tuple[str, ...] = ()
    """Titles that stand behind a person's name, where no space does."""
    unspaced: bool = False
    """No spaces stand between words."""
    calendar: re.Pattern[str] = re.compile("(?!)")
    """How a word begins that is no name within a date."""

    def words(self, text: str, mentions: Iterable[Mention]) -> list[str]:
        """The words of a sentence that may be names, as aligning counts them; `mentions` are the sentence's."""
        return [mention.keys[0][2:] for mention in mentions if mention.kind == "latin"]

    def spans(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """Where words between `start` and `end` may spell names; `mentions` are those there, in offsets of `text`."""
        dated = [(m.start, m.end) for m in mentions if m.kind in ("date", "time")]
        for m in mentions:
            if m.kind == "latin" and not (self.calendar.match(m.text) and any(a <= m.start < b for a, b in dated)):
                yield m.start, m.start + len(self.compound.sub("", m.text))

    def plain(self, form: str) -> str:
        """A form as it is compared with others, and as sounds are learnt: in a-z."""
        return letters(form)

    def latin(self, form: str) -> str:
        """A form in a-z, as sounds are learnt; "" where it is not written by its sound."""
        return self.plain(form)

    def script(self, form: str) -> str:
        """What a form is written in, where one name may be written in several scripts: they are no two spellings."""
        return ""

    def titled(self, text: str, start: int, end: int) -> bool:
        """Whether a title beside `[start, end)` of a text without spaces tells that a person is named there."""
        return False

    def is_title(self, word: str) -> bool:
        """Whether a word with a capital is a title that stands before a person's name."""
        return False

    def stem(self, word: str) -> str:
        """A word in lower case as the lexicons have it."""
        return next(iter(tokens(word)), word)

    def lower(self, text: str) -> Iterable[str]:
        """The words of a text in lower case."""
        return LOWER.findall(text)

    def ordinary(self) -> frozenset[str]:
        """Words that are written in lower case, as learnt from text."""
        return _words(ORDINARY)

    def derived(self, a: str, b: str) -> bool:
        """Whether one of two plain forms is the other with an ending: Russia and Russian, Brexit and Brexiteers."""
        short, long = sorted((a, b), key=len)
        if len(short) < ROOT:
            return False
        for cut in ("", "a", "y", "ia", "o", "e", "ya"):
            root = short.removesuffix(cut)
            ending = long[len(root) :]
            plural = ending == "s" and root.endswith("s")  # Fleiss is none of Fleis
            if (
                short.endswith(cut)
                and len(root) >= ROOT - 1
                and long.startswith(root)
                and ending in ENDINGS
                and not plural
            ):
                return True
        return False

    def index(self, entries: Iterable[Entry]) -> Index:
        """The entries by the words of their forms."""
        found: dict[tuple[str, ...], list[Entry]] = {}
        for entry in entries:
            for form in (*entry.spelt, *(held for body in entry.spelt for held in self.heads(body))):
                key = tuple(_key(match[0], "") for match in WORD.finditer(form))
                if entry not in found.setdefault(key, []):
                    found[key].append(entry)
        return found

    def heads(self, form: str) -> Iterator[str]:
        """How the holder of an office is called whose body is `form`: Foreign Minister of Foreign Ministry."""
        return iter(())

    def is_language(self, text: str, start: int, end: int) -> bool:
        """Whether a word at `[start, end)` is the name of a language, and not of the country whose adjective it is."""
        return False

    def spots(self, text: str, known: Index) -> list[Spot]:
        """The entries of a text, the longest form first; one spot an entry where a form is ambiguous."""
        words = list(WORD.finditer(text))
        plain = [_key(word[0], "'s") for word in words]
        found: list[Spot] = []
        k = 0
        while k < len(words):
            size, entries = self._longest(text, words, plain, k, known)
            if size and self._overtaken(text, words, plain, k, size):
                size, entries = 1, ()
            if size:
                last = words[k + size - 1]
                end = last.end() - (2 if last[0].replace("’", "'").endswith("'s") else 0)
                held = not self.offices.isdisjoint(plain[k : k + size])
                generic = words[k][0][0].islower() or self.is_language(text, words[k].start(), last.end())
                found += [Spot(words[k].start(), end, entry, generic or held, held) for entry in entries]
            elif "-" in words[k][0] and not self.is_language(text, words[k].start(), words[k].end()):
                parts = list(PART.finditer(text, *words[k].span()))  # Busan-bound, U.S.-North Korea, inter-Korean
                words[k : k + 1] = parts
                plain[k : k + 1] = [_key(part[0], "'s") for part in parts]
                continue
            k += size or 1
        return found

    def _longest(
        self, text: str, words: Sequence[re.Match[str]], plain: Sequence[str], k: int, known: Index
    ) -> tuple[int, Sequence[Entry]]:
        """The words of the longest form that begins with word `k`, and its entries; 0 where there is none."""
        for size in range(min(LONGEST, len(words) - k), 0, -1):
            entries = known.get(tuple(plain[k : k + size]))
            money = text[words[k + size - 1].end() :][:1] == "$"  # US$
            if entries and not money and _capital(words[k][0], size, entries):
                return size, entries
        return 0, ()

    def _overtaken(self, text: str, words: Sequence[re.Match[str]], plain: Sequence[str], k: int, size: int) -> bool:
        """Whether a form with an article is the beginning of another name: the South Jeolla, the North Sea."""
        if plain[k] != self.article.strip().lower() or size < 2 or k + size >= len(words):
            return False
        follows = words[k + size]
        near = text[words[k + size - 1].end() : follows.start()]
        return near == " " and (follows[0][0].isupper() or follows[0] in self.joining)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(seed(name).split("\n"))


def _key(word: str, ending: str) -> str:
    return word.replace(".", "").replace("’", "'").removesuffix(ending).lower()


def _capital(word: str, size: int, entries: Sequence[Entry]) -> bool:
    """Whether a form is written as a name: bodies of several words may be in lower case, US may not."""
    if size > 1 and all(entry.kind in BODIES for entry in entries):
        return True
    if any(form.startswith(word) and form[0].islower() for entry in entries for form in entry.spelt):
        return True
    if len(word.replace(".", "")) <= 3 and any(
        form.replace(".", "").lower() == word.replace(".", "").lower() and form.isupper()
        for entry in entries
        for form in entry.spelt
    ):
        return word.isupper()
    return word[0].isupper()
