"""Errands: work that leaves the machine, wished for in a request and done outside of it.

In the transaction of the wish::

    enqueue(session, Errand(kind="analysis", payload={"analysis_id": 7}, key="7", owner_id=principal.user_id))

and, in a module of ``app.outbound``, who does it (``app.errands.kinds``, ``app.errands.outside``)::

    def run(desk: Desk, job: Job) -> Result:
        with desk.reading(job) as session:      # as the owner, under row security; short
            question = …
        reply = desk.outside.send(Message("POST", url, json=question), chosen_by="user")    # no transaction is open
        return Result(lambda session: keep(session, reply))    # one transaction, with the errand's own end

    KINDS = (Kind("analysis", run),)

``TryAgain`` and ``GiveUp`` say with a reason that it did not work; ``Kind.gave_up`` tells those who wait. What is done
outside may be done twice (the worker may die before it has written down that it was done): send ``job.key`` where the
other side can use it. What is written here is written once.
"""

from app.errands.queue import Errand, cancel, enqueue

__all__ = ["Errand", "cancel", "enqueue"]
