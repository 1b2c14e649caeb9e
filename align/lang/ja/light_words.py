"""Japanese words that say little of what a sentence is about, so that a translation may have nothing for them.

Particles, endings, verbs that help and words that join sentences are written in hiragana, and hardly anything else of news is: a
piece of hiragana is light. Beside it some nouns and counters that stand with another word.
"""

from __future__ import annotations

import re

HIRAGANA = re.compile("[\u3041-\u309fー、。]+")
WORDS = frozenset(
    (
        "場合 関連 自身 当時 以上 以下 以外 以降 以前 以来 以内 同様 一方 一部 一緒 今回 前回 次回 最近 現在 今後 同時 場所 時点 時期 "
        "必要 可能 状況 状態 "
        "問題 対象 予定 方針 方向 理由 結果 影響 関係 関して 対し 対して 際に 際 上 中 下 内 外 前 後 間 側 者 人 件 "
        "年 月 日 時 分 回 度 点 数 的 性 化 等 達 "
        "各 全 約 計 第 目 氏 約束 述べ 話し 言い 語っ 伝え 明ら 示し 行っ 行わ 行う 出し 出た 受け 持つ 持っ 見せ 続け 続い 続く "
        "思う 考え 同日 同年 同月"
    ).split()
)
"""Nouns that stand with another word, counters, and what verbs of saying and doing begin with."""


def is_light(word: str) -> bool:
    """Whether a word says little by itself.

    >>> [w for w in ("として", "国会", "場合", "いる", "法案") if is_light(w)]
    ['として', '場合', 'いる']
    """
    return HIRAGANA.fullmatch(word) is not None or word in WORDS
