"""From files, bytes, texts or open files to segmented documents, with the warnings that they deserve."""

from __future__ import annotations

import codecs
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from itertools import combinations
from pathlib import PurePath
from typing import IO, TYPE_CHECKING

from align import readers
from align.errors import InputError
from align.files import load, shown
from align.lang import known
from align.lang.detect import language_of
from align.lang.segmenting import segment
from align.model import Alignment, Document
from align.readers.file_names import language_of_name, nfc_name
from align.tags import parse, primary

if TYPE_CHECKING:
    Readable = Document | str | os.PathLike[str] | bytes | IO[bytes] | IO[str]
    """What an article can be given as."""

UNRELATED = 0.5
"""`Alignment.parallel` below which two articles are called unrelated: midway between what translations and others have."""
MOST = 32 << 20
"""Bytes of an article's file: five Bibles. To align takes 60 times as much memory, and a minute for each of them."""
UNNAMED = "text"
"""The name of an article that was no file."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a pair of articles is read: None where the files themselves tell."""

    source_lang: str | None = None
    target_lang: str | None = None
    published: date | None = None
    target_published: date | None = None
    default: date | None = None
    """The date where nothing else tells one."""
    lines: bool = False
    """Each line is a segment."""


def read(
    source: Readable | None = None,
    *,
    text: str | None = None,
    name: str = "",
    lang: str = "",
    date: date | str | None = None,
    lines: bool = False,
) -> Document:
    """The segmented document of an article; its warnings are its `notes`.

    `source` is the path of a file, its bytes, an open file, or a text. A str with a line break is a text, any other str a
    path; a text of one line is given as `text`. `name` is what reports call it, and its extension tells the reader (.md,
    .html, .docx, else plain text). Language and publication date are those given, else what name, file or text tell. With
    `lines` each line is a segment. A document comes back as it is, but for what is given here. InputError where it cannot be read.

    >>> article = read(text="협정은 11월 5일 발효된다. 양국이 서명했다.", date="2024-11-05")
    >>> article.lang, article.texts()
    ('ko', ('협정은 11월 5일 발효된다.', '양국이 서명했다.'))
    """
    if (source is None) == (text is None):
        raise InputError("read()", "one article is needed", "give a path, bytes, an open file, or text=")
    given = text if text is not None else source
    if lang and parse(lang) is None:
        raise InputError(f"lang={lang!r}", "no language tag", "ko, en or pt-BR, say")
    published = day(date)
    if isinstance(given, Document):
        document = replace(given, name=name or given.name, lang=lang or given.lang, date=published or given.date)
        if not (lang or lines) and given.segments:
            return document
        lines = lines or given.lines
        return replace(segment(document, lines), lines=lines)
    if isinstance(given, os.PathLike) or (isinstance(given, str) and text is None and "\n" not in given):
        return _of_file(os.fspath(given), name, lang, published, lines)
    content, found = _content(given, name)
    if isinstance(content, bytes):
        return _segmented(content, found, lang, published, lines)
    try:
        data = content.encode()
    except UnicodeEncodeError:
        raise InputError(found, "half a character in it (a lone surrogate)", "mend the text") from None
    # with a mark, as a text of HTML may still declare the encoding of the file that it was
    document = _segmented(codecs.BOM_UTF8 + data, found, lang, published, lines)
    return replace(document, sha256=sha256(data).hexdigest())


