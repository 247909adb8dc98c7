"""What the OpenAPI document says in words: how one talks to the portal, and what each tag is about."""

from __future__ import annotations

INTRODUCTION = """\
Skyrelay speaks SkyPortal's API: a script written with `skyportal-py` works after a change of address and token.

**Who asks.** `Authorization: token <secret>`; tokens are made under Profile, and can do no more than their owner. A
browser uses its session's cookie; a change then also needs the header `X-Skyrelay: 1`, which no other site can send.

**Answers.** Always `{"status", "message", "data", "version"}`, unless a file is answered. `status` is `success` or
`error`.

**Refusals.** `data.code` is a stable word, `data.field` names the field at fault, `data.faults` lists all of them.
400: what was sent cannot be used, or what it names is not here for you (on SkyPortal's routes also where others say
404 or 409); 401: no usable credentials; 403: you are known and may not, or your account has expired; 404: no such
source for you; 405: the method; 413: too large; 429: too many requests; 501: SkyPortal has it, Skyrelay leaves it
out. What is missing and what you may not see are answered alike.

**Limits.** Each token has a number of requests a minute (`limits` in the settings). Beyond it the answer is 429, and
`Retry-After` says in how many seconds to come back.

**Pages.** `pageNumber` counts from 1, `numPerPage` has an upper bound; `totalMatches` counts what you may see.

**Values.** Times are UTC (ISO 8601; MJD where a name says so), positions degrees (ICRS), fluxes µJy at the AB zero
point 23.9 unless `zp` says otherwise. Numbers that are not finite are refused. A list in an address is one value with
commas.
"""
TAGS = {
    "access": "Which rule lets somebody read or write a row, or keeps them out; who else reads it.",
    "allocations": "Telescope time: whose, on which instrument, how much is left.",
    "analyses": "Results of analyses of sources, computed by services outside or uploaded.",
    "analysis services": "Services that analyse sources when asked, or by default.",
    "annotations": "Values that programs attach to sources, spectra and photometry, one an origin and team.",
    "assignments": "Targets of observing runs.",
    "candidates": "What passed a group's filters and waits to be looked at; reports of what was scanned.",
    "classifications": "What people and machines hold a source to be, within a taxonomy, and votes on it.",
    "comments": "Remarks on sources, spectra and shifts, with attached files and @mentions.",
    "conduct": "Credits and debits for playing fair, of the teams that joined a ledger; open to appeal.",
    "cross-matches": "What catalogues know near a position.",
    "errands": "What the portal does for one outside itself, and how far it is.",
    "filters": "The expressions that make alerts candidates of a group.",
    "finder charts": "Charts and offset stars for the telescope.",
    "followup": "Triggers that ask several telescopes in turn, follow-up requests to one, and facilities.",
    "group_admission_requests": "Asking to be let into a group.",
    "groups": "Teams: members, administrators, streams.",
    "history": "Who wrote what, when and from where; for one's own rows and those of groups that one administers.",
    "ingest": "Alerts that came in: runs, and packets set aside.",
    "instruments": "Cameras and spectrographs: filters, fields, logs, status.",
    "invitations": "Letting people in who have no account yet.",
    "listings": "One's own lists of sources, such as favourites.",
    "login": "Sessions: by password, passkey, link or another site's account.",
    "news feed": "What happened lately to the sources that one may see.",
    "notifications": "What one was told, and telling others about a source.",
    "observability": "When a source is up at a telescope: airmass, nights.",
    "observing runs": "Nights at a telescope, and what is observed in them.",
    "photometric series": "Dense light curves kept as files.",
    "photometry": "Points of light curves, one by one or as columns, in flux or magnitude.",
    "photometry statistics": "What is kept about each light curve: detections, peaks, rates.",
    "policies": "Sharing policies: who sees what when, and on what terms.",
    "profile": "Oneself: name, address, preferences.",
    "public pages": "Pages about sources that anybody may open.",
    "publications": "Papers from claim to print: what they use, and what they owe to whom.",
    "releases": "When withheld data becomes readable, and for whom.",
    "reminders": "Being told again at a set time.",
    "roles": "Roles and the rights (ACLs) that they carry, and who has them.",
    "sharing": "Giving photometry and spectra to further groups.",
    "sharing services": "Reporting discoveries to TNS and Hermes.",
    "shifts": "Who watches when.",
    "source groups": "In which groups a source is saved.",
    "sources": "Objects that groups have saved: reading, saving, labels, interests, hosts, copies.",
    "spatial catalogs": "Catalogues of regions, such as localizations of other messengers' sources.",
    "spectra": "Spectra, from lists or text files, and magnitudes computed from them.",
    "streams": "Alert streams, and who subscribes to them.",
    "super objs": "Objects of several surveys that are one thing in the sky.",
    "system": "The portal itself: version, settings, this document.",
    "takings": "Who took what of whose data under which terms, and the terms before one takes.",
    "tags": "Short coloured words on sources.",
    "taxonomies": "Trees of classes.",
    "teams": "Groups of groups.",
    "telescopes": "Sites, and whether it is night there.",
    "thumbnails": "Cut-outs and pictures of sources.",
    "tokens": "Secrets for scripts.",
    "users": "People with an account.",
    "weather": "What the weather is at a telescope.",
}
"""Tag to what it is about."""
