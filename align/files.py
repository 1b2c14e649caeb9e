"""Files in and out: every fault is one line that says where, what and what to do."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any, NoReturn

from align.errors import FormatError, InputError, OutputError

MOST = 100_000_000
"""Bytes that are read of what is no file."""
HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""What JSON writes for half of a character; two of them side by side are a whole one."""


STREAMS = re.compile(r"/dev/(stdin|fd/\d+)|/proc/self/fd/\d+")
"""Names of what was opened for us: a pipe that a shell made is no surprise, one that lies in a folder may never end."""


def regular(path: str) -> str:
    """The path of an input, InputError where that is a pipe, a device or a socket: to open one may wait for ever."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a link is what it leads to
    except (OSError, ValueError):
        return path  # whoever opens it says why
    kinds = (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    kind = next((name for known, name in kinds if known(mode)), "")
    if kind and not STREAMS.fullmatch(path):
        raise InputError(path, f"{kind}, not a file", "give a file, or - for standard input")
    return path


def load(path: str, most: int = 0) -> bytes:
    """The bytes of a file, `-` for standard input. InputError where there are more than `most`, unless that is 0."""
    try:
        if path != "-":
            if most and Path(regular(path)).stat().st_size > most:
                raise InputError(path, f"more than {most >> 20} MB, which no article or book has", "split it")
            return _whole(regular(path))
        if sys.stdin is None:
            raise InputError("standard input", "is closed", "give a file, or a pipe that is open")
        return sys.stdin.buffer.read()
    except FileNotFoundError:
        raise InputError(path, "no such file") from None
    except IsADirectoryError:
        raise InputError(path, "a folder, not a file", "give the article itself") from None
    except PermissionError:
        if Path(path).is_dir():  # so Windows says it
            raise InputError(path, "a folder, not a file", "give the article itself") from None
        raise InputError(path, "no permission to read it") from None
    except (OSError, ValueError) as error:
        raise InputError(path, f"cannot be read: {_reason(error)}") from None


def _whole(path: str) -> bytes:
    """The bytes of a file; of a pipe or device, which may never end, no more than MOST."""
    if Path(path).is_file():
        return Path(path).read_bytes()
    with Path(path).open("rb") as stream:
        data = stream.read(MOST + 1)
    if len(data) > MOST:
        raise InputError(path, f"no file, and more than {MOST:,} bytes of it", "give the article itself")
    return data


def save(path: str, write: Callable[[IO[bytes]], None]) -> None:
    """Let `write` make the file: it appears whole or not at all, and what was there before stays if it cannot.

    `-` is standard output.
    """
    if path == "-":
        try:
            write(sys.stdout.buffer)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError("standard output", f"cannot be written: {_reason(error)}") from None
        return
    target = Path(os.path.realpath(path))  # a link stays one
    if target.is_dir():
        raise OutputError(path, "a folder, not a file", "give a file name")
    if target.exists() and not target.is_file():  # a device or pipe is written to, never replaced
        try:
            with target.open("wb") as stream:
                write(stream)
        except OSError as error:
            raise OutputError(path, f"cannot be written: {_reason(error)}") from None
        return
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(path, "no permission to write it")
    import tempfile  # on use: most commands write no file

    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OutputError(path, f"cannot be written: {_reason(error)}") from None
        raise


def spared(outputs: Iterable[str], inputs: Iterable[str | None]) -> None:
    """OutputError where an output is one of the inputs, by whatever name or link: no result takes the place of what it is made of."""
    read = [Path(path) for path in inputs if path and path != "-" and Path(path).is_file()]
    for output in outputs:
        if output != "-" and Path(output).is_file() and any(Path(output).samefile(path) for path in read):
            raise OutputError(output, "is an input too, and would be overwritten", "give another name to the output")


def shown(path: str) -> str:
    """A path as it can be written into any file: bytes of its name that are no UTF-8 are replaced."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def json_value(data: bytes, name: str, what: str, advice: str = "") -> Any:
    """The value that a JSON file holds. FormatError where it is none that can be worked with.

    Nor are numbers that no type holds, nests that are too deep, and halves of characters, which JSON can write and UTF-8 cannot.
    """
    try:
        return json_loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FormatError(name, "not UTF-8", f"{what} is UTF-8") from None
    except UnicodeEncodeError:
        raise FormatError(name, f"not {what}: half a character in it (a lone surrogate)", advice) from None
    except json.JSONDecodeError as error:
        raise FormatError(f"{name}:{error.lineno}", f"not JSON: {error.msg}", advice) from None
    except (RecursionError, ValueError):
        raise FormatError(name, f"not {what}: nested too deep, or a number that cannot be held", advice) from None


def json_loads(text: str) -> Any:
    """The value that a JSON text holds, ValueError and RecursionError where it is none that can be worked with."""
    value = json.loads(text, parse_constant=_no_number)
    if HALF.search(text):
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
