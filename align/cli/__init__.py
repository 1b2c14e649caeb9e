"""The command line: the only place that opens files, prints and sets exit codes.

A command is one file here and one line in the table; it is imported when it is called, so that --help stays fast.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import NoReturn

import click

from align import __version__
from align.cli import completing as completion
from align.cli import startup
from align.cli.lazy import Lazy
from align.errors import AlignError, unexpected, visible

COMMANDS = {
    "pair": "Align one article pair.",
    "check": "Check that names, dates and numbers say the same.",
    "build": "Build a translation memory from article pairs.",
    "tm": "Search, export and check translation memories.",
    "explain": "What a rule means, and how to silence it.",
    "evaluate": "Measure accuracy on folders of gold.",
    "train": "Learn a lexicon or an encoder from parallel text.",
    "model": "Neural models: add, list, test and convert them.",
}
"""Name of the command and of its module -> what --help says."""

PIPE = 141
"""Exit code where the reader of our output has gone: 128 and the signal's number, as a shell says it."""
DEBUG = "ALIGN_DEBUG"
"""Variable of the environment under which a fault of ours is shown with its traceback."""


def _cli() -> click.Group:
    group = Lazy(
        COMMANDS,
        "align.cli",
        name="align",
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Align Korean articles with their English translations, check them, and build translation memories.\n\n"
        "Exit codes: 0 fine, 1 findings or a bar that was missed, 2 could not run.",
    )
    versioned: click.Group = click.version_option(__version__, "-V", "--version", prog_name="align")(group)
    completing: click.Group = click.option(
        "--completion",
        type=click.Choice(completion.SHELLS),
        is_eager=True,
        expose_value=False,
        callback=completion.script,
        help="Print what makes that shell complete commands, options, files and rules.",
    )(versioned)
    return completing


cli = _cli()


def main() -> None:
    """Run the command line: errors are one line on stderr and exit code 2."""
    _open()
    startup.fast()
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        _fail("interrupted", 130)
    except click.ClickException as error:
        message = error.format_message()
        if "\n" in message:  # no command: the help
            error.show()
            sys.exit(2)
        _fail(message)
    except AlignError as error:
        _fail(str(error))
    except BrokenPipeError:
        _gone(PIPE)  # the reader of our output has gone: nothing to say, and nobody to hear it
    except SystemExit as error:  # so click exits where a pipe broke, with 1; and when the shell has completed, with 0
        _gone(PIPE if error.code else 0)
    except RecursionError:
        _fail("the input is nested too deeply")
    except Exception as error:
        if os.environ.get(DEBUG):
            import traceback

            traceback.print_exc()
        if (
            isinstance(error, OSError) and error.errno is not None
        ):  # the world's fault: a full disk, a stream that was closed
            _fail(f"{error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}")
        _fail(unexpected(error))
    sys.exit(code if isinstance(code, int) else 0)


def _open() -> None:
    """Make the standard streams such that whatever the user closed or calls his own can be written to, or says why not."""
    while (
        spare := os.open(os.devnull, os.O_RDWR)
    ) <= 2:  # else the next file that is opened would be taken for standard output
        os.set_inheritable(spare, True)
    os.close(spare)
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(_Closed(), encoding="utf-8", write_through=True)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - lives as long as the process
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a Windows console may be cp949, which has no dashes and few other scripts
            reconfigure(encoding="utf-8", errors="replace") if not stream.isatty() else reconfigure(errors="replace")


class _Closed(io.RawIOBase):
    """Standard output where there is none: to write to it is an error, and not to write is none."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        raise OSError(errno.EBADF, "is closed")


def _fail(message: str, code: int = 2) -> NoReturn:
    click.echo(f"align: {visible(message)}", err=True)
    _gone(code)


def _gone(code: int) -> NoReturn:
    """Exit, and say nothing more of what standard output could not take."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
