"""English lines that nobody translates."""

from __future__ import annotations

RIGHTS = r"all rights reserved|copyright"
BYLINE = r"^\(?(?:By|Reporting by|Writing by|Editing by|Photo by|Photo:|Photos? courtesy|Source:)\s[^.!?]{2,80}[.)]?$"
NOTICE = r"Sign up for|Subscribe|Follow us|Read more"
