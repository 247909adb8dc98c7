"""Author blocks: every macro balanced, every special character escaped, whatever people are called."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latexwalker import LatexMacroNode, LatexWalker

from app.publications.author_blocks import Citation, aanda, aastex, acknowledgements, bibtex, citations_in, escaped
from app.publications.authors import Author, ordered
from app.publications.contributions import Contribution

NASTY = "A&B 50% $x$ #1 _a_ {b} ~t ^c \\input{/etc/passwd}\nŁukasz"


def author(
    name: str, family: str, *places: str, share: float = 0.0, lead: bool = False, state: str = "opted_in"
) -> Author:
    given_ = [Contribution("photometry", 1, share, [1], ["a"])] if share else []
    return Author(1, 1, name, family, "0000-0002-1825-0097", list(places), state, 1, lead, given_)


def macros(latex: str) -> list[str]:
    """The names of all macros; parsing fails for unbalanced braces."""
    nodes, _at, _length = LatexWalker(latex, tolerant_parsing=False).get_latex_nodes()
    return [node.macroname for node in nodes if node.isNodeType(LatexMacroNode)]


def test_aastex_prints_who_opted_in_and_names_who_did_not() -> None:
    text = aastex(
        [
            author("Josiah Carberry", "Carberry", "Brown University", "Wesleyan University"),
            author(NASTY, "Łukasz", NASTY),
            author("Not Yet\n\\input{x}", "Yet", state="offered"),
        ]
    )
    assert "\\author[0000-0002-1825-0097]{Josiah Carberry}\n\\affiliation{Brown University}\n\\aff" in text
    assert macros(text) == ["author", "affiliation", "affiliation", "author", "affiliation"]
    assert "A\\&B 50\\% \\$x\\$ \\#1 \\_a\\_ \\{b\\}" in text
    assert "\\input" not in text
    assert text.splitlines()[-1] == "% not printed, offered: Not Yet {\\textbackslash}input\\{x\\}"


def test_aanda_numbers_institutes_once() -> None:
    text = aanda(
        [
            author("Anna-Maria Berta Müller", "Müller", "Heidelberg", "Bonn"),
            author("J. van der Berg", "van der Berg", "Bonn"),
            author("Consortium", "Consortium"),
        ]
    )
    found = macros(text)
    assert [name for name in found if name in ("author", "institute")] == ["author", "institute"]
    assert 'A.-M.~B.~M\\"uller\\orcidlink{0000-0002-1825-0097}\\inst{1,2}' in text
    assert "\\and J.~van der Berg\\orcidlink{0000-0002-1825-0097}\\inst{2}" in text
    assert "\\institute{Heidelberg\n  \\and Bonn}" in text


@given(st.text(max_size=60))
def test_nothing_gets_out_of_its_braces(words: str) -> None:
    text = aastex([author(words, "x", words)])
    assert macros(text) == ["author", "affiliation"]
    assert "\n" not in escaped(words)


def test_rules_of_order() -> None:
    zoe = author("Zoë Alm", "Alm", share=0.5)
    ann = author("Ann Älg", "Älg", share=0.9)
    lead = author("Max Zorn", "Zorn", share=0.1, lead=True)
    people = [lead, zoe, ann]
    names = {
        rule: [a.family_name for a in ordered(people, rule)]
        for rule in ("as_given", "alphabetical", "contribution", "leads_alphabetical", "leads_contribution")
    }
    assert names == {
        "as_given": ["Zorn", "Alm", "Älg"],
        "alphabetical": ["Älg", "Alm", "Zorn"],
        "contribution": ["Älg", "Alm", "Zorn"],
        "leads_alphabetical": ["Zorn", "Älg", "Alm"],
        "leads_contribution": ["Zorn", "Älg", "Alm"],
    }


def test_thanks_and_citations() -> None:
    texts = ["We thank A & B (doi:10.5281/zenodo.12_3).", "We thank A & B (doi:10.5281/zenodo.12_3).", "And C."]
    thanks = acknowledgements(texts, {"1-m & co": ["Cam_1"]})
    assert thanks.count("We thank A \\& B") == 1
    assert "\\facilities{1-m \\& co (Cam\\_1)}" in thanks
    found = citations_in(texts)
    assert [one.doi for one in found] == ["10.5281/zenodo.12_3"]
    entry = bibtex([*found, Citation("10.1/x", "no")][:1])
    assert re.match(r"@misc\{10-5281-zenodo-12-3,\n", entry)
    assert entry.count("{") == entry.count("}")
