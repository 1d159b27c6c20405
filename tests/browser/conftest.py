"""A private JupyterLab and a real Chromium. Without Chromium these tests are skipped, loudly, or fail where they are required."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

TOKEN = "a-token-for-tests"
SLOW = 30_000  # milliseconds; a busy machine is no fault


def find_chromium() -> str | None:
    return next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


class Lab:
    """One server on one folder; ``url(path)`` opens a file of it."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port = one.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = home / "lab.log"
        own = {
            "HOME": home,
            "XDG_STATE_HOME": home / "state",
            "JUPYTER_CONFIG_DIR": home / "config",
            "JUPYTER_DATA_DIR": home / "data",
            "JUPYTER_RUNTIME_DIR": home / "runtime",
            "IPYTHONDIR": home / "ipython",
            "JUPYTERLAB_SETTINGS_DIR": home / "settings",
            "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
            "WORKBENCH_DATA_HOME": home / "class-lists",
        }
        options = [
            "--no-browser",
            "--LabApp.expose_app_in_browser=True",
            f"--ServerApp.port={self.port}",
            "--ServerApp.port_retries=0",
            f"--IdentityProvider.token={TOKEN}",
        ]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workbench", "lab", str(folder), "--", *options],
                env={**os.environ, **{name: str(value) for name, value in own.items()}},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.wait()

    def wait(self) -> None:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{self.base}/api/status?token={TOKEN}").close()
                return
            except (urllib.error.URLError, ConnectionError):
                assert self.process.poll() is None, self.log.read_text()
                time.sleep(0.05)
        raise AssertionError(self.log.read_text())

    def url(self, path: str = "") -> str:
        tree = f"/tree/{path}" if path else ""
        return f"{self.base}/lab{tree}?token={TOKEN}&reset"

    def kernels(self) -> list[int]:
        """Return the process ids of the kernels that this server started."""
        found = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False)
        return [int(line.split()[0]) for line in found.stdout.splitlines() if "ipykernel_launcher" in line]

    def kill_kernels(self) -> None:
        for pid in self.kernels():
            os.kill(pid, signal.SIGKILL)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@pytest.fixture(scope="session")
def chromium() -> str:
    found = find_chromium()
    if found is None:
        words = "NO CHROMIUM FOUND: the browser tests did not run. Install it (apt install chromium) and run them again."
        if os.environ.get("WORKBENCH_REQUIRE_BROWSER") == "1":
            pytest.fail(words)
        sys.stderr.write(f"\n*** {words} ***\n")
        pytest.skip(words)
    return found


# Not for the whole session: Playwright keeps an event loop running in this thread until it is stopped, and a form
# that finds a running loop puts its work off, so that tests without a browser in the same process would wait in vain.
@pytest.fixture(scope="module")
def browser(chromium):
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as play:
        one = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield one
        one.close()


@pytest.fixture
def lab(tmp_path: Path, chromium: str) -> Iterator[Lab]:
    folder, home = tmp_path / "enquiries", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    one = Lab(folder, home)
    yield one
    one.stop()


@pytest.fixture
def page(browser, request):
    context = browser.new_context(viewport={"width": 1280, "height": 960}, locale="en-GB")
    one = context.new_page()
    one.set_default_timeout(SLOW)
    one.outside = []
    one.on("request", lambda asked: None if re.match(r"(http|ws)://127\.0\.0\.1|data:|blob:", asked.url) else one.outside.append(asked.url))
    yield one
    if os.environ.get("WORKBENCH_SHOTS"):
        one.screenshot(path=str(Path(os.environ["WORKBENCH_SHOTS"]) / f"last-{request.node.name}.png"))
    context.close()


@pytest.fixture
def shot(page):
    """Take a picture where WORKBENCH_SHOTS names a folder."""

    def take(name: str) -> None:
        if os.environ.get("WORKBENCH_SHOTS"):
            page.screenshot(path=str(Path(os.environ["WORKBENCH_SHOTS"]) / f"{name}.png"))

    return take


@pytest.fixture
def until():
    """Wait until something is true: what is on the disk has no event to wait for."""

    def wait(seen, seconds: float = 20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if seen():
                return
            time.sleep(0.05)
        raise AssertionError("it did not come about in time")

    return wait
