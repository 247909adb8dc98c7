"""What was stated of objs before it was held goes to whoever made it, and to nobody else."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from app.config import PROJECT
from app.migrate import upgrade_url

BEFORE = """
INSERT INTO users (username, is_bot) VALUES ('ada', false), ('robot', true);
INSERT INTO groups (name, single_user_group, sitewide) VALUES ('ada', true, false), ('robot', true, false),
  ('Sitewide Group', false, true);
INSERT INTO group_users (group_id, user_id)
  SELECT g.id, u.id FROM groups g JOIN users u ON u.username = g.name;
INSERT INTO streams (name, survey) VALUES ('ZTF Public', 'ztf');
INSERT INTO objs (id, ra, dec, healpix, redshift, alias, created_by_id)
  SELECT 'Mine', 1, 2, 3, 0.5, ARRAY['a'], id FROM users WHERE username = 'ada';
INSERT INTO objs (id, ra, dec, healpix, origin, score, altdata, created_by_id)
  SELECT 'Survey', 1, 2, 3, 'ztf', 0.9, '{"x": 1}', id FROM users WHERE username = 'robot';
INSERT INTO objs (id, ra, dec, healpix, created_by_id) SELECT 'Bare', 1, 2, 3, id FROM users WHERE username = 'ada';
INSERT INTO telescopes (name, nickname, diameter) VALUES ('T', 'T', 1);
INSERT INTO instruments (name, type, telescope_id) SELECT 'C', 'imager', id FROM telescopes;
INSERT INTO photometry (obj_id, instrument_id, mjd, filter, flux, fluxerr, upload_id, audience_id, holder_id, owner_id)
  SELECT 'Bare', i.id, 60000 + n, 'ztfr', n, 1, 'u', access.intern_audience(ARRAY[g.id], ARRAY[NULL::int]), g.id, u.id
  FROM instruments i, groups g, users u, generate_series(1, 4) n
  WHERE g.sitewide AND u.username = CASE n WHEN 1 THEN 'robot' ELSE 'ada' END;
INSERT INTO sources (obj_id, audience_id, holder_id, owner_id)
  SELECT obj_id, audience_id, holder_id, owner_id FROM photometry ORDER BY mjd LIMIT 1;
"""
COUNTED = """
SELECT u.username, n_rows, n_photometry, n_detections, first_detected_mjd, last_detected_mjd, peak, latest
FROM obj_audience JOIN users u ON u.id = owner_id WHERE obj_id = 'Bare' ORDER BY 1
"""
AFTER = """
SELECT d.obj_id, u.username, g.name, ag.stream_id IS NOT NULL, ag.group_id = d.holder_id, d.redshift, d.alias, d.origin,
  d.score, d.altdata, ARRAY(SELECT jsonb_object_keys(d.stated) ORDER BY 1)
FROM obj_details d JOIN users u ON u.id = d.owner_id JOIN groups g ON g.id = d.holder_id
JOIN obj_audience oa ON (oa.obj_id, oa.audience_id) = (d.obj_id, d.audience_id)
JOIN audience_grants ag ON ag.audience_id = d.audience_id
ORDER BY d.obj_id
"""


def test_details_become_their_makers(empty_url: str) -> None:
    engine = create_engine(empty_url)
    config = Config()
    config.set_main_option("script_location", str(PROJECT / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        connection.execute(text(BEFORE))
        connection.commit()
    assert upgrade_url(empty_url) is True
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(text(AFTER))]
        counted = [tuple(row) for row in connection.execute(text(COUNTED))]
    engine.dispose()
    assert rows == [
        ("Mine", "ada", "ada", False, True, 0.5, ["a"], None, None, None, ["alias", "redshift"]),
        ("Survey", "robot", "Sitewide Group", True, None, None, None, "ztf", 0.9, {"x": 1},
         ["altdata", "origin", "score"]),
    ]  # fmt: skip
    # What is known of an obj is counted by owner since 0016; what was there before, too.
    assert counted == [
        ("ada", 3, 3, 2, 60003.0, 60004.0, [4.0, 60004.0], [60004.0, 4.0]),
        ("robot", 2, 1, 0, None, None, None, None),
    ]
