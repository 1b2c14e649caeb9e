"""align check --changed-since: the inputs of which a file is not as it was in a revision, by git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from align.cli.check_inputs import Task
from align.errors import InputError

OPTION = "--changed-since"


def since(revision: str, work: Sequence[Task], files: Iterable[str]) -> tuple[list[Task], str]:
    """The inputs of `work` that differ from `revision`, files that git does not know yet too, and what is to be said of it.

    Where one of `files` differs (align.toml, a glossary), on which every result depends, all inputs do. InputError where
    git is not there, or knows no such revision.
    """
    if revision.startswith("-"):  # it would be an option of git
        raise InputError(f"{OPTION} {revision}", "no revision", "main, HEAD~1 or a commit, say")
    top = os.fsdecode(_git(revision, Path.cwd(), "rev-parse", "--show-toplevel").rstrip(b"\r\n"))
    compared = _git(
        revision,
        Path(top),
        "diff",
        "--name-only",
        "-z",
        "--no-renames",
        "--no-ext-diff",
        "--no-relative",
        revision,
        "--",
    )
    unknown = _git(revision, Path(top), "ls-files", "--others", "--exclude-standard", "-z")
    names = [os.fsdecode(name) for name in (compared + unknown).split(b"\0") if name]
    changed = {os.path.realpath(os.path.join(top, name)) for name in names}  # noqa: PTH118
    changed |= {_place(os.path.join(top, name)) for name in names}  # noqa: PTH118
    for path in filter(None, files):
        if _differs(path, changed):
            return list(work), f"{path} has changed since {revision}, so all are checked"
    return [task for task in work if any(_differs(path, changed) for path in task.paths)], ""


def _differs(path: str, changed: set[str]) -> bool:
    """Whether a file is one of `changed`, itself or what it links to, or in a folder of them, as a repository within this one is."""
    if path == "-":
        return True
    for own in (_place(path), os.path.realpath(path)):
        if own in changed or any(str(folder) in changed for folder in Path(own).parents):
            return True
    return False


def _place(path: str) -> str:
    """Where a file itself is, which may be a link; its folder is where it is for good."""
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118


def _git(revision: str, folder: Path, *args: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", *args], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL
        )
    except OSError:
        raise InputError(f"{OPTION} {revision}", "git is not there", "install it, or check all") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"git {args[0]} failed"]
        raise InputError(f"{OPTION} {revision}", said[0].removeprefix("fatal: "), "in CI fetch it first")
    return done.stdout
