"""Korean clauses: they end with their verb, so a piece ends behind a connective ending or one that makes a verb an attribute."""

from __future__ import annotations

import re

from align.lang.base.clauses import marks, pieces

CONNECTIVE = re.compile(
    r"[가-힣](?:고|으며|하며|되며|이며|지며|면서|지만|는데|은데|인데|한데|던데|으나|하나|되나|였으나|려고|려다|도록|거나|는지|은지|을지|듯이|자마자"
    r"|다가|니까|므로|더라도|[아어여해돼려져와워]도|(?:아|어|여|해|돼|려|져|와|워|쳐|켜|혀|겨|춰|꿔|눠|써|떠|가|나)서"
    r"|(?:하|되|이|으|지|리|시키|다|라)면|(?<![난올피새당])해|[혀려져쳐켜돼춰워눠]|[아어여])[\"'”’,]*(?=\s)"
)
ATTRIBUTE = re.compile(
    r"(?:[가-힣](?:하|되|있|없|않|시키|받|얻|맡|찾|앓|입|겪|짓|맺|높이|줄이|늘리|나오|들어가|보이|쓰이|열리|알려지)는|[가-힣](?:한|된|시킨|진|적인|중인|던|할|될|시킬|질)"
    r"|[가-힣](?:받|얻|맡|찾|앓|입|겪|맺|않|있|없|남|숨|죽|심|싶|뽑|잡|꼽|쫓|낳|쌓|놓|넣|막|묶|쏟|믿|뜯|깎|닦)(?:은|을))(?=\s)"
)
TOPIC = re.compile(r"^[^\n]{0,40}?[가-힣)\"'”’](?:은|는|에서는|에게는|이|가)(?=\s)")
"""The first word with the particle of a topic or subject: what follows says something of it."""
QUOTED = re.compile(r"[\"”](?:이?라며|이?라고|이?라면서|이?라는|며|고|면서|는|란)?(?=[\s,])|(?<=\s)(?=[\"“])")
"""A quotation ends with the word that hangs on it."""
AROUND = re.compile(
    r"[가-힣](?:\s(?:뒤|후|끝에|가운데|중|채|만에|반면|동안|대신|탓에|덕분에|때문에|이후|이래|결과|경우|때|바람에|김에)(?:에|는|에는|에도)?"
    r"|에\s(?:이어|따라|대해|관해|맞서|따르면|비해|앞서|맞춰|힘입어|그쳐)|[을를]\s(?:위해|통해|두고|비롯해|포함해|계기로|앞두고|거쳐|타고|들고)"
    r"|[과와]\s(?:함께|달리|관련해|더불어|맞물려)|[으]?로\s(?:인해|말미암아))(?=[\s,])"
)
"""What makes an adverbial of a noun or a clause before it."""


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of the pieces of a sentence, in order.

    >>> text = "포항 2고로의 수리를 앞당기고 수출 물량을 유럽으로 돌리기로 했다."
    >>> [text[a:b] for a, b in clauses(text)]
    ['포항 2고로의 수리를 앞당기고', '수출 물량을 유럽으로 돌리기로 했다.']
    """
    ends = {
        match.end() for pattern in (CONNECTIVE, ATTRIBUTE, AROUND, TOPIC, QUOTED) for match in pattern.finditer(text)
    }
    return pieces(text, ends.union(marks(text)))
