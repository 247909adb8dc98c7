"""The queries of the conduct ledger's rules: each finds its facts in the rows themselves, and names them.

A query answers ``group_id`` (whose credit or debit it is), ``key`` (the subject, once for ever), ``happened_at``,
``subjects`` (kinds of rows, the first :data:`SHOWN` ids of each and how many there are) and ``counterpart_ids`` (the
other groups concerned). Only facts between groups that take part count, and only from ``since`` on: the later of the
day when a group joined and the day when the rule was switched on as it is.
"""

from __future__ import annotations

from string import Template

SHOWN = 50
"""So many ids of each kind are kept as evidence; the count is of all."""

_WORDS = {
    "circle": "(SELECT group_id FROM circle)",
    "nobody": "CAST('{}' AS bigint[]) AS counterpart_ids",
    "first": f"[1:{SHOWN}]",
    # A grant to another team of the collaboration, or to everybody.
    "opens": "(ag.group_id IN (SELECT c.group_id FROM circle c WHERE c.group_id <> whose.group_id)"
    " OR ag.group_id IN (SELECT s.id FROM groups s WHERE s.sitewide))",
}
_HEAD = """
WITH team AS (
  SELECT m.group_id, greatest(m.joined_at, CAST(:since AS timestamptz)) AS since FROM conduct_members m
  WHERE m.collaboration_id = :collaboration_id AND m.state = 'joined'),
circle AS (SELECT group_id FROM team UNION SELECT CAST(:collaboration_id AS int))
"""


def _query(facts: str) -> str:
    return _HEAD + Template(facts).substitute(_WORDS)


# Opened without waiting: by no release that was due. Of each team and day of arrival (UTC).
SHARED_EARLY = _query("""
, fresh AS MATERIALIZED (
  SELECT 'photometry' AS kind, d.id, d.holder_id, d.audience_id, d.created_at FROM photometry d
  JOIN team t ON t.group_id = d.holder_id AND d.created_at >= t.since
  WHERE d.id > :photometry AND d.created_at < :cutoff
  UNION ALL
  SELECT 'spectrum', d.id, d.holder_id, d.audience_id, d.created_at FROM spectra d
  JOIN team t ON t.group_id = d.holder_id AND d.created_at >= t.since
  WHERE d.id > :spectra AND d.created_at < :cutoff),
opened AS MATERIALIZED (
  SELECT whose.audience_id, whose.group_id, min(ag.since) AS since
  FROM (SELECT DISTINCT audience_id, holder_id AS group_id FROM fresh) whose
  JOIN audience_grants ag ON ag.audience_id = whose.audience_id
  WHERE $opens AND NOT EXISTS (
    SELECT FROM releases r WHERE r.audience_id = ag.audience_id AND r.group_id = ag.group_id AND r.done_at IS NOT NULL)
  GROUP BY 1, 2),
counted AS (
  SELECT f.holder_id, date_trunc('day', f.created_at) AS day, min(f.created_at) AS happened_at, count(*) AS n,
    jsonb_build_object('kind', f.kind, 'ids', (array_agg(f.id ORDER BY f.id))$first, 'count', count(*)) AS subject
  FROM fresh f JOIN opened o ON o.audience_id = f.audience_id AND o.group_id = f.holder_id
  WHERE o.since <= f.created_at + make_interval(secs => 86400 * :within_days)
  GROUP BY f.holder_id, day, f.kind)
SELECT holder_id AS group_id, to_char(day, 'YYYY-MM-DD') AS key, min(happened_at) AS happened_at,
  jsonb_agg(subject ORDER BY subject->>'kind') AS subjects, $nobody
FROM counted GROUP BY holder_id, day HAVING sum(n) >= :min_rows ORDER BY 1, 2
""")

