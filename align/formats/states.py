"""States of translations as tools call them -> those of align.about; "" is no translation.

XLIFF 1.2 (OASIS, 2008), section 2.2.6; XLIFF 2.1, 4.2.2.9; SDLXLIFF and MQXLIFF as their tools write them.
"""

from __future__ import annotations

from align.about import DONE, DRAFT, FINAL, REJECTED, REVIEWED

CONFIDENCE = {FINAL: 1.0, REVIEWED: 1.0, DONE: 1.0, DRAFT: 0.5, REJECTED: 0.1}
"""Of a translation in a state, where nothing else tells how sure it is: below SURE what somebody has to look at yet. Set by hand."""
XLIFF_1 = {
    "new": "",
    "needs-translation": "",
    "needs-adaptation": DRAFT,
    "needs-l10n": DRAFT,
    "needs-review-adaptation": DRAFT,
    "needs-review-l10n": DRAFT,
    "needs-review-translation": DRAFT,
    "translated": DONE,
    "signed-off": REVIEWED,
    "final": FINAL,
}
XLIFF_2 = {"initial": "", "translated": DONE, "reviewed": REVIEWED, "final": FINAL}
SDL = {
    "Unspecified": "",
    "Draft": DRAFT,
    "Translated": DONE,
    "RejectedTranslation": REJECTED,
    "ApprovedTranslation": REVIEWED,
    "RejectedSignOff": REJECTED,
    "ApprovedSignOff": FINAL,
}
MEMOQ = {
    "NotStarted": "",
    "Edited": DRAFT,
    "PartiallyEdited": DRAFT,
    "Pretranslated": DRAFT,
    "AssembledFromFragments": DRAFT,
    "MachineTranslated": DRAFT,
    "Translated": DONE,
    "Confirmed": DONE,
    "ManuallyConfirmed": DONE,
    "TranslatorConfirmed": DONE,
    "Reviewer1Confirmed": REVIEWED,
    "Reviewer2Confirmed": FINAL,
    "Proofread": FINAL,
    "ProofreadConfirmed": FINAL,
    "Rejected": REJECTED,
}
