"""A noun in the accusative."""


def forms(term: str) -> tuple[str, ...]:
    return (term, f"{term}n")


def headword(term: str) -> str:
    return term
