"""What a button asks is done after the letters that were typed before it."""

import asyncio

from workbench.faces.widgets import plain


def test_letters_that_arrive_just_after_the_click_are_there_when_the_button_works():
    seen = []

    async def click_then_letters():
        typed = ["a quest"]
        plain.after_the_last_letters(lambda: seen.append(typed[0]))
        await asyncio.sleep(0)
        typed[0] = "a question"
        await asyncio.sleep(plain.OVERTAKE * 2)

    asyncio.run(click_then_letters())
    assert seen == ["a question"]


def test_where_no_loop_runs_the_button_works_at_once():
    seen = []
    plain.after_the_last_letters(lambda: seen.append(1))
    assert seen == [1]
