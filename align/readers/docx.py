"""Word files, through python-docx (the extra [docx])."""

from __future__ import annotations

import io
from typing import Any

from align.errors import InputError
from align.readers import Parsed, Reader
from align.readers.packed import nothing, opened, told


def read(data: bytes, name: str) -> Parsed:
    """The paragraphs of the body and of its tables, one a line; a line number is a paragraph's. Title from the properties."""
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        raise InputError(name, "reading Word files needs python-docx", "pip install 'align-toolkit[docx]'") from None
    with opened(data, name, "a Word file", "save it again as .docx"):
        pass
    try:
        document = docx.Document(io.BytesIO(data))
        lines = [text for block in document.iter_inner_content() for text in _texts(block)]
    except (PackageNotFoundError, KeyError, ValueError, OSError) as error:
        raise InputError(name, "not a Word file that can be read", "save it again as .docx") from error
    except Exception as error:  # zip and XML errors of many kinds; a broken file is the user's, not our bug
        raise InputError(name, f"a damaged Word file: {type(error).__name__}", "save it again as .docx") from error
    return told(lines, title=document.core_properties.title or None)


def _texts(block: Any) -> list[str]:
    from docx.table import _Cell

    rows = getattr(block, "rows", None)
    if rows is None:
        return [str(getattr(block, "text", "")).replace("\n", " ")]
    cells = (
        _Cell(tc, block) for row in rows for tc in row._tr.tc_lst
    )  # row.cells has a cell as often as it spans columns
    return [" ".join(cell.text.split()) for cell in cells]


READER = Reader(("docx",), place=40, read=read, decoded=nothing)
