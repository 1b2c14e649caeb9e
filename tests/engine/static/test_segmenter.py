import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.engine.static.segmenter import Segmenter, folded, keys

PIECES = {
    "▁": -3.0,
    "▁a": -2.0,
    "a": -2.5,
    "b": -2.5,
    "ab": -3.0,
    "▁ab": -6.0,
    "abc": -5.0,
    "나": -2.0,
    "▁나라": -4.0,
    "라": -3.0,
}


def segmenter(pieces: dict[str, float]) -> tuple[Segmenter, list[str]]:
    names = list(pieces)
    own = keys(names)
    order = np.argsort(own)
    scores = np.array([pieces[name] for name in names])[order]
    return Segmenter(own[order], scores, max(map(len, names))), [names[k] for k in order]


def slow(text: str, pieces: dict[str, float]) -> float:
    """The log probability of the best path, from all paths."""
    unknown = min(pieces.values()) - 10
    line = folded(text)
    best = [0.0]
    for end in range(1, len(line) + 1):
        options = [best[end - 1] + unknown]
        options += [best[end - len(p)] + s for p, s in pieces.items() if line.endswith(p, 0, end)]
        best.append(max(options))
    return best[-1]


def test_cases():
    cut, names = segmenter(PIECES)
    for text, wanted in (
        ("", []),
        ("ab", ["▁a", "b"]),
        ("AB  b", ["▁a", "b", "▁", "b"]),
        ("abc", ["▁", "abc"]),
        ("나라 x나", ["▁나라", "▁", "나"]),
        ("\ud800", ["▁"]),
    ):
        assert [names[k] for k in cut.pieces([text])[0]] == wanted, text


def test_texts_do_not_touch():
    cut, _ = segmenter(PIECES)
    texts = ["ab", "", "나라나", "abcab", "zz"]
    assert cut.pieces(texts) == [cut.pieces([text])[0] for text in texts]


@given(st.text("abc나라 xA", max_size=12))
def test_best_path(text: str):
    cut, names = segmenter(PIECES)
    found = [names[k] for k in cut.pieces([text])[0]]
    unknown = min(PIECES.values()) - 10
    left = len(folded(text)) - sum(map(len, found))
    assert sum(PIECES[p] for p in found) + left * unknown == slow(text, PIECES) or np.isclose(
        sum(PIECES[p] for p in found) + left * unknown, slow(text, PIECES)
    )
