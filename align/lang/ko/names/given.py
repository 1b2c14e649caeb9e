"""Syllables of Korean given names."""

from __future__ import annotations

SYLLABLES = frozenset(
    "영정현성진수희민호재경지원우상준동태기용석종은승주훈선철윤연인미환규일형창병혜명대근광세숙식순유한혁남찬화아소욱하옥덕봉도자해효홍국신길문범이섭중만보나균리빈서시제두구학헌건무운라춘웅택관의천애강권열예완장다오익배복채필"
    "래양림금모치표룡엽조가교사슬안향란후곤린렬응계산여요부삼언위충휘흥송회갑백실심노득령로록루겸귀람솔청평협황달비생설임직행돈락랑별야왕칠고름방손율차탁군담려립본쉐초흠각결공낙니량레률몽월음전쥔징항"
)
"""Those that five given names or more of wikidata_names/korean_person.train.tsv have, in names of three syllables."""
