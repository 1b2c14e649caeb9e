"""Models by name: what may be added, what is said of those that cannot be used, and what is remembered of what they said."""

from __future__ import annotations

import itertools
import json
import shutil
import sqlite3
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from align.engine.neural import cache, choice, models
from align.engine.neural import sentences as check
from align.engine.neural.cache import Cache, keys
from align.engine.neural.description import FILE, Description
from align.engine.neural.detect import described, kind_of
from align.engine.neural.encoder import Encoder, batches, threads
from align.engine.neural.models import Model, add, find, remove
from align.engine.neural.translator import Translator
from align.engine.neural.trial import trial
from align.errors import AlignError, FormatError, InputError
from align.training import subwords
from tests.engine.neural.conftest import WIDTH, small


def noted(folder: Path, name: str = "mine", **options: Any) -> Model:
    told = described(folder, **options)
    model = Model(name, str(folder), models.fingerprint(folder, told), told)
    add(model)
    return model


def copy(folder: Path, to: Path) -> Path:
    return Path(shutil.copytree(folder, to))


def test_what_is_added_is_found(folder: Path) -> None:
    model = noted(folder)
    assert find("mine") == model
    assert models.names()[-1] == "mine"
    assert model.description.langs == ("ko", "en")
    remove("mine")
    with pytest.raises(InputError, match="mine: no such model"):
        find("mine")


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a b", "x" * 65, "a\0b"])
def test_names_that_are_none(name: str, folder: Path) -> None:
    with pytest.raises(InputError, match="name"):
        noted(folder, name)


def test_an_encoder_that_shipped_once(folder: Path) -> None:
    with pytest.raises(
        InputError, match=r"ko-en-small: this encoder ships no longer .use --engine static, which replaced it"
    ):
        find("ko-en-small")
    assert noted(folder, "ko-en-small") == find("ko-en-small")  # the name is free: one like it may be trained


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda f: shutil.rmtree(f), "no longer there"),
        (lambda f: (f / "model.bin").write_bytes(b"x"), "not the model that was added"),
    ],
    ids=["gone", "another"],
)
def test_a_folder_that_changed(harm: Any, said: str, folder: Path, tmp_path: Path) -> None:
    own = copy(folder, tmp_path / "own")
    noted(own)
    harm(own)
    with pytest.raises(InputError, match=said):
        find("mine")
    assert [type(found) for name, found in models.each() if name == "mine"] == [InputError]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"folder": 1}', '{"folder": "x", "size": "a", "fingerprint": ""}'])
def test_a_broken_note(text: str) -> None:
    place = models.home()
    place.mkdir(parents=True)
    (place / "mine.json").write_text(text)
    with pytest.raises(FormatError, match="add it again"):
        find("mine")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kind": "encoder"}', '{"kind": "x", "vocabulary": "y"}',
                                  '{"kind": "encoder", "vocabulary": "y", "longest": 0}', '{"kind": "encoder", "vocabulary": 3}',
                                  '{"kind": "encoder", "vocabulary": "y", "pooling": "max"}', '{"kind": "encoder", "vocabulary": "y", "new": 1}'])  # fmt: skip
def test_a_broken_description(text: str) -> None:
    with pytest.raises(FormatError):
        Description.of(text, "x")


def test_a_description_is_read_as_it_was_written() -> None:
    told = Description(
        "translator",
        "a.spm",
        "b.spm",
        ("<s>",),
        ("</s>",),
        "",
        9,
        langs=("ko", "en"),
        tokens={"ko": ">>kor<<"},
        asked=True,
    )
    assert Description.of(told.text(), "x") == told


def model_bin(path: Path, spec: str) -> None:
    name = spec.encode() + b"\0"
    path.write_bytes(struct.pack("<IH", 6, len(name)) + name + b"\0" * 40)


