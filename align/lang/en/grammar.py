"""How the pieces of English dates look, and what stands around them."""

from __future__ import annotations

import re

from align.lang.en.holidays import HOLIDAY
from align.lang.en.relative_dates import COUNTS, RELATIVE

NUMBERS = dict(zip("two three four five six seven eight nine ten eleven".split(), range(2, 12), strict=True))
TEENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()
MONTH = (
    r"(?:(?i:january|february|april|june|july|september|october|november|december)\b|August\b|AUGUST\b|March\b|MARCH\b|May\b|MAY\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
WEEKDAY = (
    r"(?:(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:s(?=\s(?:and|to|through|only|or|at)\b|[,.;]|$))?\b(?!\s(?:Times|Telegraph|Mirror|Mail|Post|Herald|Express|Night\s(?:Live|Football)|Evening\sPost)\b)"
    r"|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
)
YEAR = r"(?:1[0-9]|20|21)\d\d(?![\d%])(?![,.]\d)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
TO = r"(?:\s?[-–~]\s?|—|\s(?:to|through)\s)"
UNIT = (
    r"(?:\s|-)(?:won|dollars?|euros?|yen|yuan|rubles?|pounds?|people|persons?|men|women|children|students|workers|soldiers|troops|households|"
    r"meters?|metres?|km|kilomet\w+|miles?|feet|foot|tons?|tonnes?|kg|kilograms?|grams?|hectares?|acres?|square|percent|per\scent|points?|cases|"
    r"items|units|votes|copies|pages|cars|vehicles|homes|houses|apartments|rooms|seats|trees|flights|hours|minutes|seconds|times|degrees|jobs|"
    r"mm|cm|hPa|MW|GMT|KST|a\.?m|p\.?m|hours?|ships?|places|companies|shares|steps|calories|words|pieces|barrels|million|billion)\b"
)
"""What makes 2000 a quantity."""
CONTEXT = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|to|through|between|and|or|before|after|during|for|late|early|mid|last|next|this|past|every|around|on|throughout|end)"
    r"[\s-]|[(–—-]|[,;:]\s)$",
    re.IGNORECASE,
)
"""What stands before May or a bare year of long ago, where it is one."""
AFTER = re.compile(
    r"\s?(?:$|[.,;:!?)\]\"'”’–—]|(?:of|and|or|to|through|at|in|on|for|that|when|while|as|with|after|before|by|from|until|local|was|were|is|will|would|the|this|last|next|"
    r"but|who|which|they|he|she|it|said|amid|over|following|morning|afternoon|evening|night)\b)"
)
"""What follows "the 6th" where it is a day."""
PIECE = re.compile(
    r"(?<![\w$€£₩.])(?:"
    r"(?P<iso>(?P<iy>\d{4})[-/](?P<im>\d{1,2})[-/](?P<id>\d{1,2}))\b"
    r"|(?P<slash>(?P<s1>\d{1,2})/(?P<s2>\d{1,2})/(?P<sy>\d{4}))\b"
    rf"|(?P<md>(?P<m1>{MONTH})\s(?P<d1>{DAY})\b(?:{TO}(?P<d1b>{DAY})\b(?!\s[a-z]+s\b))?(?![:,]\d|\.\d|\s?(?:a|p)\.?m))(?:\s?,?\s(?P<y1>{YEAR}))?"
    rf"|(?P<dm>(?P<d2>{DAY})(?:{TO}(?P<d2b>{DAY}))?\s(?:of\s)?(?P<m2>{MONTH}))(?:,?\s(?P<y2>{YEAR}))?"
    rf"|(?P<mm>(?P<m3>{MONTH})(?:{TO}(?P<m4>{MONTH})(?!\s\d{{1,2}}\b))?)(?:,?\s(?:of\s)?(?P<y3>{YEAR})(?!{UNIT}))?"
    rf"|(?:the\s)?(?P<th>(?P<d3>\d{{1,2}})(?:st|nd|rd|th)(?:{TO}(?:the\s)?(?P<d3b>\d{{1,2}})(?:st|nd|rd|th))?)\b(?!-)(?!\s(?:century|centuries|quarter|half)\b)"
    r"|the\s(?P<wd3>\d{1,2})(?=\s(?:of\s(?:last|this|next)\smonth))"
    rf"|(?P<weekday>{WEEKDAY})(?:{TO}(?P<w2>{WEEKDAY}))?"
    r"|(?:the\s)?(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th|final)[\s-]quarters?\b|(?P<qn>Q[1-4]|[1-4]Q)\b"
    r"|(?:the\s)?(?P<half>first|second|1st|2nd|latter)[\s-]half\b(?!-)|(?P<hn>H[12]|[12]H)(?=\s(?:20|19)\d\d)"
    rf"|(?:the\s)?(?P<decade>(?:1[0-9]|20)\d0)['’]?s\b|(?:the\s)?['’‘](?P<short>\d0)s\b|the\s(?P<teens>{'|'.join(TEENS)})\b"
    r"|(?:the\s)?(?P<century>\d{1,2})(?:st|nd|rd|th)[\s-]century\b"
    r"|the\sfirst\s(?P<firsts>[2-9]|1[01]|" + "|".join(NUMBERS) + r")\smonths(?=\sof\b|[.,;]|$)"
    r"|(?:the\s)?(?P<ending>year|month)[\s-]?end\b(?!ing)|(?P<within>within\sthe\syear)\b"
    r"|(?:the\s)?(?P<part>early|mid|late|(?:end|start|beginning|middle)(?=\sof\b))\b(?:-(?=[A-Z\d]))?"
    rf"|(?:the\s)?(?P<nth>first|second|third|fourth|fifth|last)\s(?:(?P<nw>{WEEKDAY})|day)"
    rf"(?=\s(?:of|in)\s(?:{MONTH}|last\smonth|this\smonth|next\smonth))"
    r"|the\s(?P<whole>year|month|week|weekend)\b(?!['’\s-](?:s|before|after|long|old)\b)|(?P<weekend>weekend)\b"
    rf"|(?P<year>{YEAR})(?:\s?[-–/]\s?(?P<yb>(?:19|20)\d\d|\d\d)\b)?(?!{UNIT})"
    r"|D-(?P<dday>\d{1,3})\b(?![.,-]\d)"
    r"|(?P<local>\(?\b(?:local|Korean?|Korea|Seoul|Eastern|U\.S\.|Pacific)\s(?:Standard\s)?time\b\)?|\(local\))"
    r"|(?i:" + HOLIDAY + ")|(?i:" + RELATIVE + "))"
)  # fmt: skip
UNITS = r"\s(?:of\s)?(?:day|week|month|year|decade)"
START = re.compile(
    r"[^\w$€£₩.](?="
    rf"\d(?:\d{{3}}\b|\d{{3}}['’]?s|\d{{3}}[-–/]|\d?(?:st|nd|rd|th)\b|\d?\s?(?:[-–—/~]|to\s|through\s)|\d?\s(?:of\s)?[JFMASONDjfasond][aepuoc]|\d{{0,2}}{UNITS}|Q\b|H\s)"
    r"|['’‘]\d0s|D-\d|[Jj](?:an|AN|un|UN|ul|UL)|F(?:eb|EB|ri|RI)|f(?:ebr|riday)|M(?:ar\b|arch|AR|ay\b|AY|on\b|onday|ON)|monday|A(?:pr|PR|ug|UG)|april"
    r"|S(?:ep|EP|at\b|aturd|AT|un\b|unday|UN)|s(?:eptember|unday|aturday)|O(?:ct|CT)|october|N(?:ov|OV)|november|D(?:ec\b|ecem|EC)|december"
    r"|T(?:ue|UE|hu\b|hur|HU)|t(?:uesday|hursday)|W(?:ed\b|ednes|ED)|wednesday|[Ff](?:irst[\s-](?:q|h|[A-Z]|day)|inal\sq|ourth[\s-]q|ollowing\s[A-Z])"
    r"|[Ss](?:econd[\s-][qhA-Z]|ame\sday|tart\sof)|[Nn](?:ext\s|ew\s[Yy]|ational\sF)|[Mm](?:id[\s-]|iddle\sof|onth[\s-]?end|emorial\sD)"
    r"|[Aa](?:rmed\sF|n?\s(?:day|week|month|year|decade)\s)|[Dd]ay\sof"
    r"|[Tt](?:he\s(?:\d|['’‘]\d0|first|second|third|fourth|final|latter|same|next|following|previous|prior|day|night|year|month|week|end|start|begin|middle|"
    r"early|late|mid|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|coming|past|last|upcoming)|his\s|hat\s(?:same\s)?day|oday|onight|omorrow|hird[\s-]q)"
    r"|[Ww](?:eekend|ithin\sthe|orkers['’])"
    r"|[Yy](?:ester|ear[\s-]?end)|[Ll](?:ast\s|ate\s|ocal\st|atter\s|unar|iberation\sD|abor\sD)|[Pp](?:ast\s|revious\s|acific\s|arents['’])"
    r"|[Ee](?:arly\s|nd\sof|astern\s[St]|aster)|[Bb](?:eginning\sof|uddha['’])|[Cc](?:oming\s|huseok|hristmas|hildren['’]|onstitution\sD)"
    r"|[Hh](?:ang(?:eul|ul)|alloween|[12]\b)|Q[1-4]"
    rf"|[Ii]ndependence\sM|[Uu](?:pcoming|\.S\.\st)|[Vv]alentine|Korean?\s[tS]|Seoul\st"
    rf"|(?:{'|'.join(w for w in COUNTS if len(w) > 2)}){UNITS})"
)  # fmt: skip
"""What stands before a piece that may begin there: tried before PIECE, which costs more."""
MATCH = re.compile(
    r"\b(?:goals?|scored?|kick(?:ed|-off)?|match|coach|minutes?\sinto|penalty|halftime|striker"
    r"|midfielder|team(?:mate)?s?)\b"
)
"""Words of a sport, where a half or quarter is one of a game."""
YEARLY = re.compile(r",?\s(?:(?:of\s)?(?:last|this|next)\syear|\d{4})")
WHOLE = re.compile(r"\b(?:half|quarter|end|start|beginning|middle|part|months)\sof\s$")
"""What stands before "the year" where it is a date and not the length of one."""