OPENED_BEFORE_TIME = _query("""
SELECT whose.group_id, to_char(date_trunc('day', h.at), 'YYYY-MM-DD') AS key, min(h.at) AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'history', 'ids', (array_agg(h.id ORDER BY h.id))$first,
    'count', count(*))) AS subjects, $nobody
FROM history h JOIN team whose ON whose.group_id = h.holder_id AND h.at >= whose.since
WHERE h.action = 'share beyond policy' AND h.at < :cutoff AND EXISTS (
  SELECT FROM jsonb_array_elements_text(h.after->'group_ids') AS g(id)
  CROSS JOIN LATERAL (SELECT CAST(g.id AS int) AS group_id) AS ag WHERE $opens)
GROUP BY whose.group_id, date_trunc('day', h.at) ORDER BY 1, 2
""")

# Requests of other teams that were observed on this team's time.
TIME_GIVEN = _query("""
SELECT al.group_id, 'attempt ' || a.id AS key, coalesce(a.ended_at, a.collected_at, a.modified) AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'attempt', 'ids', ARRAY[a.id], 'count', 1, 'hours', (
    SELECT round(coalesce(sum(CAST(f->>'exposure_time_s' AS numeric) * coalesce(CAST(f->>'exposures' AS int), 1)), 0)
      / 3600, 3) FROM jsonb_array_elements(tr.filters) AS f))) AS subjects,
  ARRAY[CAST(a.holder_id AS bigint)] AS counterpart_ids
FROM attempts a JOIN triggers tr ON tr.id = a.trigger_id JOIN allocations al ON al.id = a.allocation_id
JOIN team whose ON whose.group_id = al.group_id
WHERE a.state = 'completed' AND a.holder_id <> al.group_id AND a.holder_id IN $circle
  AND coalesce(a.ended_at, a.collected_at, a.modified) BETWEEN whose.since AND :now
ORDER BY 1, 3
""")

# After the first detection or candidate that the group itself could know of: another team's must not show here.
PROMPT_CLASSIFICATION = _query("""
SELECT DISTINCT ON (c.holder_id, c.obj_id) c.holder_id AS group_id, 'obj ' || c.obj_id AS key,
  c.created_at AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'classification', 'ids', ARRAY[c.id], 'count', 1)) AS subjects, $nobody
FROM classifications c JOIN team whose ON whose.group_id = c.holder_id AND c.created_at >= whose.since
CROSS JOIN LATERAL (SELECT least(
  (SELECT min(ca.passed_at) FROM candidates ca WHERE ca.obj_id = c.obj_id
    AND ca.audience_id IN (SELECT access.audiences_of_group(c.holder_id))),
  (SELECT to_timestamp((min(oa.first_detected_mjd) - 40587) * 86400) FROM obj_audience oa
    WHERE oa.obj_id = c.obj_id AND oa.audience_id IN (SELECT access.audiences_of_group(c.holder_id)))) AS at) AS seen
WHERE NOT c.ml AND c.created_at > CAST(:looked_at AS timestamptz) - interval '1 hour' AND c.created_at <= :now
  AND c.created_at BETWEEN seen.at AND seen.at + make_interval(secs => 3600 * :hours)
  AND EXISTS (SELECT FROM audience_grants ag WHERE ag.audience_id = c.audience_id AND $opens)
ORDER BY c.holder_id, c.obj_id, c.created_at
""")

# Offered, accepted, and on the author list of a paper that was accepted.
COAUTHORSHIP_HONOURED = _query("""
SELECT whose.group_id, 'obligation ' || o.id AS key, coalesce(p.accepted_at, p.modified) AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'obligation', 'ids', ARRAY[o.id], 'count', 1),
    jsonb_build_object('kind', 'publication', 'ids', ARRAY[p.id], 'count', 1)) AS subjects,
  ARRAY[CAST(o.creditor_id AS bigint)] AS counterpart_ids
FROM obligations o JOIN publications p ON p.id = o.publication_id JOIN team whose ON whose.group_id = o.holder_id
WHERE o.kind = 'coauthorship' AND o.state = 'opted_in' AND o.creditor_id IN $circle
  AND p.stage IN ('accepted', 'published') AND coalesce(p.accepted_at, p.modified) BETWEEN whose.since AND :now
  AND EXISTS (SELECT FROM publication_people pp JOIN group_users gu ON gu.user_id = pp.user_id
    WHERE pp.publication_id = p.id AND pp.authorship = 'opted_in' AND gu.group_id = o.creditor_id)
ORDER BY 1, 3
""")

