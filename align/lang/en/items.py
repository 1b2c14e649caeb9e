"""English credits, copyright lines and addresses."""

from __future__ import annotations

NAMES = r"[A-Z][\w.'’&-]*(?:[ /,=|·-]{1,3}(?:of |the )?[A-Z][\w.'’&-]*){0,5}(?<!\.)"
CREDIT = (
    r"[\[(/|]?\s?(?:(?:File |Handout |Stock |Screen )?(?:Photo|Photograph|Picture|Image|Graphic|Illustration|Video|Screenshot)s?"
    r"(?: (?:by|from|courtesy|credit|via|provided by|taken by)\b[^\n]{1,50}|\s?[:=/|]\s?[^\n]{1,50})"
    r"|Photographed by [^\n]{1,40}|(?:Photo credit|Credit|Source|Courtesy|Provided by|Captured from)(?:\s?[:=]| of)?\s[^\n]{1,50})"
    rf"|/\s?{NAMES}|{NAMES}(?:\s(?:file|File|handout|pool))?(?:\s[Pp]hotos?)?"
)
"""Photograph: Kim Ha-neul | (AP Photo/Lee) | Courtesy of the Saesol Museum | Yonhap | Getty Images"""
OWNER = r"(?:[Cc]opyrights?|COPYRIGHTS?)(?=\s?(?:[©ⓒ(]|\d{4}|by\b))|(?i:all rights reserved)"
MONTHS = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept?|Oct|Nov|Dec)"
LINE = (
    r"(?<![Ff]or\s)(?<=\s)(?:Press|Media|News|Further|Sales|General)\s(?:[Ii]nquir(?:y|ies)|[Ee]nquir(?:y|ies)|[Cc]ontacts?)\s?:"
    r"|(?<![a-z,]\s)(?<=\s)(?:\d{1,2}:\d\d|\d{1,2})\s?[ap]\.?m\.?\s(?:--|[—–])\s"
    rf"|(?<=[a-z]\s)(?=[A-Z]{{3,}}(?:[ -][A-Z]{{2,}})*,(?:\s[A-Z][\w.]+,)?\s{MONTHS}[a-z]*\.?\s\d{{1,2}}\s\()"
)
"""An address, an entry of a day minute by minute, and the dateline behind a by-line: By Kim Ha-neul SEOUL, Oct. 3 (Saesol) --"""
