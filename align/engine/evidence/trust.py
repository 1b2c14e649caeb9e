"""How far the tables of a channel are to be believed in the documents at hand.

That a table renders the share f of a term's uses makes a term of a right bead as likely as f * P(w | run) / P(w) + 1 - f says: a
mixture of two, concave in f. So f is what makes the beads likeliest that the *other* evidence finds, each by its
probability. A table that knows nothing of the text, or nothing at all, has P(w | run) below P(w) more often than it hits by luck
and comes out at 0; there its log ratios are 0 too, and the words that it does not find tell nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.engine.evidence.channel import Channel, Floats, Terms
from align.engine.evidence.ranges import Ints

TESTED, UNTESTED = 100.0, 5.0
"""How many terms the faith that a table's maker has in it counts as: of a table that comes with the package, tried on much text, and
of any other. Were ours believed by the article alone, two articles that have nothing to do with each other would look like one
and its translation in words that we do not know.
"""
SHARPER = 2.4
"""How many times over a word that is not found tells so. Words that belong together are missed or found together, which the
mixture does not know: with 1 the fitted weights find fewer nulls (gold .976; .980 with 1.6 and with 2.4, which is likelier).
"""
LEAST = 0.05
"""Probability of a 1:1 bead from which it tells something."""
STEPS = 10
"""Halvings of the interval in which a share lies."""

Gains = tuple[Ints, Floats, Floats]
"""Of uses of terms in beads: the document, by how much more likely a sure rendering makes it, and how sure the bead is."""
Prior = tuple[float, float]
"""The share that is expected, and how many terms that counts as."""
LEARNT: Prior = 0.7, UNTESTED
"""Of what the documents at hand taught."""


def share(channels: Sequence[Channel], priors: Sequence[Prior], sure: Floats) -> Floats:
    """(documents, channels): the share of its terms' uses that each renders; `sure` (documents, N, M) is the probability of 1:1 beads.

    The faith of the channels is how well their terms are known, from 0 to 1.
    """
    found = [likeliest(gains(channel, sure), len(sure), prior) for channel, prior in zip(channels, priors, strict=True)]
    return np.stack(found, 1) if found else np.zeros((len(sure), 0))


def gains(channel: Channel, sure: Floats) -> Gains:
    """What the channel tells of the beads in `sure`, both ways."""
    weight = np.where(sure > LEAST, sure, 0.0)
    forward, backward = channel.rendered()
    return joined(
        [
            _gains(forward, channel.target, channel.source, channel.target_chance, channel.target_faith, weight),
            _gains(
                backward,
                channel.source,
                channel.target,
                channel.source_chance,
                channel.source_faith,
                weight.transpose(0, 2, 1),
            ),
        ]
    )


def joined(some: Sequence[Gains]) -> Gains:
    """All of them."""
    document, gain, weight = (np.concatenate(each) for each in zip(*some, strict=True))
    return document, gain, weight


def _gains(rendered: Floats, known: Terms, given: Terms, chance: Floats, faith: Floats, sure: Floats) -> Gains:
    """The document of each use of a term in beads, by how much more likely a sure rendering makes it, and its weight."""
    uses = (known.counts @ sure.transpose(0, 2, 1)) * (faith[:, :, None] > 0)
    d, term, i = np.nonzero(uses)
    ratio = rendered[d, term, i] / np.maximum(given.counts.sum(1), 1.0)[d, i] / np.maximum(chance[d, term], 1e-12)
    return d, faith[d, term] * (ratio - 1.0), uses[d, term, i]


def likeliest(some: Gains, documents: int, prior: Prior) -> Floats:
    """(documents,): the sharpened share at which the sum of log(1 + f * gain), and the prior, is highest: where its slope is 0."""
    d, gain, weight = some
    expected, pseudo = 1.0 - (1.0 - prior[0]) ** (1.0 / SHARPER), prior[1]
    low, high = np.zeros(documents), np.ones(documents)
    for _ in range(STEPS):
        f = (low + high) / 2
        told = np.bincount(d, weight * gain / (1.0 + f[d] * gain), documents)
        slope = told + pseudo * (expected / f - (1.0 - expected) / (1.0 - f))
        low, high = np.where(slope > 0, f, low), np.where(slope > 0, high, f)
    likely: Floats = 1.0 - (1.0 - (low + high) / 2) ** SHARPER
    return likely