CLAIM_LAPSED = _query("""
SELECT whose.group_id, 'publication ' || h.row_id || ' ' || h.id AS key, h.at AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'publication', 'ids', ARRAY[CAST(h.row_id AS bigint)], 'count', 1))
    AS subjects, $nobody
FROM history h JOIN team whose ON whose.group_id = h.holder_id AND h.at >= whose.since
WHERE h.kind = 'publication' AND h.action = 'lapse' AND h.at <= :now ORDER BY 1, 3
""")

# The release service wrote that an answer is overdue, and whose.
OBLIGATION_OVERDUE = _query("""
SELECT whose.group_id, 'obligation ' || o.id || ' ' || extract(epoch FROM o.overdue_at) AS key,
  o.overdue_at AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'obligation', 'ids', ARRAY[o.id], 'count', 1)) AS subjects,
  ARRAY[CAST(CASE o.late WHEN 'creditor' THEN o.holder_id ELSE o.creditor_id END AS bigint)] AS counterpart_ids
FROM obligations o
JOIN team whose ON whose.group_id = CASE o.late WHEN 'creditor' THEN o.creditor_id ELSE o.holder_id END
WHERE o.overdue_at BETWEEN whose.since AND :now AND o.late IS NOT NULL
  AND o.holder_id IN $circle AND o.creditor_id IN $circle ORDER BY 1, 3
""")

# Not where the other side had been asked and kept silent for longer than agreed.
SUBMITTED_BY_OVERRIDE = _query("""
SELECT whose.group_id, 'obligation ' || o.id AS key, o.overridden_at AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'obligation', 'ids', ARRAY[o.id], 'count', 1),
    jsonb_build_object('kind', 'publication', 'ids', ARRAY[p.id], 'count', 1)) AS subjects,
  ARRAY[CAST(o.creditor_id AS bigint)] AS counterpart_ids
FROM obligations o JOIN publications p ON p.id = o.publication_id JOIN team whose ON whose.group_id = o.holder_id
WHERE o.overridden_at BETWEEN whose.since AND :now AND p.stage IN ('submitted', 'accepted', 'published')
  AND o.creditor_id IN $circle AND NOT access.is_discharged(o)
  AND NOT coalesce(o.late = 'creditor' AND o.overdue_at <= o.overridden_at, false) ORDER BY 1, 3
""")

# Of who takes part with one team only: of several, nobody could say for which they took it.
USED_WITHOUT_NOTICE = _query("""
, taken AS (
  SELECT d.*, (SELECT array_agg(t.group_id) FROM team t JOIN group_users gu ON gu.group_id = t.group_id
    WHERE gu.user_id = d.user_id) AS teams
  FROM data_takings d JOIN policy_versions v ON v.id = d.policy_version_id
  WHERE d.holder_id IN $circle AND d.first_at <= CAST(:now AS timestamptz) - make_interval(secs => 86400 * :days)
    AND v.document @? '$$.**.use[*] ? (@.kind == "notify")')
SELECT whose.group_id, 'holder ' || k.holder_id || ' version ' || k.policy_version_id || ' ' ||
    to_char(k.day, 'YYYY-MM') AS key, min(k.first_at) AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'taking', 'ids', (array_agg(k.id ORDER BY k.id))$first,
    'count', count(*))) AS subjects, ARRAY[CAST(k.holder_id AS bigint)] AS counterpart_ids
FROM taken k JOIN team whose ON ARRAY[whose.group_id] = k.teams AND whose.group_id <> k.holder_id
WHERE k.first_at >= whose.since
  AND NOT EXISTS (SELECT FROM group_users gu WHERE gu.group_id = k.holder_id AND gu.user_id = k.user_id)
  AND NOT EXISTS (
    SELECT FROM obligations o JOIN publications p ON p.id = o.publication_id
    WHERE o.holder_id = whose.group_id AND o.creditor_id = k.holder_id AND o.kind = 'notify'
      AND k.obj_id = ANY (p.obj_ids) AND access.is_discharged(o))
GROUP BY whose.group_id, k.holder_id, k.policy_version_id, to_char(k.day, 'YYYY-MM') ORDER BY 1, 3
""")

