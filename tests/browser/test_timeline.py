"""The timeline typed in a real browser, with the kernel killed half way."""

from urllib.parse import quote

import pytest

from workbench.desk.answers import put_many
from workbench.desk.enquiry import open_enquiry
from workbench.desk.start import start
from workbench.words.labels import CHOICES, label_of
from workbench.words.screens import FORM, STAGES
from workbench.words.timeline import GRADE, SCREEN

TERMS = [("Autumn, first half", "02/09/2030", "18/10/2030"), ("Autumn, second half", "28/10/2030", "20/12/2030")]
ROWS = [
    ("Place value test", "baseline", "09/09/2030"),
    ("Books of five pupils", "baseline", "11/09/2030"),
    ("Place value test", "short_term", "22/10/2030"),
    ("Books of five pupils", "short_term", "05/12/2030"),
]


def label(*names):
    return label_of("plan", *names).label


@pytest.fixture
def enquiry(lab):
    ws = start(lab.folder / "Talk", title="Talk")
    measures = [
        {"id": "test", "title": "Place value test", "highest": "40", "minutes": "20"},
        {"id": "books", "title": "Books of five pupils", "kind": "work_sample", "method": "described_in_words", "minutes": "0"},
    ]
    put_many(ws, {"plan": {"measures": measures, "before_on": "09/09/2030", "after_on": "05/12/2030"}})
    return ws


def test_the_timeline_is_typed_while_the_kernel_dies_and_comes_back(lab, page, enquiry, shot, until):
    page.set_viewport_size({"width": 1280, "height": 3600})

    def kept():
        return open_enquiry(enquiry.path).record.plan

    def ready():
        page.get_by_role("heading", name=STAGES["planning"].title, exact=True).wait_for()
        page.get_by_role("button", name=SCREEN["calendar"]).wait_for()

    def add(what):
        page.get_by_role("button", name=FORM["add"].format(what=label(what).lower()), exact=True).click()

    def box(name, number):
        return page.get_by_label(label(*name), exact=True).nth(number)

    def row(number):
        add("timeline")
        title, term, day = ROWS[number]
        box(("timeline", "measure"), number).select_option(title)
        box(("timeline", "term"), number).select_option(CHOICES[f"plan.timeline.term.{term}"])
        box(("timeline", "on"), number).fill(day)
        until(lambda: len(kept().timeline) == number + 1 and kept().timeline[number].on is not None)

    page.goto(lab.url(quote("Talk/2 Plan.ipynb")))
    ready()
    row(0)
    row(1)
    lab.kill_kernels()
    page.wait_for_timeout(1500)
    page.reload()
    ready()
    assert box(("timeline", "on"), 1).input_value() == "11/09/2030"
    row(2)
    row(3)
    for number, (name, first, last) in enumerate(TERMS):
        add("terms")
        for column, value in (("name", name), ("first", first), ("last", last)):
            box(("terms", column), number).fill(value)
        until(lambda number=number: len(kept().terms) == number + 1)
    page.get_by_text("That is a holiday in the terms you typed").wait_for()
    assert page.get_by_text(GRADE["ask"]).count() == 1
    picture = page.locator(".ew-timeline figure img")
    assert "22 October 2030: Place value test, soon after (a holiday)." in picture.get_attribute("alt")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    page.get_by_role("button", name=SCREEN["calendar"]).click()
    page.get_by_text("reports/calendar.ics").wait_for()
    assert (enquiry.path / "reports" / "calendar.ics").read_bytes().count(b"BEGIN:VEVENT") == 4
    shot("timeline-page")
    picture.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    shot("timeline")
    assert page.outside == []