FILES: dict[str, Any] = {
    "vocabulary.json": ["<unk>", "<s>", "</s>", "a"], "sentencepiece.bpe.model": b"", "config.json": {},
}  # fmt: skip
ENCODERS = [
    ({}, {"pooling": "tokens", "begin": ("<s>",), "end": ("</s>",), "longest": 512, "prefix": ""}),
    (
        {"1_Pooling/config.json": {"pooling_mode_mean_tokens": True, "pooling_mode_cls_token": False}},
        {"pooling": "mean"},
    ),
    ({"1_Pooling/config.json": {"pooling_mode_cls_token": True}}, {"pooling": "cls"}),
    ({"vocabulary.json": ["[PAD]", "[CLS]", "[SEP]", "a"]}, {"begin": ("[CLS]",), "end": ("[SEP]",)}),
    ({"sentence_bert_config.json": {"max_seq_length": 256}}, {"longest": 256}),
    ({"tokenizer_config.json": {"model_max_length": 1e30}}, {"longest": 512}),
    ({"config.json": {"_name_or_path": "intfloat/multilingual-e5-small"}}, {"prefix": "query: "}),
    (
        {"config_sentence_transformers.json": {"prompts": {"query": "query: ", "passage": "passage: "}}},
        {"prefix": "query: "},
    ),
    ({"config_sentence_transformers.json": {"prompts": {"query": "Instruct: find\nQuery: "}}}, {"prefix": ""}),
]
TRANSLATORS = [
    ({"tokenizer_config.json": {"source_lang": "ko", "target_lang": "en"}}, {"langs": ("ko", "en"), "end": ("</s>",)}),
    ({"tokenizer_config.json": {"source_lang": "kor", "target_lang": "eng"}}, {"langs": ("ko", "en")}),
    ({"config.json": {"add_source_eos": True, "_name_or_path": "Helsinki-NLP/opus-mt-ko-en"}}, {"langs": ("ko", "en"), "end": ()}),
    ({"config.json": {"_name_or_path": "opus-mt-tc-big-en-ko"}}, {"langs": ("en", "ko")}),
    ({"shared_vocabulary.json": ["</s>", ">>kor<<", ">>jpn<<"]}, {"asked": True, "tokens": {"ko": ">>kor<<", "ja": ">>jpn<<"}}),
    ({"shared_vocabulary.json": ["kor_Hang", "eng_Latn"]}, {"asked": False, "tokens": {"ko": "kor_Hang", "en": "eng_Latn"}}),
    ({"shared_vocabulary.json": ["__ko__", "__en__"]}, {"tokens": {"ko": "__ko__", "en": "__en__"}}),
    ({"shared_vocabulary.json": ["ko_KR", "en_XX"]}, {"tokens": {"ko": "ko_KR", "en": "en_XX"}}),
    ({"source.spm": b"", "target.spm": b"", "sentencepiece.bpe.model": None, "config.json": {"_name_or_path": "opus-mt-ko-en"}},
     {"vocabulary": "source.spm", "target_vocabulary": "target.spm"}),
]  # fmt: skip


def laid(place: Path, spec: str, files: dict[str, Any]) -> Path:
    place.mkdir()
    model_bin(place / "model.bin", spec)
    for name, content in (FILES | files).items():
        if content is not None:
            (place / name).parent.mkdir(exist_ok=True)
            (place / name).write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return place


@pytest.mark.parametrize(("files", "wanted"), ENCODERS)
def test_encoders_are_known_by_their_files(files: dict[str, Any], wanted: dict[str, Any], tmp_path: Path) -> None:
    found = described(laid(tmp_path / "m", "TransformerEncoderSpec", files))
    assert found.kind == "encoder"
    assert {name: getattr(found, name) for name in wanted} == wanted


