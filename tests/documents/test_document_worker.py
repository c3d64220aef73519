"""Documents are made beside the event loop, a few at a time, and nobody waits for ever."""

import asyncio
import threading
from time import perf_counter

import pytest

from documents.expert_sheet import render_docx, render_pdf
from documents.worker import DocumentLate, DocumentsBusy, DocumentWorker
from tests.documents.reading import WORDS
from tests.documents.source_form import filled_sheet


async def test_makes_documents_at_the_same_time():
    async with DocumentWorker() as worker:
        files = await asyncio.gather(*(worker.run(render_docx, filled_sheet(), WORDS) for _ in range(4)))
        assert len({*files}) == 1
        assert (await worker.run(render_pdf, filled_sheet(), words=WORDS)).startswith(b"%PDF")


async def test_refuses_what_does_not_fit_the_queue_and_recovers():
    gate = threading.Event()
    async with DocumentWorker(threads=1, waiting=1) as worker:
        jobs = [asyncio.create_task(worker.run(gate.wait)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(DocumentsBusy):
            await worker.run(gate.wait)
        gate.set()
        assert await asyncio.gather(*jobs) == [True, True]
        assert await worker.run(gate.wait)


async def test_late_document_is_not_waited_for_and_keeps_its_place_until_it_ends():
    gate = threading.Event()
    async with DocumentWorker(threads=1, waiting=0, timeout=0.05) as worker:
        with pytest.raises(DocumentLate):
            await worker.run(gate.wait)
        with pytest.raises(DocumentsBusy):
            await worker.run(gate.wait)
        gate.set()
        async with asyncio.timeout(5):
            while True:
                try:
                    assert await worker.run(lambda: "made") == "made"
                    break
                except DocumentsBusy:
                    await asyncio.sleep(0)


async def test_error_of_a_document_reaches_its_asker():
    async with DocumentWorker() as worker:
        with pytest.raises(ZeroDivisionError):
            await worker.run(lambda: 1 / 0)
        assert await worker.run(lambda: 1) == 1


async def test_close_ends_what_is_being_made_and_drops_what_waits():
    gate, begun = threading.Event(), threading.Event()

    def make() -> str:
        begun.set()
        gate.wait()
        return "made"

    worker = DocumentWorker(threads=1)
    running, waiting = (asyncio.create_task(worker.run(make)) for _ in range(2))
    await asyncio.to_thread(begun.wait)
    closing = asyncio.create_task(worker.close())
    with pytest.raises(asyncio.CancelledError):
        await waiting
    gate.set()
    await closing
    assert await running == "made"
    with pytest.raises(RuntimeError):
        await worker.run(make)


async def test_event_loop_stays_awake(capsys: pytest.CaptureFixture[str]):
    worst = 0.0
    async with DocumentWorker() as worker:
        jobs = asyncio.gather(
            *(worker.run(render, filled_sheet(), WORDS) for render in (render_docx, render_pdf) for _ in range(6))
        )
        while not jobs.done():
            started = perf_counter()
            await asyncio.sleep(0)
            worst = max(worst, perf_counter() - started)
        await jobs
    with capsys.disabled():
        print(f"\nlongest pause of the loop while 12 documents were made: {worst * 1000:.0f} ms", end="")
