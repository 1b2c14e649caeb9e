"""Marks, quoted lengths and copied runs: quiet where they say nothing."""

import numpy as np

from align.engine.evidence import copied, length, marks, quoted


def test_no_marks_say_nothing():
    plain = marks.found(["A ship sailed.", "It sank."])[None]
    assert not plain.any()
    assert not marks.ratios(plain, plain, [(2, 2)], 1, 1).any()


def test_a_rare_mark_pairs_with_its_kind():
    source = marks.found(["배가 떠났다.", "[사진] 배가 떠나고 있다."] + ["비가 왔다."] * 8)[None]
    target = marks.found(["A ship left.", "The ship leaves. (Photo: Hanbit)"] + ["It rained."] * 8)[None]
    found = marks.ratios(source, target, [(10, 10)], 1, 1)[0]
    assert found[1, 1] > 0 > found[0, 1]
    assert marks.furniture(source)[0, :3].tolist() == [0, marks.DOUBTFUL, 0]


def test_padding_changes_nothing():
    rows = marks.found(["What?", "A list:", "- one", "(END)"])[None]
    padded = np.pad(rows, ((0, 0), (0, 3), (0, 0)))
    assert np.allclose(
        marks.ratios(padded, padded, [(4, 4)], 2, 1)[:, :3, :4], marks.ratios(rows, rows, [(4, 4)], 2, 1)
    )


def test_quotations_run_on():
    texts = ['그는 "오늘 갔다.', '내일 온다"고 말했다.', "비가 왔다."]
    assert quoted.sizes(texts).tolist() == [length.size("오늘 갔다."), length.size("내일 온다"), 0]
    assert quoted.sizes(['"Left open', "Nothing here", 'He said "yes".']).tolist() == [9, 0, 3]
    assert quoted.sizes(["“A” and “b”", "«c»"]).tolist() == [2, 1]


def test_nothing_quoted_says_nothing():
    none, some = np.zeros((1, 2)), np.array([[0.0, 60.0]])
    assert not quoted.ratios(none, none, np.zeros(1), 1, 1).any()
    found = quoted.ratios(some, some, np.zeros(1), 1, 1)[0]
    assert found[1, 1] > 0 > found[0, 1]


def test_copied_runs():
    left, right = copied.shared(["나는 간다.", "The cat sat on it."], ["I go.", "And the cat sat on."])
    assert left == [[], ["the cat sat on"]]
    assert right == [[], ["the cat sat on"]]


def test_one_strange_length_costs_little():
    lengths = np.array([[10.0, 1000.0]])
    found = length.ratios(lengths, lengths, np.zeros(1), 1, 1)[0]
    assert found[0, 0] > 0
    assert found[0, 1] > -3.6
