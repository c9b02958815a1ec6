"""Work beside the drawing: the newest request wins, and answers belong to their requests."""

import threading

import pytest

from game.ui.stage.background import Newest


def test_requests_that_were_overtaken_are_never_worked_on() -> None:
    begun, may_go_on, told = threading.Event(), threading.Event(), threading.Semaphore(0)
    worked_on: list[int] = []

    def work(request: int) -> int:
        worked_on.append(request)
        begun.set()
        may_go_on.wait(10)
        return request * request

    newest = Newest(work, told.release)
    newest.ask(1)
    assert begun.wait(10)
    for request in (2, 3, 4):
        newest.ask(request)
    may_go_on.set()
    assert told.acquire(timeout=10)
    assert told.acquire(timeout=10)
    assert worked_on == [1, 4]
    assert newest.take() == (4, 16)
    assert newest.take() is None
    newest.close()


def test_an_answer_comes_with_the_request_it_belongs_to() -> None:
    told = threading.Semaphore(0)
    newest = Newest(lambda request: request + "!", told.release)
    for request in ("a", "b", "c"):
        newest.ask(request)
        assert told.acquire(timeout=10)
        assert newest.take() == (request, request + "!")
    newest.close()


def test_work_that_fails_is_heard_of_once_and_the_next_request_is_answered() -> None:
    told = threading.Semaphore(0)
    newest = Newest(lambda request: 1 // request, told.release)
    newest.ask(0)
    assert told.acquire(timeout=10)
    with pytest.raises(ZeroDivisionError):
        newest.take()
    newest.ask(1)
    assert told.acquire(timeout=10)
    assert newest.take() == (1, 1)
    newest.close()
