"""The command line: the only place that opens files, prints and sets exit codes.

A command is one file here and one line in the table; it is imported when it is called, so that --help stays fast.
"""

from __future__ import annotations

import sys

import click

from align import __version__
from align.cli.lazy import Lazy
from align.errors import AlignError

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


def _cli() -> click.Group:
    group = Lazy(
        COMMANDS, "align.cli", name="align", context_settings={"help_option_names": ["-h", "--help"]},
        help="Align Korean articles with their English translations, check them, and build translation memories.\n\n"
        "Exit codes: 0 fine, 1 findings or a bar that was missed, 2 could not run.",
    )  # fmt: skip
    versioned: click.Group = click.version_option(__version__, prog_name="align")(group)
    return versioned


cli = _cli()


def main() -> None:
    """Run the command line: errors are one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a Windows console may be cp949, which has no dashes and few other scripts
            reconfigure(encoding="utf-8", errors="replace") if not stream.isatty() else reconfigure(errors="replace")
    try:
        code = cli.main(standalone_mode=False)
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
        sys.stderr.close()  # the reader of our output has gone: nothing to say, and nobody to hear it
        sys.exit(0)
    except RecursionError:
        _fail("the input is nested too deeply")
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str, code: int = 2) -> None:
    click.echo(f"align: {message}", err=True)
    sys.exit(code)
