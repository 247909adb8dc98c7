"""Seeds the demo collaboration, once: people, groups, filters, telescopes with time on them, a policy, a source."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups
from app.access.principal import Principal
from app.context import Context, declare
from app.demo import cast
from app.policies.attachments import Thing, attach
from app.policies.document import read_document
from app.policies.versions import NewPolicy, create_policy
from app.portal.accounts import NewUser, create_user
from app.portal.surveys import SURVEYS, ensure_survey
from app.secrets import observatory_token
from app.tables import (
    Allocation,
    AllocationSecret,
    Filter,
    Group,
    GroupStream,
    GroupUser,
    Instrument,
    Stream,
    StreamUser,
    Taxonomy,
    Telescope,
    User,
)

FACILITY = "SimulatedLCO"


@dataclass(frozen=True)
class Seeded:
    """Ids of what was seeded, by name."""

    groups: dict[str, int]
    users: dict[str, int]


def seed_demo(context: Context) -> bool:
    """Seed the demo collaboration unless it is there; tell whether anything was done."""
    with context.transaction() as session:
        if session.execute(select(Group.id).where(Group.name == cast.TRANSIENTS)).first():
            return False
        made = _people(session)
        _alerts(session, made)
        allocation_ids = _telescopes(session, context, made)
        _taxonomy(session, made)
        # astropy and numpy, which a later start need not load
        from app.demo.source import seed_source
        from app.drill.truth import TruthCatalogue, demo_truth_path

        version_id = _policy(session, made, allocation_ids)
        truth = seed_source(session, made.groups, made.users, allocation_ids, version_id)
        TruthCatalogue([truth]).save(demo_truth_path(context.settings.var))
    return True


def _people(session: Session) -> Seeded:
    groups = {
        name: session.execute(
            insert(Group).values(name=name, description=description, demo=True).returning(Group.id)
        ).scalar_one()
        for name, description in cast.GROUPS.items()
    }
    users: dict[str, int] = {}
    for username, (first, last, memberships) in cast.PEOPLE.items():
        role = "Group admin" if any(memberships.values()) else "Full user"
        new = NewUser(username, first_name=first, last_name=last, roles=(role,), demo=True)
        users[username] = create_user(session, new)
        for group, admin in memberships.items():
            values = {"group_id": groups[group], "user_id": users[username], "admin": admin}
            session.execute(insert(GroupUser).values(**values))
    return Seeded(groups, users)


def _alerts(session: Session, made: Seeded) -> None:
    streams = {name: ensure_survey(session, name).stream_id for name in SURVEYS}
    # Alerts of these surveys are public, so whoever comes later subscribes too.
    session.execute(update(Stream).where(Stream.id.in_(streams.values())).values(auto_join=True))
    everybody = list(session.scalars(select(User.id)))
    taken = set(session.execute(select(StreamUser.stream_id, StreamUser.user_id)).tuples())
    pairs = [(s, u) for s in streams.values() for u in everybody if (s, u) not in taken]
    if pairs:
        session.execute(insert(StreamUser), [{"stream_id": s, "user_id": u} for s, u in pairs])
    for group_id in made.groups.values():
        session.execute(insert(GroupStream), [{"group_id": group_id, "stream_id": s} for s in streams.values()])
    session.execute(
        insert(Filter),
        [
            {
                "name": f.name,
                "group_id": made.groups[f.group],
                "stream_id": streams[f.survey],
                "expression": f.expression,
            }
            for f in cast.FILTERS
        ],
    )


def _telescopes(session: Session, context: Context, made: Seeded) -> list[int]:
    allocation_ids = []
    for place in cast.TELESCOPES:
        telescope_id = session.execute(
            insert(Telescope)
            .values(
                name=place.name, nickname=f"Sim{place.site.upper()}", lat=place.latitude_deg, lon=place.longitude_deg,
                elevation=place.elevation_m, diameter=1.0, robotic=True, demo=True,
            )
            .returning(Telescope.id)
        ).scalar_one()  # fmt: skip
        instrument_id = session.execute(
            insert(Instrument)
            .values(
                name=f"Sim Sinistro {place.site}", type="imager", band="optical", telescope_id=telescope_id,
                filters=list(cast.IMAGER_FILTERS), api_classname="SINISTROAPI", demo=True,
            )
            .returning(Instrument.id)
        ).scalar_one()  # fmt: skip
        allocation_id = session.execute(
            insert(Allocation)
            .values(
                group_id=made.groups[cast.TRANSIENTS], instrument_id=instrument_id, pi="Vera Paczynska",
                proposal_id=cast.PROPOSAL, hours_allocated=20.0, facility=FACILITY,
                facility_config={"site": place.site}, demo=True,
            )
            .returning(Allocation.id)
        ).scalar_one()  # fmt: skip
        secret = context.vault.encrypt(observatory_token(context.settings))
        session.execute(insert(AllocationSecret).values(allocation_id=allocation_id, ciphertext=secret))
        allocation_ids.append(allocation_id)
    return allocation_ids


def _taxonomy(session: Session, made: Seeded) -> None:
    groups = list(made.groups.values())
    session.execute(
        insert(Taxonomy).values(
            name=cast.TAXONOMY,
            version="1",
            provenance="Skyrelay's demo",
            hierarchy=cast.HIERARCHY,
            holder_id=made.groups[cast.TRANSIENTS],
            owner_id=made.users["demo-pi"],
            audience_id=intern_groups(session, groups),
        )
    )


def _policy(session: Session, made: Seeded, allocation_ids: list[int]) -> int:
    principal = Principal(made.users["demo-pi"], "demo-pi", frozenset({"Manage allocations"}))
    declare(session, principal, "seed")
    document = read_document(
        {
            "format": "skyrelay-policy/1",
            "modelled_on": "surveys with a partnership and a public part, such as ZTF",
            "products": {
                "photometry": {
                    "clock": "observation",
                    "circles": [
                        {"who": "group", "group_id": made.groups[cast.PARTNER], "after_days": 30},
                        {"who": "everybody", "after_days": 365},
                    ],
                    "use": [
                        {"kind": "notify", "texts": ["Tell the holder before you circulate a draft"]},
                        {"kind": "coauthorship", "authors": 2, "texts": ["Offer it to those who took the data"]},
                    ],
                }
            },
        }
    )
    version = create_policy(session, principal, NewPolicy(cast.POLICY, made.groups[cast.TRANSIENTS], document))
    assert version.policy_id is not None
    for allocation_id in allocation_ids:
        attach(session, principal, version.policy_id, Thing(allocation_id=allocation_id))
    return version.id
