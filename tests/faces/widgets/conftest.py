"""Forms rendered without a kernel or a browser: find a box by its label, fill it, and look at the disk."""

from datetime import UTC, datetime

import ipywidgets
import pytest
import reacton

from workbench.desk.enquiry import new_enquiry, open_enquiry


class Screen:
    """A rendered form and ways to use it as a person would."""

    def __init__(self, element):
        self.box, self.rc = reacton.render(element, handle_error=False)

    def of(self, kind):
        found = []

        def walk(widget):
            if isinstance(widget, kind) and widget not in found:
                found.append(widget)
            for child in getattr(widget, "children", ()):
                walk(child)

        walk(self.box)
        return found

    def field(self, label, number=0):
        boxes = self.of((ipywidgets.Text, ipywidgets.Textarea, ipywidgets.Dropdown, ipywidgets.Checkbox, ipywidgets.Password))
        return [box for box in boxes if box.description == label][number]

    def fill(self, label, value, number=0):
        self.field(label, number).value = value

    def press(self, label, number=0):
        [button for button in self.of(ipywidgets.Button) if button.description == label][number].click()

    def buttons(self):
        return [button.description for button in self.of(ipywidgets.Button)]

    def words(self):
        return "\n".join(box.value for box in self.of(ipywidgets.HTML) if "<style>" not in box.value)

    def close(self):
        self.rc.close()


@pytest.fixture
def screen():
    screens = []

    def show(element):
        screens.append(Screen(element))
        return screens[-1]

    yield show
    for one in screens:
        one.close()


@pytest.fixture
def clock():
    return lambda: datetime(2026, 9, 14, 8, 30, tzinfo=UTC)


@pytest.fixture
def ws(tmp_path, clock, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DATA_HOME", str(tmp_path / "home"))
    return new_enquiry(tmp_path / "Place value", "Place value", clock=clock)


@pytest.fixture
def reopened(ws):
    """Read the enquiry again from the disk, as another process would."""
    return lambda: open_enquiry(ws.path, clock=ws.clock)