@pytest.mark.parametrize(("files", "wanted"), TRANSLATORS)
def test_translators_are_known_by_their_files(files: dict[str, Any], wanted: dict[str, Any], tmp_path: Path) -> None:
    found = described(laid(tmp_path / "m", "TransformerSpec", files))
    assert found.kind == "translator"
    assert {name: getattr(found, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("spec", "files", "said"),
    [
        ("TransformerDecoderSpec", {}, "kind TransformerDecoderSpec"),
        ("WhisperSpec", {}, "kind WhisperSpec"),
        ("TransformerEncoderSpec", {"sentencepiece.bpe.model": None}, "no file of subwords"),
        ("TransformerEncoderSpec", {"vocabulary.json": None}, "no vocabulary"),
        ("TransformerEncoderSpec", {"vocabulary.json": {}}, "not a list of tokens"),
        ("TransformerEncoderSpec", {"config.json": b"{"}, "not JSON"),
        ("TransformerEncoderSpec", {"1_Pooling/config.json": {"pooling_mode_max_tokens": True}}, "pools by max_tokens"),
        ("TransformerSpec", {}, "--langs ko,en"),
        ("TransformerSpec", {FILE: Description("encoder", "x").text().encode()}, "says encoder, but"),
        ("\x01\x02", {}, "not a CTranslate2 model"),
    ],
)
def test_what_cannot_be_run_is_refused(spec: str, files: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        described(laid(tmp_path / "m", spec, files))


@pytest.mark.parametrize("content", [b"", b"\x06", b"PK\x03\x04" + b"\0" * 99, b"\xff" * 300])
def test_what_is_no_model(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(content)
    with pytest.raises(InputError, match="not a CTranslate2 model"):
        kind_of(tmp_path / "model.bin")


def test_folders_that_are_none(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "no", "no such folder"), (tmp_path, "no model.bin")):
        with pytest.raises(InputError, match=said):
            described(path)
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(InputError, match="align model convert"):
        described(tmp_path)


def test_options_count_more_than_files(folder: Path) -> None:
    found = described(folder, pooling="cls", prefix="query: ", langs=("ko-KR", "en"))
    assert (found.pooling, found.prefix, found.langs) == ("cls", "query: ", ("ko", "en"))


@pytest.mark.parametrize("name", ["model.bin", "sentencepiece.model"])
def test_a_model_that_is_broken(name: str, folder: Path, tmp_path: Path) -> None:
    own = copy(folder, tmp_path / "own")
    (own / name).write_bytes((own / name).read_bytes()[:200])
    model = noted(own)
    with pytest.raises(InputError):
        trial(model)


def test_subwords_of_another_model(folder: Path, tmp_path: Path) -> None:
    own = copy(folder, tmp_path / "own")
    (own / "sentencepiece.model").write_bytes(subwords.learn(["zebra quagga okapi", "gnu kudu eland"] * 20, 60))
    with pytest.raises(InputError, match="not those of this model"):
        trial(noted(own))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("encoder", "no such engine"),
        ("encoder:", "no such engine"),
        ("oracle:mine", "no such engine"),
        ("encoder:other", "other: no such model"),
        ("translator:mine", "use --engine encoder:mine"),
        ("encoder:mine,mine", "too many models"),
    ],
)
def test_engines_that_are_none(asked: str, said: str, folder: Path) -> None:
    noted(folder)
    with pytest.raises(AlignError, match=said):
        choice.models(asked)


def test_languages_that_an_encoder_does_not_know(folder: Path) -> None:
    noted(folder)
    assert choice.comparer("encoder:mine", ("ko-KR", "en")).told.startswith("encoder:mine (")
    with pytest.raises(InputError, match="knows ko and en, and not is"):
        choice.comparer("encoder:mine", ("en", "is"))


@pytest.mark.parametrize(
    ("told", "serves"),
    [
        (Description("translator", "x", langs=("ko", "en")), [("ko", "en"), ("ko", "en-US"), ("ko-KR", "en"), ("ko-KR", "en-US")]),
        (Description("translator", "x", tokens={"ko": "__ko__", "en": "__en__"}), [("ko", "en"), ("ko", "ko-KR"), ("ko", "en-US"), ("en", "ko"), ("en", "ko-KR"), ("en", "en-US"),
          ("ko-KR", "ko"), ("ko-KR", "en"), ("ko-KR", "en-US"), ("en-US", "ko"), ("en-US", "en"), ("en-US", "ko-KR")]),
        (Description("translator", "x", tokens={"ko": ">>kor<<"}, asked=True),
         [("ko", "ko-KR"), ("en", "ko"), ("en", "ko-KR"), ("ja", "ko"), ("ja", "ko-KR"), ("ko-KR", "ko"), ("en-US", "ko"), ("en-US", "ko-KR")]),
    ],
)  # fmt: skip
def test_what_a_translator_serves(told: Description, serves: list[tuple[str, str]], folder: Path) -> None:
    translator = Translator(Model("m", str(folder), "f", replace(told, vocabulary="sentencepiece.model")), Cache(None))
    asked = itertools.permutations(("ko", "en", "ja", "ko-KR", "en-US"), 2)
    assert [pair for pair in asked if translator.serves(*pair)] == serves


