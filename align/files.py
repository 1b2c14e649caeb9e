"""Files in and out: every fault is one line that says where, what and what to do."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from align.errors import InputError, OutputError


def load(path: str) -> bytes:
    """The bytes of a file, `-` for standard input."""
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
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


def save(path: str, write: Callable[[IO[bytes]], None]) -> None:
    """Let `write` make the file: it appears whole or not at all, and what was there before stays if it cannot.

    `-` is standard output.
    """
    if path == "-":
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
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


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
