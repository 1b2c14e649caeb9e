"""Converted models against what Transformers gives: the same texts have to give the same vectors, probabilities and translations."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from align.engine.neural import models
from align.engine.neural import sentences as check
from align.engine.neural.cache import Cache
from align.engine.neural.detect import described
from align.engine.neural.encoder import Encoder
from align.engine.neural.translator import Translator
from tests.engine.neural import tiny

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

BARS = {"float32": 0.9999, "int8": 0.995}
ODD = ["", " ", "밥", "A" * 400, "숫자 1,234.5와 영어 word", "😀 이모지 and 漢字"]


def opened(folder: Path, **options: Any) -> models.Model:
    told = described(folder, **options)
    return models.Model("tiny", str(folder), models.fingerprint(folder, told), told)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bool], tuple[Any, Any, Path]]:
    """A tiny model, its tokenizer and its folder: each made once."""

    @cache
    def found(family: str, trained: bool) -> tuple[Any, Any, Path]:
        folder = tmp_path_factory.mktemp("tiny") / family
        return *getattr(tiny, family)(folder, trained), folder

    return found


def cosines(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    return (ours * theirs).sum(1) / np.linalg.norm(ours, axis=1) / np.linalg.norm(theirs, axis=1)


@pytest.mark.parametrize("quantisation", BARS)
@pytest.mark.parametrize("trained", [False, True], ids=["random", "trained"])
@pytest.mark.parametrize("family", ["bert", "xlmr"])
def test_encoders(family: str, trained: bool, quantisation: str, made: Any, tmp_path: Path) -> None:
    from align.training.convert import convert

    model, tokenizer, folder = made(family, trained)
    convert(folder, tmp_path / "out", quantisation, pooling="mean")
    texts = [*check.texts()[0], *check.texts()[1], *ODD[2:]]
    ours = Encoder(opened(tmp_path / "out"), Cache(None)).embed(texts)
    with torch.no_grad():
        theirs = tiny.mean_states(model, tokenizer, texts).numpy()
    assert cosines(ours, theirs).min() >= BARS[quantisation]


@pytest.mark.parametrize("quantisation", BARS)
@pytest.mark.parametrize("trained", [False, True], ids=["random", "trained"])
@pytest.mark.parametrize("family", ["marian", "m2m100"])
def test_encoders_of_translators(family: str, trained: bool, quantisation: str, made: Any, tmp_path: Path) -> None:
    from align.training.convert import convert

    model, tokenizer, folder = made(family, trained)
    convert(folder, tmp_path / "out", quantisation, encoder=True)
    texts = check.texts()[0]
    ours = Encoder(opened(tmp_path / "out"), Cache(None)).states(texts)
    for text, states in zip(texts, ours, strict=True):
        ids = tokenizer(text, return_tensors="pt")["input_ids"]
        if family == "m2m100":
            ids = ids[:, 1:]  # the language
        with torch.no_grad():
            theirs = model.get_encoder()(input_ids=ids).last_hidden_state[0, :-1].numpy()
        assert states.shape == theirs.shape
        assert cosines(states.mean(0)[None], theirs.mean(0)[None])[0] >= BARS[quantisation]


@pytest.mark.parametrize("quantisation", BARS)
@pytest.mark.parametrize("trained", [False, True], ids=["random", "trained"])
@pytest.mark.parametrize("family", ["marian", "m2m100"])
def test_translators(family: str, trained: bool, quantisation: str, made: Any, tmp_path: Path) -> None:
    from align.training.convert import convert

    model, tokenizer, folder = made(family, trained)
    convert(folder, tmp_path / "out", quantisation)
    translator = Translator(opened(tmp_path / "out"), Cache(None))
    assert translator.serves("ko-KR", "en")
    korean, english = (texts[: tiny.PAIRS] for texts in check.texts())
    lead = [translator.told.tokens["ko"]] if translator.told.tokens else []
    begins = [translator.told.tokens["en"]] if translator.told.tokens else []
    ours, theirs = [], []
    for source, target in zip(korean, english, strict=True):
        batch = tokenizer(source, text_target=target, return_tensors="pt")
        with torch.no_grad():
            logits = model(**batch).logits[0]
        if family == "marian":
            logits[:, tokenizer.pad_token_id] = -torch.inf  # CTranslate2 drops what Transformers never lets through
        wanted = batch["labels"][0]
        theirs.append(logits.log_softmax(1)[range(len(wanted)), wanted].numpy())
        pieces = [*begins, *translator.target.pieces([target])[0]]
        scored = translator.run.score_batch([[*lead, *translator.source.pieces([source])[0], "</s>"]], [pieces])
        ours.append(np.array(scored[0].log_probs))
    assert [len(row) for row in ours] == [len(row) for row in theirs]
    if quantisation == "float32":
        assert cosines(np.concatenate(ours)[None], np.concatenate(theirs)[None])[0] >= BARS[quantisation]
    if trained:
        right = sum(map(str.__eq__, translator.translate(korean, "ko", "en"), english))
        assert right == len(english) if quantisation == "float32" else right > len(english) / 2


def test_odd_texts_have_a_vector(made: Any, tmp_path: Path) -> None:
    from align.training.convert import convert

    _, _, folder = made("xlmr", False)
    convert(folder, tmp_path / "out", "int8", pooling="mean")
    vectors = Encoder(opened(tmp_path / "out"), Cache(None)).embed(ODD)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-2)