def test_vectors_are_the_same_in_any_company(folder: Path) -> None:
    encoder = Encoder(noted(folder), Cache(None))
    texts = [*check.texts()[0], "", " ", "x" * 5000, check.texts()[0][0]]
    together = encoder.embed(texts)
    assert together.shape == (len(texts), WIDTH)
    for text, vector in zip(texts, together, strict=True):
        assert np.allclose(encoder.embed([text])[0], vector, atol=0.02)
    assert np.allclose(together[0], together[-1])
    assert encoder.embed([]).shape[0] == 0


def test_what_was_said_is_remembered(folder: Path, tmp_path: Path) -> None:
    model = noted(folder)
    kept = tmp_path / "said.sqlite"
    first = Encoder(model, Cache(kept)).embed(["하나", "둘"])
    again = Encoder(model, Cache(kept))
    assert np.array_equal(again.embed(["둘", "하나"]), first[::-1])
    assert again.cost == 0
    other = Encoder(noted(small(tmp_path / "other", seed=1)), Cache(kept))
    assert not np.allclose(other.embed(["하나"]), first[:1])


@pytest.mark.parametrize("content", [b"", b"not a database" * 99])
def test_a_cache_that_cannot_be_used_holds_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "said.sqlite"
    path.write_bytes(content)
    found = Cache(path)
    found.keep({b"k": b"v"})
    assert found.found([b"k"]) == {b"k": b"v"}  # in memory at least
    for place in (tmp_path, path / "below", Path("/proc/none/said.sqlite")):
        assert Cache(place).found([b"k"]) == {}


def test_a_cache_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "said.sqlite"
    found = Cache(path, most=400_000)
    for k in range(300):
        found.keep({b"%d" % (10 * k + j): bytes(400) for j in range(10)})
    count, newest = sqlite3.connect(path).execute("SELECT count(*), max(number) FROM said").fetchone()
    assert 400 < count < 1000
    assert newest == 3000
    assert path.stat().st_size < 2_000_000
    assert Cache(path).found([b"2999"])
    assert not Cache(path).found([b"0"])


def test_the_memory_of_a_cache_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "AT_HAND", 1000)
    found = Cache(None)
    for k in range(100):
        found.keep({b"%d" % k: bytes(100)})
        assert sum(map(len, found.hand.values())) <= 1000
    assert b"99" in found.found([b"99"])


def test_keys_tell_models_and_texts_apart() -> None:
    assert len({*keys("a", ["x", "y", "x"]), *keys("b", ["x"])}) == 3
    assert keys("a", ["\ud800"])


def test_batches_hold_every_row_once() -> None:
    sizes = [5, 3000, 1, 9000, 5, 0]
    found = [*batches(sizes)]
    assert sorted(k for batch in found for k in batch) == [*range(6)]
    assert found[0] == [3]


@pytest.mark.parametrize(("told", "wanted"), [("3", 3), ("", None), ("0", None), ("4,2", None)])
def test_threads(told: str, wanted: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", told)
    assert threads() >= 1 if wanted is None else threads() == wanted


def test_a_random_model_is_of_no_use(folder: Path) -> None:
    found = trial(noted(folder))
    assert found is not None
    assert found.right < check.USEFUL
    assert found.sentences == 80
    assert trial(noted(folder, langs=("ja", "en"))) is None
