"""Our own database: everything that a batch comes to, its account and its offsets, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from sqlalchemy.exc import DataError, IntegrityError, OperationalError, StatementError
from sqlalchemy.orm import Session

from app.context import Context
from app.errors import Unavailable
from ingest.pipeline.account import Account, account_of
from ingest.pipeline.results import ActiveFilter, AlertKey, Results
from ingest.sinks import books
from ingest.sinks.active import SurveyBook, active_filters, is_simulated
from ingest.sinks.protocol import Stale, Unstorable
from ingest.sinks.writer import Writer

_BLOB_WRITERS = 4
_PASSING_SQLSTATES = ("40001", "40P01", "55P03", "57014")
"""Serialization, deadlock, lock time-out, statement time-out: the same again may well do."""


class DatabaseSink:
    """A sink over one :class:`~app.context.Context` of the service ``ingest``.

    ``consumer`` is the name under which offsets are kept; with ``replay`` the packets are those of quarantine.
    """

    def __init__(self, context: Context, consumer: str, *, replay: bool = False) -> None:
        self._context = context
        self._consumer = consumer
        self._replay = replay
        self._surveys = SurveyBook()
        self._writers = ThreadPoolExecutor(_BLOB_WRITERS, thread_name_prefix="blobs")
        self._streams: set[int] = set()
        self._simulated = False
        self._run_id = 0
        self.account = Account()

    @property
    def run_id(self) -> int:
        """The run in ``ingest_runs``."""
        return self._run_id

    def open(self, source: str) -> None:
        """Begin a run."""
        with self._transaction() as session:
            run_id = books.open_run(session, source)
        self._run_id, self.account = run_id, Account()

    def known(self, keys: Collection[AlertKey]) -> set[AlertKey]:
        """Return those alerts that were seen before, by whatever run."""
        with self._transaction() as session:
            return books.known(session, keys)

    def filters(self, surveys: Collection[str]) -> list[ActiveFilter]:
        """Return the active filters of the groups; a survey's stream and instrument are made when first needed."""
        with self._transaction() as session:
            found = self._surveys.rows(session, surveys)
            active = active_filters(session, found)
        self._surveys.remember(found)
        return active

    def load(self, topic: str, partition: int) -> int | None:
        """Return the stored offset of a partition; raises :class:`Unavailable` while the database is away."""
        with self._transaction() as session:
            return books.load_offset(session, self._consumer, topic, partition)

    def save(self, results: Results) -> Account:
        """Store a batch, with what was counted, in one transaction."""
        blobs = self._context.blobs
        pictures = self._keep_pictures(results)
        refusals = books.keep_payloads(blobs, results.refusals)
        streams, simulated = set(self._streams), self._simulated
        with self._transaction() as session:
            surveys = self._surveys.rows(session, {one.key.survey for one in results.seen})
            new = books.mark_seen(session, self._run_id, results.seen)
            passages = [one for one in results.passages if one.key in new]
            saved = Writer(session, surveys).write(passages, pictures)
            books.quarantine(session, self._run_id, refusals)
            if self._replay:
                books.mark_replayed(session, results.packets, results.refusals)
            books.store_offsets(session, self._consumer, results.offsets)
            counted = account_of(results, len(new), len(passages), saved)
            streams |= {one.stream_id for one in surveys.values()}
            simulated |= any(is_simulated(name) for name in surveys)
            only = next(iter(streams)) if len(streams) == 1 else None
            books.write_account(session, self._run_id, self.account + counted, only, demo=simulated)
        self._surveys.remember(surveys)
        self._streams, self._simulated, self.account = streams, simulated, self.account + counted
        return counted

    def _keep_pictures(self, results: Results) -> dict[tuple[AlertKey, str], str]:
        """Write the pictures before the transaction; side by side, since each waits for the disk."""
        found = [((one.key, kind), png) for one in results.passages for kind, png in one.pictures.items()]
        names = self._writers.map(self._context.blobs.put, [png for _, png in found])
        return dict(zip([key for key, _ in found], names, strict=True))

    def finish(self) -> None:
        """End the run."""
        with self._transaction() as session:
            books.end_run(session, self._run_id)

    def close(self) -> None:
        """End the writers; the context belongs to the caller."""
        self._writers.shutdown()

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        """Tell apart what may pass (:class:`Unavailable`) and what will not (:class:`Unstorable`)."""
        try:
            with self._context.transaction() as session:
                yield session
        except OperationalError as error:
            if getattr(error.orig, "pgcode", None) in _PASSING_SQLSTATES or _is_outage(error):
                raise Unavailable("The database is busy or away; trying again.") from error
            raise
        except IntegrityError as error:
            raise Stale("Something that the batch refers to was deleted meanwhile; trying again.") from error
        except DataError as error:
            raise Unstorable(f"The database cannot hold a value of the packet ({_told(error)}).") from error
        except StatementError as error:
            if isinstance(error.orig, ValueError | OverflowError):
                raise Unstorable(f"The database cannot hold a value of the packet ({_told(error)}).") from error
            raise
        except ValueError as error:  # psycopg2 refuses a text with a NUL byte before anything is sent
            raise Unstorable(f"The database cannot hold a value of the packet ({error}).") from error


def _is_outage(error: OperationalError) -> bool:
    code = str(getattr(error.orig, "pgcode", None) or "")
    return code[:2] in ("08", "53", "57")


def _told(error: StatementError) -> str:
    return str(error.orig).strip().splitlines()[0][:200]
