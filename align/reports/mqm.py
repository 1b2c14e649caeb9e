"""What the rules are called in MQM, the typology of translation errors (themqm.org); we are mapped to it, no part of it."""

from __future__ import annotations

MISTRANSLATION = "Accuracy/Mistranslation"
OMISSION = "Accuracy/Omission"
ADDITION = "Accuracy/Addition"

MQM = {
    "name-mismatch": MISTRANSLATION,
    "name-drift": "Terminology/Inconsistent use of terminology",
    "name-missing": OMISSION,
    "name-extra": ADDITION,
    "date-conflict": MISTRANSLATION,
    "weekday-conflict": MISTRANSLATION,
    "number-conflict": MISTRANSLATION,
    "unit-conflict": MISTRANSLATION,
    "date-missing": OMISSION,
    "number-missing": OMISSION,
    "omission": OMISSION,
    "addition": ADDITION,
    "untranslated": "Accuracy/Untranslated",
    "term-conflict": "Terminology/Inconsistent with terminology resource",
    "term-drift": "Terminology/Inconsistent use of terminology",
}
"""Rule -> dimension/error type."""
