"""The two scripts of Chinese: text read in simplified letters and half-width figures, and words written back in either.

What is folded is one letter for one, so that places stay. Only letters that the rules of this folder have are in the table.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from align.lang.han.folding import NARROW, folded

PAIRS = (
    "億亿 萬万 週周 點点 時时 個个 間间 後后 號号 禮礼 農农 曆历 陰阴 舊旧 歲岁 週周 紀纪 與与 從从 兩两 幾几 數数 "
    "餘余 無无 過过 還还 這这 當当 "
    "隻只 頭头 條条 項项 場场 輛辆 臺台 檯台 棟栋 艘艘 架架 屆届 輪轮 樓楼 層层 級级 類类 種种 組组 雙双 對对 塊块 "
    "張张 發发 顆颗 門门 枚枚 "
    "員员 國国 縣县 鄉乡 鎮镇 區区 戶户 會会 議议 黨党 團团 隊队 軍军 艦舰 機机 車车 線线 館馆 廠厂 講讲 學学 書书 "
    "報报 電电 訊讯 記记 "
    "韓韩 幣币 圓圆 鎊镑 盧卢 葉叶 銖铢 盾盾 歐欧 羅罗 澳澳 紐纽 蘭兰 麗丽 馬马 來来 賓宾 蘇苏 爾尔 蒙蒙 緬缅 臘腊 "
    "烏乌 挪挪 瑞瑞 "
    "噸吨 畝亩 頃顷 釐厘 磅磅 兩两 錢钱 擔担 寸寸 哩哩 浬浬 華华 攝摄 氏氏 氣气 溫温 鐘钟 鍾钟 秒秒 夠够 倍倍 番番 "
    "約约 將将 達达 僅仅 滿满 於于 別别 趨趋 計计 總总 額额 價价 漲涨 減减 負负 負负 陸陆 貳贰 參参 壹壹 柒柒 "
    "淩凌 傍傍 夜夜 淩凌 飯饭 開开 終终 結结 歷历 節节 聖圣 誕诞 慶庆 國国 勞劳 動动 獨独 復复 複复 婦妇 兒儿 師师 "
    "現现 實实 視视 應应 關关 閉闭 東东 長长 業业 產产 紙纸 網网 聞闻 製制 據据 處处 裡里 裏里 嚴严 衛卫 讓让 顯显 "
    "變变 亂乱 慘惨 災灾 擊击 襲袭 恐恐 選选 舉举 戰战 爭争 獄狱 獨独 聲声 談谈 協协 約约 簽签 署署 彈弹 劾劾 禍祸 "
    "義义 運运 "
    "訪访 問问 說说 話话 稱称 認认 為为 該该 們们 們们 個个 麼么 讀读 寫写 經经 濟济 進进 遠远 連连 達达 遊游 週周 "
    "圖图 攝摄 影影 編编 譯译 輯辑 責责 攜携 專专 欄栏 題题 權权 轉转 載载 違违 聯联 繫系 係系 絡络 郵邮 箱箱 綫线 "
    "強强 調调 執执 點点 滾滚 備备 檢检 庫库 資资 訂订 閱阅 鏈链 "
    "則则 卻却 雖虽 雖虽 盡尽 儘尽 僑侨 裝装 設设 許许 採采 財财 買买 賣卖 貨货 費费 銷销 貸贷 貿贸 購购 賽赛 賺赚 "
    "傷伤 殺杀 確确 癥症 驗验 護护 難难 離离 齡龄 龍龙 齊齐 體体 "
    "標标 準准 極极 樣样 橋桥 歡欢 歸归 殘残 決决 沒没 況况 測测 灣湾 熱热 獲获 獎奖 環环 確确 礎础 積积 穩稳 "
    "範范 簡简 紅红 級级 細细 統统 維维 緊紧 續续 繼继 給给 罷罢 職职 聽听 腦脑 臨临 舊旧 藥药 術术 補补 見见 規规 "
    "親亲 覺觉 觀观 "
    "論论 證证 識识 警警 譽誉 豐丰 質质 賴赖 趕赶 跡迹 較较 輕轻 輸输 辦办 邊边 鄰邻 醫医 釋释 針针 銀银 錄录 鋼钢 "
    "錯错 鐵铁 "
    "陣阵 際际 險险 隨随 雜杂 靜静 韌韧 頁页 順顺 須须 預预 領领 頻频 顧顾 願愿 風风 飛飞 養养 驅驱 驚惊 魚鱼 鮮鲜 "
    "麥麦 黃黄 "
    "併并 並并 係系 佔占 修修 側侧 債债 傳传 傷伤 優优 償偿 儲储 內内 冊册 冰冰 凍冻 務务 勝胜 勢势 勵励 匯汇 衆众 "
    "眾众 "
    "喬乔 嘗尝 嘆叹 嚴严 囑嘱 圍围 園园 執执 報报 壓压 壞坏 夾夹 奪夺 奧奥 妝妆 孫孙 寧宁 審审 寶宝 屬属 島岛 幹干 "
    "幫帮 廢废 廣广 "
    "彙汇 徵征 徹彻 恆恒 愛爱 慮虑 憂忧 憲宪 懷怀 戲戏 戶户 拋抛 挾挟 捨舍 掃扫 掛挂 換换 揚扬 損损 搶抢 撥拨 擁拥 "
    "擇择 擔担 擬拟 擴扩 擺摆 擾扰 "
    "敗败 敘叙 斷断 昇升 晉晋 暫暂 暴暴 曉晓 術术 殼壳 毀毁 氫氢 沖冲 淨净 淚泪 淺浅 渾浑 湯汤 滅灭 漁渔 潛潜 澤泽 "
    "濃浓 濕湿 瀏浏 營营 爐炉 犧牺 狀状 "
    "劇剧 驟骤 銳锐 縮缩 飆飙 贊赞 納纳 駁驳 樂乐 惡恶 潤润 虧亏 響响 適适 棄弃 構构 絕绝 誤误 遲迟 貧贫 異异 辭辞 啟启 "
)
"""Traditional letter and the simplified one for it."""
KEPT = frozenset("里台只面后并系干征汇游尽复历线姐升周余")
"""Simplified letters that stand for several traditional ones, or for themselves, of which none is written back but those of BACK."""
BACK = {"周": "週", "余": "餘", "后": "後", "线": "線"}
"""Of those, the ones that the words written here have in one sense only: weeks, and more, after."""
COMMA = re.compile("(?<![0-9０-９])，|，(?![0-9０-９]{3})|(?<=[0-9])，(?=[0-9])")
"""A comma that groups no digits, and is folded to none that does: a wide one between narrow digits parts two numbers."""
HELD = "\ufffc"


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """`text` in simplified letters and half-width figures, as long as it was.

    >>> plain("週三（６日）凌晨５時")
    '周三（6日）凌晨5时'
    >>> plain("１，２３４人，３日")
    '1,234人，3日'
    """
    kept = COMMA.sub(HELD, text)
    if NARROW.search(text):  # half-width kana, which are two characters: only a quoted name has them
        return kept.translate(_simplified()).replace(HELD, "，")
    return folded(kept).text.translate(_simplified()).replace(HELD, "，")


def traditional(words: str) -> str:
    """`words` of dates and figures, which are simplified, in traditional letters.

    >>> traditional("3亿韩元，周三，5个百分点，2分钟")
    '3億韓元，週三，5個百分點，2分鐘'
    """
    return words.translate(_traditional())


@lru_cache(maxsize=8)
def is_traditional(text: str) -> bool:
    """Whether a text has more letters of the traditional script alone than of the simplified one."""
    old, new = _simplified(), _traditional()
    return sum(ord(c) in old for c in text) > sum(ord(c) in new for c in text)


@cache
def _simplified() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in PAIRS.split() if pair[0] != pair[1]}


@cache
def _traditional() -> dict[int, str]:
    pairs = {ord(pair[1]): pair[0] for pair in reversed(PAIRS.split()) if pair[0] != pair[1] and pair[1] not in KEPT}
    return pairs | {ord(new): old for new, old in BACK.items()}
