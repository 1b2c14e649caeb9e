"""Tasks on a Dask cluster, whose workers see the same files as this machine (a shared folder) and have align-toolkit installed.

Who can talk to a scheduler can run any code on its workers: that is Dask, and TLS decides who can. What we send is the name of a
function of ours, paths and settings; no text of an article, and no code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from align.corpus import tasks
from align.corpus.local import AHEAD
from align.corpus.recipe import Recipe
from align.corpus.tasks import Task
from align.errors import AlignError, InputError

PATIENCE = 30
"""Seconds that a scheduler, or the first worker of it, is waited for."""
GONE = ("CommClosedError", "CancelledError", "FutureCancelledError", "StreamClosedError")
"""Errors of Dask and what it stands on that come of a scheduler which has gone, beside those of the system."""
LOST = ("the connection to the scheduler is lost", "what is done is kept: run the same command again")


@dataclass(frozen=True, slots=True)
class Tls:
    """The files (PEM) by which scheduler and client know each other; "" for one that Dask's own configuration names."""

    ca: str = ""
    cert: str = ""
    key: str = ""

    def security(self, distributed: Any, address: str) -> Any:
        """What Dask takes for it, None for an open connection. InputError where a file is not there, or none is asked for."""
        named = {"tls_ca_file": self.ca, "tls_client_cert": self.cert, "tls_client_key": self.key}
        given = {name: str(Path(path).absolute()) for name, path in named.items() if path}
        if not address.startswith("tls://"):
            if given:
                raise InputError(f"--scheduler {address}", "certificates for an open connection", "say tls://HOST:PORT")
            return None
        for path in given.values():
            if not Path(path).is_file():
                raise InputError(path, "no such file")
        return distributed.Security(require_encryption=True, **given)


def run(todo: Iterable[Task], recipe: Recipe, address: str, tls: Tls = Tls()) -> Iterator[Task]:
    """Do all tasks on the workers of the scheduler at `address`; as `local.run`. InputError where there is none, or it is lost."""
    client = None
    try:
        client = _client(address, tls)
        yield from _all(iter(todo), _whole_paths(recipe), client)
    except AlignError:
        raise
    except Exception as error:
        if not isinstance(error, OSError) and type(error).__name__ not in GONE:
            raise
        raise InputError(f"--scheduler {address}", *LOST) from None
    finally:
        if client is not None:
            client.close(timeout=2)


def _client(address: str, tls: Tls) -> Any:
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise InputError(
            f"--scheduler {address}", "Dask is not installed", "pip install 'align-toolkit[cluster]'"
        ) from None
    _quiet()
    try:
        client = distributed.Client(
            address, timeout=PATIENCE, set_as_default=False, security=tls.security(distributed, address)
        )
    except TypeError:  # so Dask says it
        raise InputError(f"--scheduler {address}", "no certificates", "give --tls-ca, --tls-cert, --tls-key") from None
    except (OSError, ValueError) as error:
        raise InputError(
            f"--scheduler {address}", f"no scheduler there: {error}", "start one with `dask scheduler`"
        ) from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        client.close(timeout=2)
        raise InputError(f"--scheduler {address}", "it has no workers", "start some with `dask worker`") from None
    return client


def _all(todo: Iterator[Task], recipe: Recipe, client: Any) -> Iterator[Task]:
    """Keep every worker busy; a task over which workers have died again and again is split, or given up where it is a single pair."""
    distributed: Any = import_module("distributed")
    ended = distributed.as_completed(loop=client.loop)
    running: dict[Any, Task] = {}
    parts: dict[Task, list[Task]] = {}
    whole: dict[Task, Task] = {}

    def submit(task: Task) -> None:
        future = client.submit(tasks.run, _anywhere(task), recipe, pure=False)
        running[future] = task
        ended.add(future)

    def fill() -> None:
        room = AHEAD * max(sum(client.nthreads().values()), 1)
        while len(running) < room and (task := next(todo, None)) is not None:
            submit(task)

    fill()
    for future in ended:
        task = running.pop(future)
        if future.status == "cancelled" or client.status != "running":
            raise InputError("--scheduler", *LOST)
        try:
            future.result()
        except distributed.KilledWorker:
            if len(task.parts()) > 1:
                parts[task] = task.parts()
                for part in parts[task]:
                    whole[part] = task
                    submit(part)
                continue
            tasks.give_up(task, "Dask's workers have died over it again and again, maybe for want of memory")
        owner = whole.pop(task, task)
        if owner in parts:
            parts[owner].remove(task)
            if parts[owner]:
                continue
        yield owner
        fill()


def _anywhere(task: Task) -> Task:
    """A task with whole paths, since a worker runs in a folder of its own."""
    items = (
        replace(item, pair=replace(item.pair, source=_whole(item.pair.source), target=_whole(item.pair.target)))
        for item in task.items
    )
    return Task(tuple(items), _whole(task.folder))


def _whole_paths(recipe: Recipe) -> Recipe:
    lexicons, glossaries, ledger, adapted = (
        tuple((_whole(path), digest) for path, digest in files)
        for files in (recipe.lexicons, recipe.glossaries, recipe.ledger, recipe.adapted)
    )
    return replace(recipe, lexicons=lexicons, glossaries=glossaries, ledger=ledger, adapted=adapted)


def _whole(path: str) -> str:
    return str(Path(path).absolute())


def _quiet() -> None:
    """What Dask logs of closed connections says less than our own line."""
    import logging

    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm", "asyncio", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
