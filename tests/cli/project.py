"""A project of two article pairs, in which the tests of `align check` run it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from align.cli import cli
from align.errors import AlignError

KO = "# 회의 개최\n\n대표단은 2024년 11월 6일 서울에서 회의를 열었다. 회의에는 350명이 참석했다.\n\n다음 회의는 2025년 3월 2일 부산에서 열린다.\n"
EN = "# Meeting held\n\nThe delegation held a meeting in Seoul on Nov. 6, 2024. The meeting was attended by 350 people.\n\nThe next meeting will be held in Busan on March 2, 2025.\n"
BAD = EN.replace("Nov. 6", "Nov. 8")
PAIRS = '[[pairs]]\nsource = "articles/*.ko.md"\ntarget = "articles/*.en.md"\n'
GOOD = "articles/good.ko.md", "articles/good.en.md"
WRONG = "articles/bad.ko.md", "articles/bad.en.md"


def put(path: Path | str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


def run(*args: str, data: bytes | None = None) -> Result:
    """align check, as main() ends it."""
    return align("check", *args, data=data)


def align(*args: str, data: bytes | None = None) -> Result:
    """As main() ends it: an error is one line and 2."""
    result = CliRunner().invoke(cli, args, input=data, standalone_mode=False)
    if isinstance(result.exception, AlignError) or "click" in type(result.exception).__module__:
        result.exit_code = 2
    elif result.exception:
        raise result.exception
    else:
        result.exit_code = result.return_value or 0
    return result


def said(result: Result) -> str:
    """What is on stderr, an error that ended it too."""
    return result.stderr + str(getattr(result.exception, "message", None) or result.exception or "")


def found(*args: str) -> list[dict[str, object]]:
    return json.loads(run(*args, "--format", "json").stdout)["findings"]
