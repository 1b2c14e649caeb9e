"""A list of article pairs in a file: TSV with a header line, or one JSON object a line.

source and target are required, paths from the manifest's folder; date and id are known; everything else is kept as it is. An
article with several translations has a line for each, or columns that say the languages of these: target.en, target.ja.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePath

from align.corpus.listing import Listing, Pair
from align.errors import FormatError
from align.tags import canonical, parse

KINDS = (".tsv", ".jsonl")
REQUIRED = ("source", "target")
KNOWN = (*REQUIRED, "date", "id")


class _LineError(Exception):
    """What is wrong with a line, and what to do."""


def read(data: bytes, name: str) -> Listing:
    """The pairs of a manifest, in its order, with an error for each wrong line and a note for each id that comes twice.

    FormatError where it is no manifest. Tabs separate columns and quotation marks are text, since titles have them.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(f"{name}:{line}", "not UTF-8", "save the manifest as UTF-8") from None
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    rows = _objects(lines) if name.lower().endswith(".jsonl") else _table(lines, name)
    pairs: list[Pair] = []
    errors: list[str] = []
    for number, row in rows:
        where = f"{name}:{number}"
        try:
            if isinstance(row, _LineError):
                raise row
            pairs += _pairs(row, where, os.path.dirname(name))  # noqa: PTH120 - a text in, a text out
        except _LineError as wrong:
            errors.append(f"{where}: {wrong}")
    if not pairs and not errors:
        raise FormatError(name, "no article pairs in it", "a line for each, with source and target")
    return Listing(tuple(pairs), (), tuple(_twice(pairs)), tuple(errors))


def _table(lines: list[str], name: str) -> Iterator[tuple[int, dict[str, object] | _LineError]]:
    """Line number and columns of each row below the header."""
    head = next((k for k, line in enumerate(lines) if line.strip()), None)
    if head is None:
        raise FormatError(name, "an empty manifest", "its first line names the columns: source, target, date, id")
    columns = [column.strip() for column in lines[head].split("\t")]
    columns = [column.lower() if column.lower() in KNOWN else column for column in columns]
    where = f"{name}:{head + 1}"
    if missing := [c for c in REQUIRED if c not in columns and not (c == "target" and any(map(_lang, columns)))]:
        advice = "its first line names the columns, with tabs between: source, target, date, id"
        raise FormatError(where, f"no column {' and no column '.join(missing)}", advice)
    if twice := next((column for column in columns if column and columns.count(column) > 1), ""):
        raise FormatError(where, f"two columns {twice}", "rename one of them")
    for number, line in enumerate(lines[head + 1 :], head + 2):
        if line.strip():
            cells = line.split("\t")
            if any(cell.strip() for cell in cells[len(columns) :]):
                yield (
                    number,
                    _LineError(f"{len(cells)} columns, the header has {len(columns)} (no tabs within a column)"),
                )
            else:
                yield number, {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}


def _objects(lines: list[str]) -> Iterator[tuple[int, dict[str, object] | _LineError]]:
    """Line number and object of each line, with those in `meta` behind its own keys."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, _LineError(f"not JSON: {str(getattr(error, 'msg', '') or error).lower()} (one object a line)")
            continue
        if not isinstance(row, dict):
            yield number, _LineError('not an object (write {"source": "a.ko.txt", "target": "a.en.txt"})')
            continue
        meta = row.pop("meta", None) or {}
        if isinstance(meta, dict):
            yield number, row | {key: value for key, value in meta.items() if key not in row}
        else:
            yield number, _LineError('meta is no object (write "meta": {"desk": "politics"})')


def _pairs(row: Mapping[str, object], where: str, folder: str) -> list[Pair]:
    """The article with each of its translations."""
    langs = {key: _lang(key) for key, value in row.items() if _lang(key) and value}
    if not langs:
        return [_pair(row, "target", "", where, folder)]
    first = [_pair(row, "target", "", where, folder)] if row.get("target") else []
    return first + [_pair(row, key, lang, where, folder) for key, lang in langs.items()]


def _lang(column: str) -> str:
    """The language of a column target.ja, "" for another one."""
    name, dot, lang = column.partition(".")
    return canonical(lang) if dot and name.lower() == "target" and parse(lang) else ""


def _pair(row: Mapping[str, object], target: str, lang: str, where: str, folder: str) -> Pair:
    meta = ((key, _text(value, key)) for key, value in row.items() if key not in KNOWN and not _lang(key))
    return Pair(
        _path(row, "source", folder),
        _path(row, target, folder),
        _day(_text(row.get("date"), "date")),
        _text(row.get("id"), "id"),
        tuple((key, value) for key, value in meta if value),
        where,
        lang,
    )


def _path(row: Mapping[str, object], key: str, folder: str) -> str:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise _LineError(f"{key} is no text (the path of a file)")
    if not value or not value.strip():
        raise _LineError(f"no {key} (the path of a file, from the manifest's folder)")
    if "\0" in value:
        raise _LineError(f"{key} has a NUL character (remove it)")
    if any("\ud800" <= c <= "\udfff" for c in value):
        raise _LineError(f"{key} has half a character (write it as UTF-8)")
    path = os.path.normpath(value.strip())
    return path if PurePath(path).is_absolute() else str(Path(folder) / path)


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise _LineError(f"{value!r} is no date (write it as 2024-11-05)") from None


def _text(value: object, key: str) -> str:
    """A value as text: a number as JSON has it, "" for null."""
    if isinstance(value, list | dict):
        raise _LineError(f"{key} is a list or an object (a text is expected)")
    found = value if isinstance(value, str) else "" if value is None else json.dumps(value)
    if "\0" in found or any("\ud800" <= c <= "\udfff" for c in found):
        raise _LineError(f"{key} has a NUL or half a character (remove it)")
    return found


def _twice(pairs: list[Pair]) -> Iterator[str]:
    first: dict[str, str] = {}
    sources: dict[str, str] = {}
    for pair in pairs:
        same = sources.setdefault(pair.id, pair.source) == pair.source  # a line for each translation of one article
        if pair.id and first.setdefault(pair.id, pair.where) != pair.where and not same:
            yield f"{pair.where}: the id {pair.id} is that of {first[pair.id]} too"
