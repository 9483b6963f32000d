"""A clock for an edit: it counts down if somebody starts it, and nothing happens when it stops: `clock`."""

from __future__ import annotations

import asyncio
from typing import Any

from kit.errors import KitError, type_in_words

MOST_MINUTES = 60
TICK = 1.0  # seconds
OVER = "Time’s up. Finish the word you’re on, and stop."


def clock(minutes: float = 5) -> Any:
    """A clock that counts down from so many minutes once its button is pressed. Nothing is locked when it stops.

    Takes a number of minutes, up to 60. Raises KitError, in a sentence, if it is given something else.
    """
    import ipywidgets

    from kit.lessons.boxes import boxed

    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 < minutes <= MOST_MINUTES:
        given = minutes if isinstance(minutes, int | float) else type_in_words(minutes)
        raise KitError(f"clock needs a number of minutes up to {MOST_MINUTES}, not {given}, as in clock(5).")
    seconds = round(60 * minutes)
    button = ipywidgets.Button(description="Start the clock", button_style="primary")
    face = ipywidgets.HTML(left(seconds))

    async def run() -> None:
        for rest in range(seconds - 1, -1, -1):
            await asyncio.sleep(TICK)
            face.value = left(rest)
        button.disabled = False

    def start(_: object) -> None:
        button.disabled = True
        button.running = asyncio.ensure_future(run())  # the button keeps it from being forgotten

    button.on_click(start)
    return boxed(ipywidgets.HBox([button, face]))


def left(seconds: int) -> str:
    """What the clock says.

    >>> left(299), left(0)[:5]
    ('<b>4:59</b>', 'Time’s up.')
    """
    return f"<b>{seconds // 60}:{seconds % 60:02}</b>" if seconds else OVER
