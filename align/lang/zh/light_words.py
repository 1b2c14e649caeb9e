"""Chinese words that say little of what a sentence is about, so that a translation may have nothing for them.

Particles, prepositions, pronouns, measure words, verbs that help, and words that join sentences: closed classes of the grammar, as
the pairs of characters that tokens are.
"""

from __future__ import annotations

from align.lang.zh.letters import plain

WORDS = frozenset(
    (
        "的 了 着 过 是 在 有 和 与 及 或 而 且 但 却 也 都 就 才 又 还 再 更 最 很 太 不 没 为 被 把 将 对 从 到 由 "
        "向 于 以 之 其 此 该 这 那 他 她 它 我 你 们 "
        "个 名 位 次 件 家 项 种 年 月 日 时 分 上 下 中 内 外 前 后 里 间 并 等 所 使 让 给 跟 同 比 如 若 则 因 即 "
        "便 仍 已 曾 正 可 能 会 要 应 须 得 地 吗 呢 吧 "
        "这个 那个 这些 那些 这种 那种 这是 那是 其中 其他 其它 此次 此外 此前 此后 目前 当前 现在 当时 同时 随后 "
        "之后 之前 以后 以前 以来 以及 以上 以下 而且 并且 但是 "
        "不过 然而 因此 因为 由于 所以 如果 虽然 尽管 为了 关于 对于 根据 按照 通过 作为 随着 除了 包括 以外 之间 "
        "之中 之一 一个 一些 一样 一直 一种 我们 你们 他们 她们 "
        "它们 自己 大家 已经 正在 将会 将在 可以 可能 能够 应该 应当 必须 需要 没有 不是 不能 不会 还有 还是 也是 "
        "都是 就是 只是 只有 只要 或者 以便 从而 甚至 尤其 特别 "
        "非常 十分 比较 相当 大约 左右 表示 指出 称为 认为 说道 进行 予以 加以 有关 相关 方面 情况 问题 时候 时间 "
        "有的 是在 的是 了一 在一 有一 是一 为一 也有 也在 还在 中的 上的 下的"
    ).split()
)
"""In simplified letters."""


def is_light(word: str) -> bool:
    """Whether a word says little by itself.

    >>> [w for w in ("因此", "這些", "国会", "进行", "法案") if is_light(w)]
    ['因此', '這些', '进行']
    """
    return plain(word) in WORDS
