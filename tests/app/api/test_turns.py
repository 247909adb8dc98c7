"""Threads are dealt out in turn."""

from __future__ import annotations

import asyncio
import threading

from app.api.turns import FairPool


def test_one_asker_leaves_room_for_others_and_turns_go_round() -> None:
    async def play() -> tuple[list[str], int]:
        pool = FairPool(4)
        gate, order, at_once = threading.Event(), list[str](), 0
        running = 0

        def work(asker: str, waits: bool) -> str:
            nonlocal running, at_once
            running += 1
            at_once = max(at_once, running)
            if waits:
                assert gate.wait(10)
            order.append(asker)
            running -= 1
            return asker

        greedy = [asyncio.ensure_future(pool.run("greedy", lambda: work("greedy", True))) for _ in range(6)]
        await asyncio.sleep(0)
        # Six long requests hold half of the threads: another's is answered while they run.
        assert await asyncio.wait_for(pool.run("modest", lambda: work("modest", False)), 10) == "modest"
        assert running == 2
        gate.set()
        await asyncio.gather(*greedy)
        return order, at_once

    order, at_once = asyncio.run(play())
    assert order == ["modest", *["greedy"] * 6]
    assert at_once == 3


def test_who_waits_is_served_in_turn_and_who_gives_up_is_forgotten() -> None:
    async def play() -> list[str]:
        pool = FairPool(1)
        gate, order = threading.Event(), list[str]()
        first = asyncio.ensure_future(pool.run("a", lambda: gate.wait(10)))
        await asyncio.sleep(0)
        waiting = [
            asyncio.ensure_future(pool.run(name[0], lambda name=name: order.append(name)))  # type: ignore[misc]
            for name in ("a1", "a2", "a3", "b1", "c1", "b2")
        ]
        await asyncio.sleep(0)
        waiting[1].cancel()
        gate.set()
        await asyncio.gather(first, *waiting, return_exceptions=True)
        await pool.run("a", lambda: order.append("after"))
        return order

    assert asyncio.run(play()) == ["a1", "b1", "c1", "b2", "a3", "after"]


def test_a_fault_gives_the_thread_back() -> None:
    async def play() -> int:
        pool = FairPool(1)
        for _ in range(3):
            try:
                await pool.run("a", lambda: 1 // 0)
            except ZeroDivisionError:
                continue
        return await pool.run("a", lambda: 7)

    assert asyncio.run(play()) == 7
