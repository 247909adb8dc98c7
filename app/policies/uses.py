"""What using data requires: thanks, a citation, notice, permission, a place among the authors."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Text = Annotated[str, Field(min_length=1, max_length=2000)]
UseKind = Literal["acknowledge", "cite", "notify", "permission", "coauthorship"]
KINDS: tuple[UseKind, ...] = ("acknowledge", "cite", "notify", "permission", "coauthorship")
AuthorList = Literal["group", "builders", "contributors"]


class Part(BaseModel):
    """Base of the document's parts: unknown words are refused, and nothing changes once made."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Share(Part):
    """A step of an author quota: so many places from this share (0 to 1) of the publication's data on."""

    from_share: float = Field(ge=0, le=1)
    authors: int = Field(ge=0, le=1000)


class Use(Part):
    """What using the data requires.

    ``texts`` are sentences to show (an acknowledgement's are mandatory), or what to cite (DOI, bibcode or the words).
    ``authors`` is the number of places that a co-authorship offer makes, ``by_share`` how that number grows with the
    holder's share of the data; they are for people of ``from_list``: the holder's group, its builders, or whoever
    contributed; of ``from_group_id`` where that is another group. ``demand`` is 'offer' where making the offer is
    enough and 'require' where it must be answered. ``min_share`` is the share of the publication's data below
    which this asks for nothing. ``answer_days`` is how long the holder may take before the silence is on record.
    ``required`` keeps a publication from being submitted while it is open; unless said, an acknowledgement does not,
    all others do.
    """

    kind: UseKind
    texts: tuple[Text, ...] = Field(default=(), max_length=1000)
    authors: int | None = Field(default=None, ge=1, le=1000)
    by_share: tuple[Share, ...] = Field(default=(), max_length=50)
    from_list: AuthorList | None = None
    from_group_id: int | None = Field(default=None, gt=0)
    demand: Literal["offer", "require"] = "require"
    min_share: float = Field(default=0, ge=0, le=1)
    answer_days: int | None = Field(default=None, ge=1, le=3650)
    required: bool | None = None

    @model_validator(mode="after")
    def _complete(self) -> Use:
        if (self.kind == "coauthorship") != (self.authors is not None):
            raise ValueError("co-authorship needs the number of authors to offer, and nothing else does")
        if self.kind in ("acknowledge", "cite") and not self.texts:
            raise ValueError("an acknowledgement needs the text to print" if self.kind == "acknowledge" else
                             "a citation needs what to cite: a DOI, a bibcode or the reference's text")  # fmt: skip
        only = (self.by_share, self.from_list, self.from_group_id, self.demand == "offer" or None)
        if self.kind != "coauthorship" and any(only):
            raise ValueError("by_share, from_list, from_group_id and demand belong to co-authorship")
        if self.answer_days is not None and self.kind not in ("permission", "coauthorship"):
            raise ValueError("answer_days is for what the holder answers: permission and co-authorship")
        return self

    @property
    def is_required(self) -> bool:
        """Whether a publication cannot be submitted while this is open."""
        return self.kind != "acknowledge" if self.required is None else self.required

    def places(self, share: float) -> int:
        """Return how many places among the authors are to be offered for a share (0 to 1) of the data."""
        steps = [step.authors for step in self.by_share if share >= step.from_share]
        return max(self.authors or 0, *steps) if steps else self.authors or 0


def unite(uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """Return what is asked for where all of these are: of each kind one, which asks no less than each."""
    return tuple(_united([u for u in uses if u.kind == kind]) for kind in KINDS if any(u.kind == kind for u in uses))


def _united(same: list[Use]) -> Use:
    kind = same[0].kind
    lists = {u.from_list for u in same}
    groups = {u.from_group_id for u in same}
    waits = [u.answer_days for u in same if u.answer_days is not None]
    return Use(
        kind=kind,
        texts=tuple(sorted({t for u in same for t in u.texts})),
        authors=max((u.authors or 0 for u in same), default=0) or None,
        by_share=_steps([step for u in same for step in u.by_share]),
        # Different lists have no common one: the holder's whole group, from whom all may come.
        from_list=lists.pop() if len(lists) == 1 else "group",
        from_group_id=groups.pop() if len(groups) == 1 else None,
        demand="require" if kind != "coauthorship" or any(u.demand == "require" for u in same) else "offer",
        min_share=min(u.min_share for u in same),
        answer_days=max(waits) if waits else None,
        required=any(u.is_required for u in same),
    )


def _steps(steps: list[Share]) -> tuple[Share, ...]:
    """Return steps that give as much as each, in order, without those that add nothing."""
    kept: list[Share] = []
    for step in sorted(steps, key=lambda s: (s.from_share, -s.authors)):
        if step.authors > max((s.authors for s in kept), default=0):
            kept.append(step)
    return tuple(kept)