def day(value: date | str | None) -> date | None:
    """A publication date as it may be given; InputError where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(f"date={value!r}", "no date", "write it as 2024-11-05") from None


def _of_file(path: object, name: str, lang: str, published: date | None, lines: bool) -> Document:
    if not isinstance(path, str):  # a path may be bytes too
        raise InputError(repr(path), "no path that can be read", "give it as str")
    if path in ("", "-"):
        raise InputError(repr(path), "no path", "for standard input give sys.stdin.buffer")
    try:
        return _segmented(load(path, MOST), nfc_name(name or path), lang, published, lines)
    except InputError as error:
        if error.what == "no such file" and not error.advice:
            raise InputError(error.where, error.what, "a text of one line is given as text=") from None
        raise


def _content(given: object, name: str) -> tuple[bytes | str, str]:
    """The bytes or the text of what is no path, and its name."""
    if isinstance(given, bytes | bytearray | memoryview):
        return bytes(given), name or UNNAMED
    if isinstance(given, str):
        return given, name or UNNAMED
    if not callable(getattr(given, "read", None)):
        what = f"a {type(given).__name__} is no article"
        raise InputError("read()", what, "give a path, bytes, an open file, or text=")
    own = getattr(given, "name", "")
    name = name or (own if isinstance(own, str) and not own.startswith("<") else "") or UNNAMED
    try:
        data = given.read()  # type: ignore[attr-defined]
    except (OSError, ValueError) as error:
        raise InputError(name, f"cannot be read: {error}", "is it open for reading?") from None
    return (data if isinstance(data, str) else bytes(data)), name


def _segmented(data: bytes, name: str, lang: str, published: date | None, lines: bool) -> Document:
    document, notes = readers.read(data, name, lang=lang or language_of_name(name))
    document = replace(document, name=shown(PurePath(name).name))  # what is written tells nobody where the file lay
    if published:
        document = replace(document, date=published)
    if not document.lang:
        document = replace(document, lang=language_of(document.text))
    return replace(segment(document, lines), lines=lines, notes=notes)


def article(path: str, lang: str | None, published: date | None, lines: bool) -> Document:
    """The segmented document of a file, of standard input for `-`."""
    return _segmented(load(path, MOST), nfc_name(path), lang or "", published, lines)


def pair(source: str, target: str, how: Reading) -> tuple[Document, Document, tuple[str, ...]]:
    """Both documents, and warnings, also where they look swapped or identical. InputError where one cannot be read."""
    if source == target == "-":
        raise InputError("-", "standard input cannot be both sides")
    left = article(source, how.source_lang, how.published, how.lines)
    right = article(target, how.target_lang, how.target_published or how.published, how.lines)
    return paired(left, right, how.default)


def paired(
    source: Document, target: Document, default: date | None = None
) -> tuple[Document, Document, tuple[str, ...]]:
    """Both documents as a pair: the target has the source's date where it has none; and their warnings, and those about both."""
    left = replace(source, date=source.date or default)
    right = replace(target, date=target.date or left.date)
    return left, right, (*left.notes, *right.notes, *_doubts(left, right))


def several(paths: Sequence[str], how: Reading, targets: Sequence[str]) -> tuple[int, list[Document]]:
    """The number of the source among some articles of different languages, and the documents of all, in their order.

    The source is the first one in the language that is asked for, else the first; `targets` are the languages of the others, ()
    where their names or texts tell. InputError where one cannot be read, or two are in one language.
    """
    if len(set(paths)) < len(paths):
        twice = next(path for path in paths if paths.count(path) > 1)
        raise InputError(twice, "is given twice", "give the source, and each translation once")
    counted(targets, len(paths) - 1)
    documents = [article(path, None, how.published, how.lines) for path in paths]
    wanted = primary(how.source_lang or documents[0].lang)
    source = next((k for k, d in enumerate(documents) if primary(d.lang) == wanted), 0)
    langs = iter(targets)
    for k, document in enumerate(documents):
        lang = how.source_lang if k == source else next(langs, "")
        if lang and lang != document.lang:
            documents[k] = replace(read(document, lang=lang), notes=document.notes)
        if k != source and how.target_published:
            documents[k] = replace(documents[k], date=how.target_published)
    for a, b in combinations(documents, 2):
        if a.lang == b.lang:
            what = f"{a.name} and {b.name} are both in {a.lang}"
            raise InputError(paths[documents.index(b)], what, "give each translation in a language of its own")
    return source, documents


def counted(langs: Sequence[str], translations: int) -> None:
    """InputError where languages are given, and not one for each translation."""
    if langs and len(langs) != translations:
        what = f"given {len(langs)} times for {translations} translation{'s'[: translations != 1]}"
        raise InputError("--target-lang", what, "give it once for each, in the order of the files")


def _doubts(source: Document, target: Document) -> list[str]:
    if source.text.strip() and source.text.strip() == target.text.strip():
        return [f"{source.name} and {target.name} have the same text"]
    found = []
    for document in (source, target):
        seen = language_of(document.text)
        if seen in known() and seen != primary(document.lang):
            other = target if document is source else source
            swapped = language_of(other.text) == primary(document.lang)
            found.append(
                f"{document.name} is taken for {document.lang} but reads like {seen}"
                + (
                    ": are the two sides swapped?"
                    if swapped
                    else "; say what it is in (--source-lang, --target-lang, lang=)"
                )
            )
            break
    if source.lang == target.lang and source.lang != "und":
        found.append(f"both sides are in {source.lang}")
    return found


def unrelated(alignment: Alignment) -> bool:
    """Whether two articles with text on both sides have hardly anything to do with each other."""
    source, target = alignment.source, alignment.target
    return bool(source.segments and target.segments) and source.text != target.text and alignment.parallel() < UNRELATED


def unrelated_note(alignment: Alignment) -> tuple[str, ...]:
    """The warning that two articles are unrelated, () where they are not."""
    if not unrelated(alignment):
        return ()
    names = f"{alignment.source.name} and {alignment.target.name}"
    return (f"{names} hardly match: confidences are low; are they one article and its translation?",)
