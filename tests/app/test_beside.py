"""What is done beside the screen takes few threads, however much of it there is."""

from __future__ import annotations

from threading import current_thread
from time import sleep

from cablereader.app.app import BESIDE, CableReader


async def test_much_that_is_asked_for_at_once_takes_turns(app: CableReader) -> None:
    threads: list[str] = []

    def work() -> None:
        sleep(0.05)
        threads.append(current_thread().name)

    async with app.run_test():
        workers = [app.run_worker(work, thread=True) for _ in range(12)]
        await app.workers.wait_for_complete(workers)
    assert len(threads) == 12
    assert len(set(threads)) == BESIDE
