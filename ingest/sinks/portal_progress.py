"""What was sent to a portal, in a small SQLite file, so that a run that was killed goes on and sends nothing twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path

from app.errors import Unavailable
from ingest.pipeline.results import AlertKey, Refusal, place_of, printable

LOCK_TIMEOUT_S = 10.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS intents (
  survey TEXT, alert_id INTEGER, passed_at TEXT NOT NULL, PRIMARY KEY (survey, alert_id)
);
CREATE TABLE IF NOT EXISTS done (survey TEXT, alert_id INTEGER, PRIMARY KEY (survey, alert_id));
CREATE TABLE IF NOT EXISTS shown (obj_id TEXT, survey TEXT, mjd REAL NOT NULL, PRIMARY KEY (obj_id, survey));
CREATE TABLE IF NOT EXISTS quarantine (
  source TEXT, position TEXT, code TEXT NOT NULL, reason TEXT NOT NULL, payload BLOB NOT NULL,
  PRIMARY KEY (source, position)
);
"""


class PortalProgress:
    """The progress of runs into one portal with one choice of filters."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(path, timeout=LOCK_TIMEOUT_S)
            self._db.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise Unavailable(f"{path} cannot be used ({error}); move it away to start anew.") from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def done(self, keys: Collection[AlertKey]) -> set[AlertKey]:
        """Return those alerts that were dealt with."""
        query = "SELECT 1 FROM done WHERE survey = ? AND alert_id = ?"
        return {key for key in keys if self._db.execute(query, key).fetchone()}

    def passed_at(self, key: AlertKey) -> datetime:
        """Return when an alert passed, decided once and written down first: sent again, it is the same candidate."""
        with self._db:
            now = datetime.now(UTC).isoformat()
            self._db.execute("INSERT OR IGNORE INTO intents VALUES (?, ?, ?)", (*key, now))
        query = "SELECT passed_at FROM intents WHERE survey = ? AND alert_id = ?"
        return datetime.fromisoformat(self._db.execute(query, key).fetchone()[0])

    def is_outdated(self, obj_id: str, survey: str, mjd: float) -> bool:
        """Tell whether the portal shows a later alert of an obj already."""
        query = "SELECT mjd FROM shown WHERE obj_id = ? AND survey = ?"
        found = self._db.execute(query, (obj_id, survey)).fetchone()
        return found is not None and mjd < found[0]

    def store(
        self, keys: Iterable[AlertKey], shown: Iterable[tuple[str, str, float]], refusals: Iterable[Refusal]
    ) -> None:
        """Note a batch as dealt with, whole or not at all."""
        with self._db:
            self._db.executemany("INSERT OR IGNORE INTO done VALUES (?, ?)", keys)
            self._db.executemany(
                "INSERT INTO shown VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET mjd = max(mjd, excluded.mjd)", shown
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?, ?)",
                [
                    (*place_of(one.packet), str(one.reason.code), printable(one.reason.sentence), one.packet.payload)
                    for one in refusals
                ],
            )
