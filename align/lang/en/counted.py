"""What an English number without a unit counts, as the noun behind it tells: lawmakers are people, ferries ships."""

from __future__ import annotations

import re
from functools import cache

KINDS = {
    "person": (
        "people person persons men man women woman children child boys girls students pupils teachers workers "
        "employees residents citizens lawmakers legislators senators members officials officers soldiers troops "
        "police firefighters rescuers doctors nurses patients passengers crew sailors fishermen victims survivors "
        "suspects defendants judges justices prosecutors lawyers voters respondents adults seniors visitors "
        "tourists travelers travellers spectators fans players athletes coaches strikers defenders midfielders "
        "goalkeepers researchers scientists professors experts engineers artists actors singers musicians writers "
        "dancers participants attendees guests delegates volunteers applicants candidates graduates immigrants "
        "migrants refugees foreigners customers consumers subscribers users drivers pilots owners farmers "
        "merchants vendors protesters demonstrators inmates prisoners hostages deaths casualties personnel staff "
        "staffers executives directors ministers leaders relatives siblings sons daughters brothers sisters "
        "viewers moviegoers readers trainees interns recruits inspectors investigators detectives divers swimmers "
        "climbers hikers"
    ),
    "place": (
        "places locations sites spots areas regions cities towns villages provinces districts counties schools "
        "universities hospitals stores shops branches outlets venues stations"
    ),
    "animal": "animals cows cattle pigs dogs cats birds chickens ducks horses whales fish bears deer",
    "ship": "ships boats vessels ferries destroyers submarines warships frigates trawlers carriers tankers",
    "vehicle": (
        "cars vehicles trucks buses trains helicopters planes aircraft jets tanks drones robots machines "
        "motorcycles bikes bicycles taxis"
    ),
    "team": "teams clubs squads",
    "game": "games matches matchups contests fixtures",
    "goal": "goals",
    "vote": "votes ballots abstentions",
    "seat": "seats",
    "case": "cases incidents accidents complaints reports lawsuits bills crimes fires transactions deals",
    "time": "times occasions",
    "country": "countries nations states",
    "company": "companies firms businesses banks affiliates subsidiaries suppliers corporations startups manufacturers",
    "household": "households homes houses families apartments",
    "book": "books volumes",
    "film": "films movies episodes",
    "floor": "floors stories storeys",
    "shot": "shots shells missiles bullets",
    "item": "items kinds types varieties categories products tasks events fields industries sectors",
    "building": "buildings",
}
"""Kind -> nouns, in the plural."""


def of(text: str, at: int) -> str:
    """What the number that ends at `at` counts; "" where no noun of a kind stands close behind.

    >>> of("Seven patrol ships are", 5), of("23 ruling party lawmakers", 2), of("4 out", 1)
    ('ship', 'person', '')
    """
    match = _pattern().match(text, at)
    return _kinds()[match["noun"].lower()] if match else ""


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in KINDS.items() for noun in nouns.split()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\s-](?!(?:of|in|and|or|to|for|from|with|at|on|by|as|than|who|that|the|is|are|was|were)\b)[A-Za-z'’-]+){{0,3}}?[\s-]"
        rf"(?P<noun>{'|'.join(sorted(_kinds(), key=len, reverse=True))})\b"
    )
