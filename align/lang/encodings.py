"""The encodings that texts were in before UTF-8, by language, with the letters that show that a text was read as what it is.

Most bytes can be read in several of these encodings, and only one reading is a text: in it the commonest letters of its language
are common, in all others they are as rare as any.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

LEAST = 0.25
"""Share of the letters that are common ones, from which a reading is a text; texts have half and more, other readings a tenth."""
MARKS = frozenset("“”‘’–—…·•「」『』《》〈〉【】（）、。，：；！？“”￦％～ㆍ○△▲■□◆※→℃㎡㎞\u3000\xa0")
"""Signs of any text, which tell no language."""


@dataclass(frozen=True, slots=True)
class Legacy:
    """A language, its older encodings as Python names them, and its commonest letters."""

    lang: str
    encodings: tuple[str, ...]
    common: frozenset[str]

    def share(self, text: str) -> float:
        """The share of the letters of `text` beyond ASCII that are common ones; 1 where there are none but signs, as in English."""
        letters = [character for character in text if character > "\x7f" and character not in MARKS]
        return sum(letter in self.common for letter in letters) / len(letters) if letters else 1.0


KOREAN = frozenset(
    "이다는을의에가은로하고를사지한서기도대자들인정해시있어나부으일그장수리라주전국제상보원여와과공구동비게스성세조무었만관했"
    "며년유회소중연아진신선문경안방간등적물적발민마미위모오치실화거내면결생영재계개통당외미최각까지할된되였없것때같말명법현황"
    "업산군북남한체단협약추금양받금데요따니습합려바르김이박초용교차호천만억원월트학생타드디포파프레밝혔혀었강히작심입출품질약직열"
    "본점분후설력반불배더우두목표행판활변터날집니까서울식평속음운역고급형복권필매건당환토론찬준길격책임또노살남못온류별번째청망감카코크클"
)
KANA = frozenset(map(chr, range(0x3041, 0x30FF)))
JAPANESE = KANA | frozenset(
    "日本人年大国会中月分時出上生行事者前後議員市長的東京政府社地方会見発表入学校予定関係新聞小手何私今"
)
CHINESE = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点"
    "正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提"
    "立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区"
    "保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清"
    "谈者议韩朝签约代"
)
TRADITIONAL = frozenset(
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經"
    "麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點"
    "正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提"
    "立及比員解水名真論處走義各入幾口認條平系氣題活更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區"
)
LEGACIES = (
    Legacy("ko", ("cp949",), KOREAN),
    Legacy("ja", ("cp932", "euc_jp"), JAPANESE),
    Legacy("zh", ("gbk",), CHINESE),
    Legacy("zh-Hant", ("big5hkscs",), TRADITIONAL),
)
LATIN = "cp1252"
"""The encoding of Western European texts, in which most letters are ASCII."""
SWALLOWED = re.compile(
    r"[^\x00-\x7f\xa0\u2010-\u2026]{4}"  # a word of other letters, as two bytes each
    r"|[a-z][\xc0-\xde]|[A-Za-z\xc0-\xff][\xa1-\xac\xae-\xb1\xb3-\xb6\xb8-\xbf\xd7\xf7][A-Za-z\xc0-\xff]"  # companyÕs; Mac, Latin-2
    r"|[\xc3\xc2][\x80-\xbf]"  # UTF-8 with a byte that is wrong
    r"|ƒ|[A-Za-z][†‡ˆ‰‹›•™˜€„‚][A-Za-z]|[\x80-\x9f]"
)
"""What no text in Western letters has: signs within a word, capitals behind small letters, words of none but accented letters."""
ESCAPES = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$B", "iso2022_jp_2"),
    (b"\x1b$@", "iso2022_jp_2"),
    (b"\x1b(J", "iso2022_jp_2"),
)
"""Encodings of seven bits, which would be read as ASCII: what each begins with."""
ALIASES = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "shift_jis": "cp932", "euc_kr": "cp949", "gb2312": "gbk", "gb18030": "gbk",
    "big5": "big5hkscs", "ks_c_5601-1987": "cp949",
}  # fmt: skip
"""What is declared -> what is meant, as browsers have it: the larger of two encodings that differ in a few characters."""


APART = re.compile(r"[^\x00-\x7f\xa0\u2010-\u2026][^\x00-\x7f\xa0]")
"""Two characters beyond ASCII beside each other, which may be one of two bytes; in Western texts they are rare."""


def plausible(text: str, encoding: str) -> float:
    """How much what was read in an encoding is a text, the most plausible reading highest; 0 for none."""
    if encoding == LATIN:
        return 0.0 if SWALLOWED.search(text) else LEAST if APART.search(text) else 1.5
    share = _of(encoding).share(text)
    return share if share >= LEAST else 0.0


@cache
def _of(encoding: str) -> Legacy:
    return next(legacy for legacy in LEGACIES if encoding in legacy.encodings)


def candidates() -> tuple[str, ...]:
    """The encodings that a text may be in."""
    return (*(encoding for legacy in LEGACIES for encoding in legacy.encodings), LATIN)
