"""XML as other tools write it, made such that a parser can read it: one bad character costs no more than the unit that it is in.

The encoding is found as that of any text is. A bare & or <, a control character, half a character and the entities of a DTD,
which is never loaded, are put right; what cannot be is marked, for the reader to leave that unit out.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from html.entities import html5

from align.errors import FormatError
from align.readers.decoding import MARKS, encoding_of

HEAD = re.compile(r"\s*(?:<\?xml\b[^>]{0,500}\?>)?")
"""What stands before the root, a declaration that does not stand at the very beginning too."""
DECLARED = re.compile(rb"\s*<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
DAMAGED = "align-damaged"
"""Target of the processing instruction that marks what could not be put right."""
UNDECLARED = "an entity that nothing declares"
OPENINGS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
"""What begins a part in which & and < are text -> what ends it."""
ODD = re.compile(
    r"<!--|<!\[CDATA\[|<\?|<(?![A-Za-z_:/!\x80-\U0010ffff])"
    r"|&#(?:x[dD][89abAB][\da-fA-F]{2}|5[56]\d{3});&#(?:x[dD][c-fC-F][\da-fA-F]{2}|5[67]\d{3});"
    r"|&(?!(?:amp|lt|gt|quot|apos);)(?:#\d{1,9};|#[xX][\da-fA-F]{1,8};|[A-Za-z][\w.-]{0,39};)?"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
)
"""What XML does not have as it stands there, and where it has anything."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
SPACES = "\x0b\x0c"
LONGEST = 100
"""Characters from the end of a block in which something may begin that goes on in the next one."""
TAIL = re.compile(r"(?:&[#\w.-]{0,40};?){1,2}\Z|<[!?\[A-Z-]{0,8}\Z|[-\]?]{1,2}\Z")
"""What the end of a block may have cut: a reference, or two that are one character, or the beginning or end of a part."""
FEW = 20
"""Good characters beyond ASCII for each bad byte, from which a file is UTF-8 with damage, and not something else."""


class Repaired:
    """The text of an XML file, block by block, without what a parser would stop at; as many lines as it had."""

    def __init__(self) -> None:
        self._held = ""
        self._ends = ""
        self._begun = False

    def feed(self, text: str, last: bool = False) -> str:
        """What can be said of `text` and of what was held back before."""
        text = self._held + text
        self._held = ""
        if not self._begun and text:
            self._begun = True
            head = HEAD.match(text)
            text = "\n" * text.count("\n", 0, head.end()) + text[head.end() :] if head else text
        cut = None if last else TAIL.search(text, max(0, len(text) - LONGEST))
        if cut:
            text, self._held = text[: cut.start()], text[cut.start() :]
        return self._whole(text)

    def _whole(self, text: str) -> str:
        found: list[str] = []
        position = 0
        while position < len(text):
            if self._ends:
                end = text.find(self._ends, position)
                stop = len(text) if end < 0 else end + len(self._ends)
                found.append(_plain(text[position:stop]))
                self._ends = self._ends if end < 0 else ""
                position = stop
                continue
            odd = ODD.search(text, position)
            stop = odd.start() if odd else len(text)
            found.append(text[position:stop])
            if odd:
                self._ends = OPENINGS.get(odd[0], "")
                found.append(odd[0] if self._ends else _right(odd[0]))
                stop = odd.end()
            position = stop
        return "".join(found)


def _plain(text: str) -> str:
    """What a comment or a CDATA section holds, where nothing is a reference."""
    return CONTROL.sub(lambda found: " " if found[0] in SPACES else "", text)


def _right(odd: str) -> str:
    """What is meant by something that XML does not have."""
    if odd in ("<", "&"):
        return "&lt;" if odd == "<" else "&amp;"
    if odd[0] != "&":
        return " " if odd in SPACES else "" if odd < "\ud800" or odd >= "\ufffe" else damaged("half a character")
    if odd[1] != "#":
        known = html5.get(odd[1:])
        return _escaped(known) if known else damaged(f"{UNDECLARED}, {odd[1:-1]}")
    numbers = [int(part[1:], 16) if part[0] in "xX" else int(part) for part in odd[2:-1].split(";&#")]
    if len(numbers) == 2:
        return chr(0x10000 + (numbers[0] - 0xD800 << 10) + numbers[1] - 0xDC00)
    (number,) = numbers
    if 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        return damaged("half a character")
    return odd if number in (9, 10, 13) else " " if chr(number) in SPACES else "" if CONTROL.match(chr(number)) else odd


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def damaged(what: str) -> str:
    """What is put where something cannot be put right."""
    return f"<?{DAMAGED} {what}?>"


def encoding(data: bytes, whole: bool) -> str:
    """The encoding of an XML file, also of one with a few wrong bytes; "" where it cannot be told."""
    found = next((name for mark, name in MARKS if data.startswith(mark)), "")
    declared = DECLARED.match(data.lstrip())
    found = found or encoding_of(data, declared[1].decode() if declared else "", whole)
    if not found:
        text = data.decode("utf-8", "replace")
        good = sum(character > "\x7f" for character in text)
        found = "utf-8" if "\0" not in text and text.count("\ufffd") * FEW < max(good, len(text) // FEW) else ""
    return found


def decoder(start: bytes, name: str, whole: bool = False, strict: bool = False) -> Callable[[bytes, bool], str]:
    """What makes text of the bytes of a file that begins with `start`; a wrong byte is marked as damage, or `strict` an error."""
    declared = DECLARED.match(start.lstrip(codecs.BOM_UTF8))
    if declared:
        try:
            b"<".decode(declared[1].decode(), "replace")  # rot13 and hex are codecs too, but not of text
        except (LookupError, UnicodeError):
            raise FormatError(
                f"{name}:1", f"an unknown encoding: {declared[1].decode().lower()}", "save it as UTF-8"
            ) from None
    found = encoding(start, whole)
    if not found:
        raise FormatError(f"{name}:1", "in an encoding that cannot be told", "save it as UTF-8")
    reading = codecs.getincrementaldecoder(found)("strict" if strict else _WRONG)
    marks = next((mark for mark, _ in MARKS if start.startswith(mark)), b"")

    def decode(data: bytes, last: bool) -> str:
        nonlocal marks
        text = reading.decode(data[len(marks) :], last)
        marks = b""
        return text

    return decode


def repaired(data: bytes, name: str) -> str:
    """The text of a whole file without what a parser would stop at, and without its declaration."""
    return Repaired().feed(decoder(data, name, whole=True)(data, True), last=True)


def _wrong(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return damaged("a byte that is not of the encoding"), error.end


_WRONG = "align-damaged"
codecs.register_error(_WRONG, _wrong)
