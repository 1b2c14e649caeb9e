"""Inline codes of TMX: read from its elements, and written as such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from align.about import ALONE, CLOSE, OPEN, Code, Flow
from align.formats.code_ids import Numbers
from align.formats.text import content, line, xml

KINDS = {"bpt": OPEN, "ept": CLOSE, "ph": ALONE, "it": OPEN, "ut": ALONE, "hi": OPEN}
"""Element -> kind of code; what ends an <it> is told by its pos."""


class Reading:
    """The codes of one text while it is read. `at` is the length of the text so far."""

    def __init__(self) -> None:
        self.codes: list[Code] = []
        self.open: list[tuple[str, dict[str, str], int, list[str], list[Flow]]] = []
        """(element, attributes, where in the text, raw text, flows) of those that are open."""

    def start(self, element: str, attributes: Mapping[str, str], at: int) -> None:
        """An inline element begins."""
        told = dict(attributes)
        if element == "hi" and not self.open:
            self.codes.append(_code("hi", told, at, "", ()))
        self.open.append((element, told, at, [], []))

    def text(self, data: str) -> None:
        """Text within a code, or a sub-flow of one."""
        self.open[-1][3].append(data)

    def inside(self) -> bool:
        """Whether what comes is of a code and not of the sentence."""
        return any(element != "hi" for element, *_ in self.open)

    def end(self, at: int) -> None:
        """The latest element ends."""
        element, told, began, raw, flows = self.open.pop()
        text = "".join(raw)
        if element == "sub" and self.open:
            outer = self.open[-1]
            outer[4].append(Flow(sum(map(len, outer[3])), text, told.get("type", "")))
        elif self.inside():  # a code of a sub-flow: its text is no text
            self.open[-1][3].extend(raw if element == "hi" else ())
        elif element == "hi":
            begun = next((code for code in self.codes if code.at == began and code.origin == "tmx hi"), None)
            self.codes.append(Code(at, CLOSE, begun.id if begun else "", "", told.get("type", ""), "tmx hi"))
        elif element in KINDS:
            self.codes.append(_code(element, told, began, text, tuple(flows)))


def _code(element: str, told: dict[str, str], at: int, raw: str, flows: tuple[Flow, ...]) -> Code:
    kind = CLOSE if element == "it" and told.get("pos") == "end" else KINDS[element]
    id = told.get("i") if element in ("bpt", "ept") else told.get("x")
    return Code(at, kind, id or "", raw, told.get("type", ""), f"tmx {element}", tuple(told.items()), flows)


def written(text: str, codes: Sequence[Code], numbers: Numbers) -> str:
    """The content of a <seg>: its text on one line, with the codes where they stand. `numbers` are those of the unit."""
    parts = []
    position = 0
    pairs = numbers.pairs(codes)
    marked = _spans(codes)
    for k, code in enumerate(codes):
        parts.append(content(line(text[position : code.at])))
        position = max(position, code.at)
        if k in marked:
            parts.append(_opened("hi", code.attributes) if code.kind == OPEN else "</hi>")
            continue
        parts.append(_element(code, k, pairs, numbers))
    return "".join((*parts, content(line(text[position:]))))


def marked(text: str, codes: Sequence[Code]) -> str:
    """The content of a <seg> in which the codes are text, as the document has them."""
    parts, position = [], 0
    for code in codes:
        parts += [text[position : code.at], code.raw]
        position = max(position, code.at)
    return content(line("".join([*parts, text[position:]])))


def _spans(codes: Sequence[Code]) -> set[int]:
    """Those that are the ends of a <hi>, nested as elements are."""
    found, begun = set(), list[int]()
    for k, code in enumerate(codes):
        if code.origin != "tmx hi":
            continue
        if code.kind == OPEN:
            begun.append(k)
        elif begun:
            found |= {begun.pop(), k}
    return found


def _element(code: Code, k: int, pairs: Mapping[int, int], numbers: Numbers) -> str:
    kind, _, own = code.origin.partition(" ")
    if kind == "tmx" and own != "hi":
        element, told = own, code.attributes
    else:
        name, told = "", (("type", code.type),) if code.type else ()
        if code.kind == ALONE:
            element, told = "ph", (("x", str(numbers.of(code))), *told)
        elif k in pairs:
            element = "bpt" if code.kind == OPEN else "ept"
            name = str(pairs[k])
            told = (("i", name), *((("x", str(numbers.of(code))), *told) if code.kind == OPEN else ()))
        else:
            pos = "begin" if code.kind == OPEN else "end"
            element, told = "it", (("pos", pos), ("x", str(numbers.of(code))), *told)
    return f"{_opened(element, told)}{''.join(_raw(code))}</{element}>"


def _raw(code: Code) -> Iterator[str]:
    position = 0
    for flow in code.flows:
        yield content(line(code.raw[position : flow.at]))
        yield f"{_opened('sub', (('type', flow.type),) if flow.type else ())}{content(line(flow.text))}</sub>"
        position = flow.at
    yield content(line(code.raw[position:]))


def _opened(element: str, attributes: Sequence[tuple[str, str]]) -> str:
    told = "".join(f' {name}="{xml(value)}"' for name, value in attributes)
    return f"<{element}{told}>"