# Withdrawn by somebody, not by the clock, after another team's telescope had held the time for a while.
CANCELLED_LATE = _query("""
SELECT whose.group_id, 'trigger ' || tr.id AS key, min(s.at) AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'trigger', 'ids', ARRAY[tr.id], 'count', 1),
    jsonb_build_object('kind', 'attempt', 'ids', (array_agg(DISTINCT a.id))$first, 'count', count(DISTINCT a.id)))
    AS subjects, array_agg(DISTINCT CAST(al.group_id AS bigint)) AS counterpart_ids
FROM triggers tr JOIN team whose ON whose.group_id = tr.holder_id
JOIN trigger_transitions s ON s.trigger_id = tr.id AND s.attempt_id IS NULL AND s.to_state = 'cancelled'
  AND s.by_id IS NOT NULL AND s.at BETWEEN whose.since AND :now
JOIN attempts a ON a.trigger_id = tr.id AND a.state <> 'completed'
  AND a.accepted_at <= s.at - make_interval(secs => 3600 * :hours) AND (a.ended_at IS NULL OR a.ended_at >= s.at)
JOIN allocations al ON al.id = a.allocation_id AND al.group_id <> tr.holder_id AND al.group_id IN $circle
WHERE tr.state = 'cancelled' GROUP BY whose.group_id, tr.id ORDER BY 1, 3
""")

# Observed on another team's time; nobody of who asked took the data, said a word of the obj or claimed it.
LEFT_UNUSED = _query("""
SELECT whose.group_id, 'attempt ' || a.id AS key, a.collected_at + make_interval(secs => 86400 * :days) AS happened_at,
  jsonb_build_array(jsonb_build_object('kind', 'attempt', 'ids', ARRAY[a.id], 'count', 1)) AS subjects,
  ARRAY[CAST(al.group_id AS bigint)] AS counterpart_ids
FROM attempts a JOIN team whose ON whose.group_id = a.holder_id JOIN triggers tr ON tr.id = a.trigger_id
JOIN allocations al ON al.id = a.allocation_id AND al.group_id <> a.holder_id AND al.group_id IN $circle
CROSS JOIN LATERAL (SELECT ARRAY(SELECT gu.user_id FROM group_users gu WHERE gu.group_id = a.holder_id) AS ids) people
WHERE a.state = 'completed' AND a.collected_at >= whose.since
  AND a.collected_at <= CAST(:now AS timestamptz) - make_interval(secs => 86400 * :days)
  AND NOT EXISTS (SELECT FROM publications p WHERE p.holder_id = a.holder_id AND tr.obj_id = ANY (p.obj_ids))
  AND NOT EXISTS (SELECT FROM data_takings d WHERE d.obj_id = tr.obj_id AND d.user_id = ANY (people.ids)
    AND d.last_at >= a.collected_at)
  AND NOT EXISTS (SELECT FROM classifications c WHERE c.obj_id = tr.obj_id AND c.owner_id = ANY (people.ids)
    AND c.created_at >= a.collected_at)
  AND NOT EXISTS (SELECT FROM comments c WHERE c.obj_id = tr.obj_id AND c.owner_id = ANY (people.ids)
    AND c.created_at >= a.collected_at)
  AND NOT EXISTS (SELECT FROM annotations c WHERE c.obj_id = tr.obj_id AND c.owner_id = ANY (people.ids)
    AND c.created_at >= a.collected_at)
ORDER BY 1, 3
""")
