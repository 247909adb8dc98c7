"""The author list as journals want it: AASTeX and A&A author blocks, acknowledgements, BibTeX; plain text, UTF-8.

AASTeX 6.3 and 7: ``\\author[ORCID]{name}`` followed by one ``\\affiliation{}`` each (author guide). A&A (aa.cls):
``\\author{… \\inst{n} \\and …}`` and ``\\institute{… \\and …}``, the ORCID by the package ``orcidlink``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from pylatexenc.latexencode import UnicodeToLatexEncoder

from app.publications.authors import PRINTED, Author

_LATEX = UnicodeToLatexEncoder(
    unknown_char_policy="keep", unknown_char_warning=False, replacement_latex_protection="braces"
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>{}]+[^\s\"<>{}.,;)]")


# Nineteen characters: year, journal, volume, page, initial (https://ui.adsabs.harvard.edu/help/actions/bibcode).
_BIBCODE = re.compile(r"\b(?:18|19|20)\d\d[A-Za-z][A-Za-z0-9&.]{13}[A-Z.](?!\w)")


@dataclass(frozen=True)
class Citation:
    """Something that a paper is to cite: by its DOI, else its bibcode, else in words alone (``title``)."""

    doi: str | None
    title: str
    publisher: str | None = None
    year: int | None = None
    bibcode: str | None = None


def escaped(words: str) -> str:
    """Return words as LaTeX prints them: every special character escaped, in one line."""
    printable = "".join(c if c.isprintable() else " " for c in words)
    return str(_LATEX.unicode_to_latex(" ".join(printable.split())))


def aastex(authors: Sequence[Author]) -> str:
    """Return the author block for AASTeX; who has not opted in is named in a comment."""
    lines = []
    for author in _printed(authors):
        orcid = f"[{author.orcid}]" if author.orcid else ""
        lines.append(f"\\author{orcid}{{{escaped(author.name)}}}")
        lines += [f"\\affiliation{{{escaped(place)}}}" for place in author.affiliations]
        lines.append("")
    return "\n".join(lines + _waiting(authors))


def aanda(authors: Sequence[Author]) -> str:
    """Return the author block for A&A: initials and family names, institutes in the order of their first author."""
    printed = _printed(authors)
    places = list(dict.fromkeys(place for author in printed for place in author.affiliations))
    number = {place: str(i) for i, place in enumerate(places, 1)}
    names = []
    for author in printed:
        inst = ",".join(number[place] for place in author.affiliations)
        orcid = f"\\orcidlink{{{author.orcid}}}" if author.orcid else ""
        names.append(_initials(author) + orcid + (f"\\inst{{{inst}}}" if inst else ""))
    lines = ["% \\usepackage{orcidlink}", "\\author{" + "\n  \\and ".join(names) + "}"]
    lines.append("\\institute{" + "\n  \\and ".join(escaped(place) for place in places) + "}")
    return "\n".join([*lines, "", *_waiting(authors)])


def acknowledgements(texts: Iterable[str], facilities: Mapping[str, Sequence[str]]) -> str:
    """Return the acknowledgement that policies ask for, each text once, and AASTeX's ``\\facilities``."""
    thanks = list(dict.fromkeys(text.strip() for text in texts))
    lines = ["\\begin{acknowledgments}", *(escaped(text) for text in thanks), "\\end{acknowledgments}"]
    if facilities:
        told = (
            f"{escaped(telescope)} ({', '.join(escaped(i) for i in instruments)})"
            for telescope, instruments in facilities.items()
        )
        lines += ["", f"\\facilities{{{', '.join(told)}}}"]
    return "\n".join([*lines, ""])


def citations_in(texts: Iterable[str]) -> list[Citation]:
    """Return what the texts name by DOI, each once."""
    return list({doi: Citation(doi, text.strip()) for text in texts for doi in _DOI.findall(text)}.values())


def references_in(texts: Iterable[str]) -> list[Citation]:
    """Return what each text asks to cite: each DOI or bibcode in it, or the text itself where there is none."""
    found: list[Citation] = []
    for said in texts:
        named = citations_in([said]) or [Citation(None, said.strip(), bibcode=b) for b in _BIBCODE.findall(said)]
        found += named or [Citation(None, said.strip())]
    return found


def to_cite(texts: Sequence[str]) -> str:
    """Return what is to be cited as comments, for whoever writes the paper; empty where nothing is."""
    lines = [f"% to cite (see the BibTeX export): {escaped(said)}" for said in texts]
    return "\n".join(["", *lines, ""]) if lines else ""


def bibtex(citations: Iterable[Citation]) -> str:
    """Return one ``@misc`` for each citation, once; the key is the DOI's, bibcode's or words', and stays the same."""
    entries: dict[str, str] = {}
    for one in citations:
        fields = {"title": f"{{{escaped(one.title)}}}"}
        fields |= {"doi": one.doi.replace("_", "\\_")} if one.doi else {}
        fields |= {"publisher": escaped(one.publisher)} if one.publisher else {}
        fields |= {"year": str(one.year)} if one.year else {}
        if one.doi:
            fields["url"] = f"https://doi.org/{one.doi}"
        elif one.bibcode:
            fields["adsurl"] = f"https://ui.adsabs.harvard.edu/abs/{quote(one.bibcode)}"
        inside = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        key = re.sub("[^A-Za-z0-9]+", "-", one.doi or one.bibcode or _plain_key(one.title))
        entries.setdefault(key, f"@misc{{{key},\n{inside}\n}}\n")
    return "\n".join(entries.values())


def _plain_key(words: str) -> str:
    """A key that is short, and another one for other words."""
    start = re.sub("[^A-Za-z0-9]+", "-", words)[:30].strip("-")
    return f"{start}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def _printed(authors: Sequence[Author]) -> list[Author]:
    return [author for author in authors if author.authorship in PRINTED]


def _waiting(authors: Sequence[Author]) -> list[str]:
    return [
        f"% not printed, {author.authorship.replace('_', ' ')}: {escaped(author.name)}"
        for author in authors
        if author.authorship not in PRINTED
    ]


def _initials(author: Author) -> str:
    given = author.name.removesuffix(author.family_name).split()
    if not author.name.endswith(author.family_name) or not given:
        return escaped(author.name)
    first = "~".join("-".join(f"{escaped(part[0])}." for part in word.split("-") if part) for word in given)
    return f"{first}~{escaped(author.family_name)}"
