"""Chinese lines that nobody translates, in both scripts."""

from __future__ import annotations

RIGHTS = (
    r"版[权權]所有|未[经經](?:授[权權]|[许許]可)|[禁不][止得](?:转|轉|擅自)[载載]|违者必究|違者必究|"
    r"[转轉][载載](?:请|請)注明"
)
BYLINE = ""
"""Chinese editions of Korean papers name the writers too, on a line of its own or in the sentence: none that is translated by nothing."""
NOTICE = (
    r"[关關]注(?:我[们們]|公[众眾])|[扫掃]描?二[维維][码碼]|[点點][击擊](?:[阅閱][读讀]|[查])|"
    r"下[载載](?:客[户戶]端|APP)|[订訂][阅閱]"
)
FURNITURE = {
    "rights": RIGHTS,
    "byline": r"[记記]者\s?[=＝:：]\s?[一-鿿]{2,4}|[记記]者\s?[一-鿿]{2,4}\s?(?:[=＝)）\]】]|\S+@|$)|[编編][译譯]\s?[:：/]",
    "dateline": (
        r"^\s*[\[(【〈<（][^\])】〉>=＝）]{1,20}\s?[=＝][^\])】〉>=＝）]{1,20}[\])】〉>）]"
        r"|^[一-鿿（）()]{2,20}\d{1,2}月\d{1,2}日(?:[专專])?[电電讯訊]|^[一-鿿]{2,6}[=＝][一-鿿]{2,10}"
    ),
    "caption": (
        r"^\W{0,2}[图圖](?:片|[为為]|集|解)?\s?[=＝:：/]|[图圖]片?(?:来源|來源)|[（(](?:[图圖]片?|[资資]料[图圖照]片?)[^)）]{0,30}[)）]"
    ),
    "source": r"^\W{0,2}(?:[资資]料|[来來]源|[图圖]表|出[处處])(?:[来來]源)?\s?[=＝:：/]",
    "contact": r"(?:[联聯][系繫絡络](?:方式)?|[热熱][线線]|爆料|投稿|[电電][话話]|[邮郵]箱|[传傳]真|采[访訪][询詢])\s?[=＝:：]",
    "notice": r"▶|☞|相[关關](?:新[闻聞]|[阅閱][读讀])|分享到",
}
"""Those of base.boilerplate, in Chinese."""
