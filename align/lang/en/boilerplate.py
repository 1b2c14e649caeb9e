"""English lines that nobody translates."""

from __future__ import annotations

RIGHTS = r"all rights reserved|copyright"
BYLINE = r"^\(?(?:By|Reporting by|Writing by|Editing by|Photo by|Photo:|Photos? courtesy|Source:)\s[^.!?]{2,80}[.)]?$"
NOTICE = r"Sign up for|Subscribe|Follow us|Read more"
AGENCIES = r"(?:AFP|AP|EPA|Reuters|Getty(?: Images)?|Yonhap|Newsis|News1|Kyodo|Xinhua|Bloomberg|Alamy|Shutterstock)"
FURNITURE = {
    "rights": RIGHTS + r"|unauthori[sz]ed (?:reproduction|redistribution|use)|may not be (?:published|reproduced)",
    "byline": (
        r"^\W{0,2}(?:By|Reported by|Reporting by|Written by|Writing by|Edited by|Editing by|Words by)\s[A-Z][^.!?]{2,70}\.?\W?$"
        r"|(?:staff (?:writer|reporter)|correspondent|contributing writer)\.?\s*$|\((?:Reporting|Writing|Editing) by "
    ),
    "dateline": (
        r"^\s*\(?[A-Z][A-Za-z.'’-]{2,20}(?:,? [A-Z][\w.'’-]{0,20}){0,3}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?\s?"
        r"(?:\([^)]{1,30}\)\s?(?:--?|—|–)|[=]|--|—)"
    ),
    "caption": (
        r"^\W{0,2}(?:Photos?|Picture|Image|Graphic|Illustration|Caption|Pictured)\b\s?[:=\]/,]?"
        r"|^\W{0,2}In this (?:file |undated )?(?:photo|image)\b\s?[:=\]/,]?"
        r"|(?:Photo(?:graph)?s?|Picture|Image|Graphic|Illustration|Video)s?\s?(?:by|credit|courtesy|from|provided)?\s?[:=/]"
        r"|Photos? (?:by|courtesy)"
        rf"|[(/\[|]\s?(?:(?:File|Photo|Courtesy|Provided|Image)[^)\]]{{0,40}}|{AGENCIES})\s?[)\]]?\.?\s*$"
        r"|courtesy of [^.]{2,50}\W?$"
    ),
    "source": r"^\W{0,2}(?:Sources?|Data)\s?[:=]",
    "contact": (
        r"^\W{0,2}(?:Media |Press )?(?:Contacts?|Inquir(?:y|ies)|Enquir(?:y|ies)|Tel|Phone|Fax|E-?mail)\b[^.]{0,20}:"
        r"|^For (?:more|further) information"
    ),
    "notice": NOTICE
    + r"|^\W{0,2}(?:Related|See also|Advertisement|Share (?:this|on)|Click here|Download (?:the|our) app|Newsletter)\b",
    "end": r"^\W*(?:ends?)\W*$",
}
"""Those of base.boilerplate, in English."""
SIGNS = {
    "rights": ("all rights reserved", "copyright", "unauthori", "may not be "),
    "byline": ("by", "staff ", "correspondent", "contributing writer"),
    "dateline": ("-", "–", "—", "="),
    "caption": (
        *("photo", "picture", "image", "graphic", "illustration", "caption", "video", "courtesy of"),
        *("(", "/", "[", "|"),
    ),
    "source": ("source", "data"),
    "contact": ("contact", "inquir", "enquir", "tel", "phone", "fax", "mail", " information"),
    "notice": (
        *("sign up for", "subscribe", "follow us", "read more", "related", "see also", "advertisement", "share "),
        *("click here", "download ", "newsletter"),
    ),
    "end": ("end",),
}
