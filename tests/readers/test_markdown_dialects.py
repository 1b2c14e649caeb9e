"""Every construct of Markdown's dialects, in Korean and English: what a reader of the page sees is the text, in units as it stands.

A page is made of constructs in an order that varies; each says its paragraphs, with Ⓐ to Ⓓ for sentences. Marks left in units, and text
lost, are counted in characters; each of the constructs alone must come out exactly.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest

from align.readers import read
from align.readers.positions import file_offset

KO = ["캐시는 5분마다 비운다", "설정 파일은 두 개다", "이 명령은 되돌릴 수 없다", "먼저 꾸러미를 받는다", "숨은 글이 있다", "자원을 정리한다",
      "요청 3건 가운데 1건이 실패했다", "“인용”은 이렇게 쓴다", "문서를 새로 고쳤다", "값이 10~20 사이다", "2 * 3은 6이다", "이름은 user_name_id이다"]  # fmt: skip
EN = ["The cache is emptied every 5 minutes", "There are two configuration files", "This cannot be undone", "Get the package first",
      "Some text is hidden", "It costs $5 or $10", "Use C++ or C# here", "Call it snake_case_name", "It’s a “quoted” word", "2 * 3 = 6",
      "See a <= b and c", "The ratio is 3:1 & more"]  # fmt: skip

COMMON = [
    ("# Ⓐ", "Ⓐ"), ("### Ⓐ ###", "Ⓐ"), ("Ⓐ\n===", "Ⓐ"), ("Ⓐ\n---", "Ⓐ"), ("Ⓐ\nⒷ\n===", "Ⓐ Ⓑ"),
    ("Ⓐ.\nⒷ.", "Ⓐ. Ⓑ."), ("Ⓐ.  \nⒷ.", "Ⓐ. Ⓑ."), ("Ⓐ.\\\nⒷ.", "Ⓐ. Ⓑ."), ("**Ⓐ**", "Ⓐ"), ("*Ⓐ* and _Ⓑ_", "Ⓐ and Ⓑ"), ("***Ⓐ***", "Ⓐ"),
    ("**Ⓐ *Ⓑ* Ⓒ**", "Ⓐ Ⓑ Ⓒ"), ("__Ⓐ__ 와 ~~Ⓑ~~", "Ⓐ 와 Ⓑ"), ("`a_b_c` Ⓐ", "a_b_c Ⓐ"), ("``a ` b`` Ⓐ", "a ` b Ⓐ"),
    ("[Ⓐ](https://a.b/c_(d))", "Ⓐ"), ("[Ⓐ](</a b> \"Ⓑ\")", "Ⓐ", "Ⓑ"), ("[Ⓐ][ref] Ⓑ\n\n[ref]: https://a.b \"Ⓒ\"", "Ⓐ Ⓑ", "Ⓒ"),
    ("[Ⓐ][] Ⓑ\n\n[Ⓐ]: /x", "Ⓐ Ⓑ"), ("![Ⓐ](a.png)", "Ⓐ"), ("![Ⓐ](a.png 'Ⓑ')", "Ⓐ", "Ⓑ"), ("[![Ⓐ](a.svg)](https://a.b) Ⓑ", "Ⓐ Ⓑ"),
    ("Ⓐ <https://a.b/c>.", "Ⓐ https://a.b/c."), ("Ⓐ \\*Ⓑ\\*.", "Ⓐ *Ⓑ*."), ("Ⓐ &amp; Ⓑ &lt;Ⓒ&gt;", "Ⓐ & Ⓑ <Ⓒ>"), ("Ⓐ&nbsp;Ⓑ", "Ⓐ Ⓑ"),
    ("- Ⓐ\n- Ⓑ", "Ⓐ", "Ⓑ"), ("* Ⓐ\n\n  Ⓑ\n* Ⓒ", "Ⓐ", "Ⓑ", "Ⓒ"), ("1. Ⓐ\n2. Ⓑ\n   - Ⓒ\n     1. Ⓓ", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ"), ("+ Ⓐ\nⒷ", "Ⓐ Ⓑ"),
    ("- Ⓐ\n    - Ⓑ\n        - Ⓒ", "Ⓐ", "Ⓑ", "Ⓒ"), ("10) Ⓐ\n\n    Ⓑ", "Ⓐ", "Ⓑ"), ("- [ ] Ⓐ\n- [x] Ⓑ", "Ⓐ", "Ⓑ"), ("- # Ⓐ\n- > Ⓑ", "Ⓐ", "Ⓑ"),
    ("> Ⓐ\n> Ⓑ", "Ⓐ Ⓑ"), ("> Ⓐ\nⒷ", "Ⓐ Ⓑ"), ("> Ⓐ\n>\n> > Ⓑ\n>\n> - Ⓒ", "Ⓐ", "Ⓑ", "Ⓒ"), ("> ```\n> x = 1\n> ```\n> Ⓐ", "Ⓐ"),
    ("```python\nx = 1  # no\n\ny\n```", ), ("~~~\n```\nno\n~~~", ), ("Ⓐ\n\n    no_text()\n\n    more\n\nⒷ", "Ⓐ", "Ⓑ"), ("- Ⓐ\n\n  ```\n  no\n  ```\n\n  Ⓑ", "Ⓐ", "Ⓑ"),
    ("- Ⓐ\n\n      code()\n\n  Ⓑ", "Ⓐ", "Ⓑ"), ("````md\n```\nno\n```\n````\nⒶ", "Ⓐ"), ("***\n\nⒶ\n\n- - -\n\n___", "Ⓐ"),
    ("| Ⓐ | Ⓑ |\n|---|:-:|\n| Ⓒ | `x` |\n| Ⓓ | |", "Ⓐ", "Ⓑ", "Ⓒ", "x", "Ⓓ"), ("Ⓐ | Ⓑ\n--- | ---\nⒸ | Ⓓ", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ"),
    ("| Ⓐ |\n|---|\n| Ⓑ \\| Ⓒ |\n| `a \\| b` Ⓓ |", "Ⓐ", "Ⓑ | Ⓒ", "a | b Ⓓ"), ("- Ⓐ\n\n  | Ⓑ | Ⓒ |\n  |---|---|\n  | Ⓓ | 1 |", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ", "1"),
    ("<!-- no\n\nno -->\nⒶ <!-- no --> Ⓑ", "Ⓐ Ⓑ"), ("Ⓐ<!-- no -->.", "Ⓐ."), ("<div>\nⒶ\n</div>\n\nⒷ", "Ⓐ", "Ⓑ"), ("<div align=\"center\">\n\n**Ⓐ**\n\n</div>", "Ⓐ"),
    ("<p>Ⓐ <b>Ⓑ</b></p>", "Ⓐ Ⓑ"), ("<details>\n<summary>Ⓐ</summary>\n\nⒷ\n\n</details>", "Ⓐ", "Ⓑ"), ("<ul>\n  <li>Ⓐ</li>\n  <li>Ⓑ</li>\n</ul>", "Ⓐ", "Ⓑ"),
    ("<table><tr><td>Ⓐ</td><td>Ⓑ</td></tr></table>", "Ⓐ", "Ⓑ"), ("<img src=\"a.png\" alt=\"Ⓐ\" width=\"10\">", "Ⓐ"), ("Ⓐ <kbd>Ctrl</kbd> Ⓑ", "Ⓐ Ctrl Ⓑ"),
    ("Ⓐ<br>Ⓑ<br/>Ⓒ", "Ⓐ", "Ⓑ", "Ⓒ"), ("<pre>\nno\n\nno\n</pre>\n\nⒶ", "Ⓐ"), ("<script>\nno();\n\nno();\n</script>\n\nⒶ", "Ⓐ"), ("<style>\n.no {}\n</style>\n\nⒶ", "Ⓐ"),
    ("<a href=\"/x\" title=\"Ⓑ\">Ⓐ</a>", "Ⓐ", "Ⓑ"), ("Ⓐ[^1] Ⓑ.[^note]\n\n[^1]: Ⓒ\n[^note]: Ⓓ\n    Ⓑ", "Ⓐ Ⓑ.", "Ⓒ", "Ⓓ Ⓑ"),
    ("[^9]: Ⓐ\n\n    Ⓑ\n\nⒸ", "Ⓐ", "Ⓑ", "Ⓒ"), ("Ⓐ\n\n[r1]: https://a.b\n[r2]: <https://c.d>\n    'Ⓑ'\n\nⒸ", "Ⓐ", "Ⓑ", "Ⓒ"), ("![Ⓐ][img]\n\n[img]: a.png", "Ⓐ"),
    ("**\"Ⓐ\"**는 Ⓑ", "\"Ⓐ\"는 Ⓑ"), ("Ⓐ **`x`**를 Ⓑ", "Ⓐ x를 Ⓑ"), ("Ⓐ(**Ⓑ**)", "Ⓐ(Ⓑ)"), ("\tno\n\nⒶ", "Ⓐ"), ("Ⓐ\n# Ⓑ\nⒸ", "Ⓐ", "Ⓑ", "Ⓒ"), ("Ⓐ\n- Ⓑ", "Ⓐ", "Ⓑ"),
    ("<!-- no --> Ⓐ", "Ⓐ"), ("Ⓐ <!-- no\n\nno --> Ⓑ\n\nⒸ", "Ⓐ Ⓑ", "Ⓒ"), ("Ⓐ &notanentity; Ⓑ", "Ⓐ &notanentity; Ⓑ"), ("Ⓐ <b>Ⓑ</b>, <i class=\"x\">Ⓒ</i>", "Ⓐ Ⓑ, Ⓒ"), ("<figure>\n<img src=\"x\" alt=\"Ⓐ\">\n<figcaption>Ⓑ</figcaption>\n</figure>", "Ⓐ", "Ⓑ"),
]  # fmt: skip
"""CommonMark and GFM: what stands there, then its paragraphs."""
MKDOCS = [
    ("## Ⓐ { #anchor }", "Ⓐ"), ("## Ⓐ {: #anchor .cls data-x=\"y\" }", "Ⓐ"), ("Ⓐ\n{: .cls }", "Ⓐ"), ("[Ⓐ](b){ .md-button }", "Ⓐ"), ("[Ⓐ](b){:target=\"_blank\"} Ⓑ", "Ⓐ Ⓑ"),
    ("!!! note \"Ⓐ\"\n    Ⓑ\n\n    - Ⓒ", "Ⓐ", "Ⓑ", "Ⓒ"), ("!!! warning\n    Ⓐ", "Ⓐ"), ("??? tip \"Ⓐ\"\n\n    Ⓑ\n\nⒸ", "Ⓐ", "Ⓑ", "Ⓒ"), ("???+ note \"Ⓐ\"\n    Ⓑ", "Ⓐ", "Ⓑ"),
    ("!!! info inline end \"Ⓐ\"\n\n    Ⓑ", "Ⓐ", "Ⓑ"), ("!!! note \"\"\n    Ⓐ", "Ⓐ"), ("=== \"Ⓐ\"\n\n    Ⓑ\n\n    ```py\n    no\n    ```\n\n=== \"Ⓒ\"\n\n    Ⓓ", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ"),
    ("/// tip | Ⓐ\n\nⒷ\n\n///", "Ⓐ", "Ⓑ"), ("/// warning\n\nⒶ\n\n///", "Ⓐ"), ("/// details | Ⓐ\n    type: warning\n\nⒷ\n///", "Ⓐ", "Ⓑ"), ("//// tab | Ⓐ\n\nⒷ\n\n////", "Ⓐ", "Ⓑ"),
    ("--8<-- \"inc.md\"\n\nⒶ", "Ⓐ"), ("{* ../../docs_src/a.py hl[1,3:5] *}\n\nⒶ", "Ⓐ"), (";--8<-- \"x\"\n\nⒶ", "Ⓐ"), ("--8<--\na.md\nb.md\n--8<--\n\nⒶ", "Ⓐ"),
    ("Ⓐ :material-check: Ⓑ", "Ⓐ Ⓑ"), (":smile: Ⓐ :tada:", "Ⓐ"), ("Ⓐ :octicons-heart-16:{ .red } Ⓑ", "Ⓐ Ⓑ"), ("Ⓐ ++ctrl+alt+del++ Ⓑ", "Ⓐ ctrl+alt+del Ⓑ"), ("Ⓐ ==Ⓑ== Ⓒ", "Ⓐ Ⓑ Ⓒ"),
    ("Ⓐ{++Ⓑ++}", "ⒶⒷ"), ("Ⓐ {--no--} Ⓑ", "Ⓐ Ⓑ"), ("Ⓐ {~~no~>Ⓑ~~} Ⓒ", "Ⓐ Ⓑ Ⓒ"), ("Ⓐ {==Ⓑ==}{>>no<<}", "Ⓐ Ⓑ"), ("Ⓐ ^^Ⓑ^^", "Ⓐ Ⓑ"), ("H~2~O Ⓐ x^2^", "H2O Ⓐ x2"),
    ("*[HTML]: Ⓐ", "Ⓐ"), ("Ⓐ\n:   Ⓑ\n\n    Ⓒ", "Ⓐ", "Ⓑ", "Ⓒ"), ("Ⓐ\n\n:   Ⓑ\n:   Ⓒ", "Ⓐ", "Ⓑ", "Ⓒ"), ("[TOC]\n\nⒶ", "Ⓐ"), ("Ⓐ $x^2 + y$ Ⓑ", "Ⓐ x^2 + y Ⓑ"),
    ("$$\nno = x_1\n$$\n\nⒶ", "Ⓐ"), ("<div class=\"grid cards\" markdown>\n\n- Ⓐ\n- Ⓑ\n\n</div>", "Ⓐ", "Ⓑ"), ("```py title=\"no.py\" hl_lines=\"1\"\nno\n```", ),
    ("![Ⓐ](a.png){ width=\"300\" }", "Ⓐ"), ("{{ macro(1) }}\n\nⒶ", "Ⓐ"), ("[Ⓐ](x){#id .c}", "Ⓐ"), ("Ⓐ { .annotate }\n\n1.  Ⓑ", "Ⓐ", "Ⓑ"),
    ("- Ⓐ { .c }\n- Ⓑ", "Ⓐ", "Ⓑ"),
]  # fmt: skip
MYST = [
    ("```{note}\nⒶ\n```", "Ⓐ"), ("```{note} Ⓐ\nⒷ\n```", "Ⓐ", "Ⓑ"), ("````{tip}\nⒶ\n```py\nno\n```\nⒷ\n````", "Ⓐ", "Ⓑ"), (":::{admonition} Ⓐ\n:class: tip\n\nⒷ\n:::", "Ⓐ", "Ⓑ"),
    ("```{code-block} python\n:linenos:\n\nno\n```", ), ("```{figure} a.png\n:name: fig\n:alt: Ⓐ\n:width: 10px\n\nⒷ\n```", "Ⓐ", "Ⓑ"), ("```{image} a.png\n:class: no\n```", ),
    ("(label)=\n## Ⓐ", "Ⓐ"), ("+++\n\nⒶ", "Ⓐ"), ("% no\n\nⒶ", "Ⓐ"), ("Ⓐ {ref}`Ⓑ <label>` Ⓒ", "Ⓐ Ⓑ Ⓒ"), ("Ⓐ {doc}`Ⓑ`", "Ⓐ Ⓑ"), ("```{toctree}\n:maxdepth: 2\n\nno\n```", ),
    (":::{note}\nⒶ\n:::", "Ⓐ"), ("::::{tab-set}\n\n:::{tab-item} Ⓐ\nⒷ\n:::\n\n::::", "Ⓐ", "Ⓑ"), ("```{mermaid}\nno\n```", ), ("```{math}\n:label: no\nx=1\n```", ), ("```{dropdown} Ⓐ\nⒷ\n```", "Ⓐ", "Ⓑ"),
    ("\\begin{equation}\nno\n\\end{equation}\n\nⒶ", "Ⓐ"), (":::{code-block} py\nno\n:::\n\nⒶ", "Ⓐ"), ("::: mermaid\nno\n:::\n\nⒶ", "Ⓐ"),
    ("````{tab-set}\n```{tab-item} Ⓐ\nⒷ\n```\n```{tab-item} Ⓒ\nⒹ\n```\n````", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ"), ("```{list-table} Ⓐ\n:header-rows: 1\n\n* - Ⓑ\n  - Ⓒ\n```", "Ⓐ", "Ⓑ", "Ⓒ"),
    ("```{include} x.md\n```", ), ("```{code-cell} ipython3\nno\n```", ), (":::{card} Ⓐ\n:link: no\nⒷ\n:::", "Ⓐ", "Ⓑ"), ("{{ key }}\n\nⒶ", "Ⓐ"), ("Ⓐ\n: Ⓑ", "Ⓐ", "Ⓑ"),
]  # fmt: skip
DOCUSAURUS = [
    ("import Tabs from '@theme/Tabs';\nimport {A1,\n  B1} from \"x\";\n\nⒶ", "Ⓐ"), ("export const x = {\n  no: 1,\n\n  y: [2],\n};\n\nⒶ", "Ⓐ"), ("## Ⓐ {#id}", "Ⓐ"), ("## Ⓐ {/* #id */}", "Ⓐ"),
    (":::note\n\nⒶ\n\n:::", "Ⓐ"), (":::tip[Ⓐ]\n\nⒷ\n\n:::", "Ⓐ", "Ⓑ"), (":::warning Ⓐ\n\nⒷ\n\n:::", "Ⓐ", "Ⓑ"), ("::::info[Ⓐ]{#id .c}\n\nⒷ\n\n::::", "Ⓐ", "Ⓑ"), (":::danger{title=\"Ⓐ\"}\nⒷ\n:::", "Ⓐ", "Ⓑ"),
    ("<Tabs>\n  <TabItem value=\"a\" label=\"Ⓐ\" default>\n\nⒷ\n\n  </TabItem>\n  <TabItem value=\"b\" label=\"Ⓒ\">Ⓓ</TabItem>\n</Tabs>", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ"),
    ("<Tabs>\n<TabItem value=\"a\" label=\"Ⓐ\">\n\n```js\nno\n```\n\n</TabItem>\n</Tabs>", "Ⓐ"), ("<Card\n  title=\"Ⓐ\"\n  href={useBaseUrl('/x')}\n  icon=\"no\"\n/>", "Ⓐ"),
    ("{/* no */}\n\nⒶ {/* no */} Ⓑ", "Ⓐ Ⓑ"), ("<Highlight color=\"#25c2a0\">Ⓐ</Highlight> Ⓑ", "Ⓐ Ⓑ"), ("<DocCardList />\n\nⒶ", "Ⓐ"),
    ("```jsx title=\"no.js\" {1,4-6} showLineNumbers\nno\n```", ), ("<details>\n  <summary>Ⓐ</summary>\n\n  Ⓑ\n\n</details>", "Ⓐ", "Ⓑ"), ("Ⓐ<Badge>Ⓑ</Badge>", "ⒶⒷ"),
    ("<Tabs items={['Ⓐ', 'Ⓑ']}>\n  <Tabs.Tab>Ⓒ</Tabs.Tab>\n  <Tabs.Tab>Ⓓ</Tabs.Tab>\n</Tabs>", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ"), ("import x from 'y'\n# Ⓐ\nⒷ", "Ⓐ", "Ⓑ"),
    ("export const H = ({a}) => (\n  <b\n    style={{\n      color: '#fff',\n    }}>\n    {a}\n  </b>\n);\n\nⒶ", "Ⓐ"), ("Ⓐ {x} Ⓑ", "Ⓐ Ⓑ"),
    ("export default Page\n\nⒶ", "Ⓐ"), ("export const a = 1;\nⒶ", "Ⓐ"),
    ("<>\nⒶ\n</>", "Ⓐ"), ("<Tabs values={[\n  {label: 'Ⓐ', value: 'a'},\n  {label: 'Ⓑ', value: 'b'},\n]}>\n<TabItem value=\"a\">Ⓒ</TabItem>\n</Tabs>", "Ⓐ", "Ⓑ", "Ⓒ"),
    ("<Steps>\n\n1. Ⓐ\n\n2. Ⓑ\n\n</Steps>", "Ⓐ", "Ⓑ"), ("<Image src={require('./a.png').default} alt=\"Ⓐ\" />", "Ⓐ"), ("<Callout type=\"info\" title=\"Ⓐ\">\n  Ⓑ\n</Callout>", "Ⓐ", "Ⓑ"),
    ("<Card title=\"Ⓐ\" description=\"Ⓑ\"/>\n<Card title=\"Ⓒ\"/>", "Ⓐ", "Ⓑ", "Ⓒ"), ("<Trans>Ⓐ <code>x</code> Ⓑ</Trans>", "Ⓐ x Ⓑ"),
]  # fmt: skip
VITEPRESS = [
    ("::: tip\nⒶ\n:::", "Ⓐ"), ("::: tip Ⓐ\nⒷ\n:::", "Ⓐ", "Ⓑ"), ("::: details Ⓐ {open}\nⒷ\n:::", "Ⓐ", "Ⓑ"), ("::: code-group\n\n```sh [npm]\nno\n```\n\n```sh [pnpm]\nno\n```\n\n:::", ),
    ("<<< @/snippets/a.js{2}\n\nⒶ", "Ⓐ"), ("[[toc]]\n\nⒶ", "Ⓐ"), ("# Ⓐ <Badge type=\"tip\" text=\"Ⓑ\" />", "Ⓐ Ⓑ"), ("<script setup>\nimport x from './x'\n\nconst y = 1\n</script>\n\nⒶ", "Ⓐ"),
    ("<!--@include: ./x.md-->\n\nⒶ", "Ⓐ"), ("Ⓐ {{ 1 + 1 }}.", "Ⓐ ."), ("## Ⓐ {#my-anchor}", "Ⓐ"), ("::: warning {title=\"Ⓐ\"}\nⒷ\n:::", "Ⓐ", "Ⓑ"), ("<style scoped>\n.x { no: 1 }\n</style>\n\nⒶ", "Ⓐ"),
    ("<VPTeamMembers size=\"small\" :members=\"members\" />\n\nⒶ", "Ⓐ"), ("> [!NOTE]\n> Ⓐ", "Ⓐ"), ("> [!TIP] Ⓐ\n> Ⓑ", "Ⓐ", "Ⓑ"), ("<template #title>\n\nⒶ\n\n</template>", "Ⓐ"), (":::: tabs\n@tab Ⓐ\nⒷ\n@tab:active Ⓒ\nⒹ\n::::", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ"),
    ("<MyBox v-if=\"a > b\" :title=\"no\" title=\"Ⓐ\" @click=\"no()\">Ⓑ</MyBox>", "Ⓐ", "Ⓑ"), ("```js{4}\nno\n```\n", ), ("::: raw\nⒶ\n:::", "Ⓐ"),
]  # fmt: skip
HUGO = [
    ("{{< note >}}\nⒶ\n{{< /note >}}", "Ⓐ"), ("{{% alert title=\"Ⓐ\" color=\"no\" %}}\nⒷ\n{{% /alert %}}", "Ⓐ", "Ⓑ"), ("{{< tabs name=\"no\" >}}\n{{% tab name=\"Ⓐ\" %}}\nⒷ\n{{% /tab %}}\n{{< /tabs >}}", "Ⓐ", "Ⓑ"),
    ("{{< glossary_tooltip text=\"Ⓐ\" term_id=\"no\" >}} Ⓑ", "Ⓐ Ⓑ"), ("Ⓐ{{<glossary_tooltip term_id=\"no\" text=\"Ⓑ\">}}Ⓒ", "ⒶⒷⒸ"), ("{{< figure src=\"a.png\" alt=\"Ⓐ\" caption=\"Ⓑ\" >}}", "Ⓐ", "Ⓑ"),
    ("{{< figure src=\"a.png\"\n  title=\"Ⓐ\"\n  class=\"no\" >}}", "Ⓐ"), ("{{< highlight go \"linenos=table\" >}}\nno\n\nno\n{{< /highlight >}}\n\nⒶ", "Ⓐ"), ("Ⓐ {{< ref \"x.md\" >}} Ⓑ", "Ⓐ Ⓑ"),
    ("[Ⓐ]({{< ref \"x.md#y\" >}}) Ⓑ", "Ⓐ Ⓑ"), ("[Ⓐ]({{% relref \"a b.md\" %}} \"Ⓑ\")", "Ⓐ", "Ⓑ"), ("<!-- overview -->\n\nⒶ\n\n<!-- body -->\n\nⒷ", "Ⓐ", "Ⓑ"), ("## {{% heading \"no\" %}}\n\nⒶ", "Ⓐ"),
    ("{{% comment %}}\nno\n{{% /comment %}}\n\nⒶ", "Ⓐ"), ("{{</* note */>}} Ⓐ", "{{< note >}} Ⓐ"), ("{{< param \"version\" >}} Ⓐ", "Ⓐ"), ("{{< feature-state for_k8s_version=\"v1.2\" state=\"no\" >}}\n\nⒶ", "Ⓐ"),
    ("Ⓐ\n<!--more-->\nⒷ", "Ⓐ", "Ⓑ"), ("{{< details \"Ⓐ\" >}}\nⒷ\n{{< /details >}}", "Ⓐ", "Ⓑ"), ("{{< note >}} Ⓐ {{< /note >}}", "Ⓐ"), ("1. Ⓐ\n\n   {{< note >}}\n   Ⓑ\n   {{< /note >}}\n\n2. Ⓒ", "Ⓐ", "Ⓑ", "Ⓒ"),
    ("{{< card header=\"Ⓐ\" >}}\nⒷ\n<--->\nⒸ\n{{< /card >}}", "Ⓐ", "Ⓑ", "Ⓒ"), ("{{< youtube id=\"no\" title=\"Ⓐ\" >}}", "Ⓐ"), ("{{< tab \"Ⓐ\" >}}Ⓑ{{< /tab >}}", "Ⓐ", "Ⓑ"),
    ("{{< mermaid >}}\nno\n{{< /mermaid >}}", ), ("{{< caution >}}\nⒶ\n\n- Ⓑ\n{{< /caution >}}", "Ⓐ", "Ⓑ"), ("{{< button href=\"x\" >}}Ⓐ{{< /button >}} Ⓑ", "Ⓐ Ⓑ"),
]  # fmt: skip
JEKYLL = [
    ("{% include note.html content=\"Ⓐ\" %}", "Ⓐ"), ("{% raw %}\nⒶ {{ x }}\n{% endraw %}", "Ⓐ {{ x }}"), ("Ⓐ {{ page.title }} Ⓑ", "Ⓐ Ⓑ"), ("{% highlight ruby %}\nno\n\nno\n{% endhighlight %}\n\nⒶ", "Ⓐ"),
    ("{% if x %}\nⒶ\n{% endif %}", "Ⓐ"), ("{% for x in y %}\n- Ⓐ\n{% endfor %}", "Ⓐ"), ("* TOC\n{:toc}\n\nⒶ", "TOC", "Ⓐ"), ("## Ⓐ\n{: .no_toc }", "Ⓐ"), ("Ⓐ\n{: .note }\n> Ⓑ", "Ⓐ", "Ⓑ"), ("{:.no_toc}\n# Ⓐ", "Ⓐ"),
    ("{::comment}\nno\n{:/comment}\n\nⒶ", "Ⓐ"), ("{::options parse_block_html=\"true\" /}\n\nⒶ", "Ⓐ"), ("[Ⓐ]({{ site.url }}/x) Ⓑ", "Ⓐ Ⓑ"), ("[Ⓐ]({% link x.md %}) Ⓑ", "Ⓐ Ⓑ"), ("| Ⓐ | Ⓑ |\n| Ⓒ | Ⓓ |", "Ⓐ", "Ⓑ", "Ⓒ", "Ⓓ"),
    ("{% comment %}\nno\n{% endcomment %}\n\nⒶ", "Ⓐ"), ("{% hint style=\"info\" %}\nⒶ\n{% endhint %}", "Ⓐ"), ("{% tabs %}\n{% tab title=\"Ⓐ\" %}\nⒷ\n{% endtab %}\n{% endtabs %}", "Ⓐ", "Ⓑ"),
    ("{% note %}\n\n**Ⓐ** Ⓑ\n\n{% endnote %}", "Ⓐ Ⓑ"), ("Ⓐ {% data variables.product.x %} Ⓑ", "Ⓐ Ⓑ"), ("*[KO]: Ⓐ", "Ⓐ"), ("<div markdown=\"1\">\n**Ⓐ**\n</div>", "Ⓐ"), ("{% include figure.html src=\"a\" caption=\"Ⓐ\" alt=\"Ⓑ\" %}", "Ⓐ", "Ⓑ"),
]  # fmt: skip
OTHERS = [
    ("> [!warning]- Ⓐ\n> Ⓑ", "Ⓐ", "Ⓑ"), ("> [!IMPORTANT]\n> Ⓐ\n> Ⓑ", "Ⓐ Ⓑ"), ("[[Ⓐ]] Ⓑ", "Ⓐ Ⓑ"), ("[[page|Ⓐ]] Ⓑ", "Ⓐ Ⓑ"), ("![[a.png]]\n\nⒶ", "Ⓐ"), ("::: {.callout-note title=\"Ⓐ\"}\nⒷ\n:::", "Ⓐ", "Ⓑ"),
    ("::: {.callout-tip}\n## Ⓐ\nⒷ\n:::", "Ⓐ", "Ⓑ"), ("[Ⓐ]{.smallcaps} Ⓑ", "Ⓐ Ⓑ"), ("Ⓐ^[Ⓑ]", "Ⓐ", "Ⓑ"), ("# Ⓐ {.unnumbered}", "Ⓐ"), ("# Ⓐ {-}", "Ⓐ"), ("```{r, echo=FALSE}\nno\n```", ), ("```{python}\nno\n```", ),
    ("![Ⓐ](a.png){#fig-x fig-alt=\"no\"}", "Ⓐ"), ("\\newpage\n\nⒶ", "Ⓐ"), ("Ⓐ\n\n~ Ⓑ", "Ⓐ", "Ⓑ"), ("::card{title=\"Ⓐ\"}", "Ⓐ"), ("::: info Ⓐ\n\nⒷ\n\n:::\n\nⒸ", "Ⓐ", "Ⓑ", "Ⓒ"), ("Ⓐ `r no` Ⓑ", "Ⓐ r no Ⓑ"),
]  # fmt: skip
DIALECTS = {
    "common": COMMON, "mkdocs": MKDOCS, "myst": MYST, "docusaurus": DOCUSAURUS, "vitepress": VITEPRESS, "hugo": HUGO, "jekyll": JEKYLL, "others": OTHERS,
}  # fmt: skip
BRACES = {"docusaurus"}


def filled(construct: tuple[str, ...], sentences: list[str]) -> tuple[str, list[str]]:
    """A construct with sentences for its letters, and its paragraphs."""
    table = str.maketrans(dict(zip("ⒶⒷⒸⒹ", sentences, strict=True)))
    return construct[0].translate(table), [paragraph.translate(table) for paragraph in construct[1:]]


def lines(file: str, name: str) -> list[str]:
    return [line for line in read(file.encode(), name)[0].text.split("\n") if line.strip()]


def name_of(dialect: str) -> str:
    return "a.mdx" if dialect in BRACES else "a.md"


@pytest.mark.parametrize(("dialect", "construct"), [(name, each) for name, table in DIALECTS.items() for each in table])
def test_a_construct(dialect: str, construct: tuple[str, ...]) -> None:
    for pool in (KO, ["One thing", "Two things", "Three things", "Four things"]):
        file, wanted = filled(construct, pool[:4])
        assert lines(f"Before.\n\n{file}\n\nBehind.\n", name_of(dialect)) == ["Before.", *wanted, "Behind."]
        assert lines(f"Before.\n\n{file}\n\nBehind.\n".replace("\n", "\r\n"), name_of(dialect)) == [
            "Before.",
            *wanted,
            "Behind.",
        ]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("dialect", [*DIALECTS, "all"])
def test_a_page(dialect: str, seed: int) -> None:
    """Marks left and text lost, of a page of every construct in any order with sentences that look a little like marks."""
    chosen = random.Random(seed)
    table = [
        (name, each)
        for name, table in DIALECTS.items()
        if dialect in (name, "all") and not (dialect == "all" and name in BRACES)
        for each in table
    ]
    chosen.shuffle(table)
    pool, pieces, wanted = (KO if seed % 2 else EN), [], []
    for _, construct in table:
        file, texts = filled(construct, chosen.sample(pool, 4))
        pieces += [file, "Between."]  # or what is indented would be a list's
        wanted += [*texts, "Between."]
    file = "\n\n".join(pieces) + "\n"
    document, _ = read(file.encode(), name_of(dialect))
    found = Counter(document.text.replace("\n", "").replace(" ", "")), Counter("".join(wanted).replace(" ", ""))
    total = found[1].total()
    left, lost = (found[0] - found[1]).total() / total, (found[1] - found[0]).total() / total
    assert left <= 0.005, left
    assert lost <= 0.005, lost
    units, expected = Counter(line for line in document.text.split("\n") if line.strip()), Counter(wanted)
    assert (units - expected).total() <= 0.02 * expected.total(), units - expected
    for offset, character in enumerate(document.text):
        if character.isalnum():
            there = file_offset(document, offset)
            assert file[there] in (character, "&")
