"""Work that may go wrong, done so that the teacher meets a sentence and never a traceback."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar

from workbench.errors import WorkbenchError
from workbench.words.screens import UNEXPECTED

T = TypeVar("T")
OVERTAKE = 0.2  # seconds; a click overtakes the last letters, which the browser holds back while earlier ones are on their way
PAUSE = 0.8  # seconds of quiet before an answer is read; a teacher's answer must be in within one second

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # without one, a warning would be printed into the teacher's notebook


def attempt(work: Callable[[], T]) -> tuple[T | None, str]:
    """Return what ``work`` gives and an empty string, or nothing and the sentence to show."""
    try:
        return work(), ""
    except WorkbenchError as problem:
        return None, str(problem)
    except Exception as problem:
        # The kind of the error and no more: its text might hold a pupil's name.
        _log.warning("unforeseen %s", type(problem).__name__)
        return None, UNEXPECTED.format(kind=type(problem).__name__)


def after_the_last_letters(work: Callable[[], object]) -> None:
    """Do what a button asks once the letters typed just before the click are here too; at once where no event loop runs."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        work()
    else:
        loop.call_later(OVERTAKE, work)


class Later:
    """Does work once its maker has been quiet for a moment; at once where no event loop runs.

    A notebook's kernel runs a loop; tests and scripts do not, and there nothing is put off.
    """

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._waiting: dict[str, tuple[asyncio.TimerHandle, Callable[[], object]]] = {}

    def call(self, key: str, work: Callable[[], object]) -> None:
        """Do ``work`` after the pause, in place of any earlier work under the same key."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            work()
            return
        if key in self._waiting:
            self._waiting.pop(key)[0].cancel()
        self._waiting[key] = (loop.call_later(self._pause, self._do, key), work)

    def flush(self, other_than: str = "") -> None:
        """Do at once what still waits: someone has moved on to another field, or pressed a button."""
        for key in [key for key in self._waiting if key != other_than]:
            self._do(key)

    def _do(self, key: str) -> None:
        handle, work = self._waiting.pop(key)
        handle.cancel()
        attempt(work)
