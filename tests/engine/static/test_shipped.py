"""The table that ships, as an engine."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from align.engine.engine import Engine
from align.engine.neural import sentences as check
from align.engine.neural.choice import comparer, fingerprints, loaded
from align.engine.static import shipped
from align.engine.static.comparing import StaticComparer
from align.engine.static.table import load
from align.errors import InputError
from align.evaluation.gold import load as golds

NEWS = Path(__file__).parents[3] / "corpora" / "news"


@pytest.fixture(scope="module")
def static() -> StaticComparer:
    found = loaded("static")
    assert isinstance(found, StaticComparer)
    return found


def right(comparer: StaticComparer, source, target, pairs, langs) -> float:
    likeness = comparer.compared(source, target, langs).likeness([(1, 1)])[1, 1]
    found = [int(likeness[i].argmax() == j) + int(likeness[:, j].argmax() == i) for i, j in pairs]
    return sum(found) / 2 / len(pairs)


def test_finds_the_built_in_sentences(static: StaticComparer):
    source, target = check.texts()
    assert right(static, source, target, [(k, k) for k in range(len(source))], check.LANGS) > 0.95


def test_finds_translations_in_news(static: StaticComparer):
    shares = []
    for gold in golds(NEWS):
        pairs = [(a[0], b[0]) for a, b in gold.beads if len(a) == len(b) == 1]
        shares.append(right(static, gold.source, gold.target, pairs, ("ko", "en")))
    assert sum(shares) / len(shares) > 0.9


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("검찰", "prosecutor", "weather"),
        ("裁判所", "court", "elephant"),
        ("银行", "bank", "potato"),
        ("銀行", "은행", "코끼리"),
        ("대통령", "总统", "土豆"),
    ],
)
def test_words(word: str, near: str, far: str, static: StaticComparer):
    likeness = static.table.alike([word], [near, far, "\ud800"])[0]
    assert likeness[0] > likeness[1] + 0.2
    assert -0.5 < likeness[2] < 0.5


def test_runs_are_sums(static: StaticComparer):
    compared = static.compared(*check.texts(), check.LANGS)
    assert compared.closer(([(0, 2)], [(1, 2)])) is compared


def test_small_and_by_its_name(static: StaticComparer):
    assert shipped().stat().st_size < 10_000_000
    assert static.told == f"static ({fingerprints('static')[:8]})"
    assert pickle.loads(pickle.dumps(static)).told == static.told
    assert load(shipped()).said.langs == ("en", "ja", "ko", "zh")


def test_other_languages_are_refused():
    with pytest.raises(InputError, match="and not is"):
        comparer("static", ("en", "is"))
    with pytest.raises(InputError, match="cannot be read"):
        comparer("static:none.table", ("ko", "en"))


def test_no_library_is_loaded():
    code = (
        "import sys; from align.engine.engine import Engine; from align.model import Document;"
        "e = Engine.load('ko', 'en', choice='static'); e.comparer.prior(('ko', 'en'));"
        "print([m for m in ('ctranslate2', 'sentencepiece', 'torch') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_signature():
    assert "engine static (" in Engine.load("ko", "en", choice="static").signature()
