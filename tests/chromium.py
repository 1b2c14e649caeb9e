"""A headless Chromium, spoken to over its debugging pipe: no library between, no port open."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--remote-debugging-pipe",
)  # fmt: skip
ON_PIPES = "import os, sys; a, b, *rest = sys.argv[1:]; os.dup2(int(a), 3); os.dup2(int(b), 4); os.execv(rest[0], rest)"
"""Chromium reads commands from descriptor 3 and writes answers to 4."""

DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
"""Kept when what came on the screen is laid out."""


class Tab:
    """A page in the browser."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session
        self.file = Path()

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The browser's answer to a command of its debugging protocol."""
        return self.browser.call(method, self.session, **params)

    def open(self, file: Path) -> None:
        """Loads a file and waits until it stands."""
        self.browser.events.clear()
        self.file = file
        self.call("Page.navigate", url=file.as_uri())
        self.browser.until("Page.loadEventFired")

    def run(self, code: str) -> Any:
        """The value of a JavaScript expression, a promise's too."""
        answer = self.call("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", str(answer)))
        return answer["result"].get("value")

    def press(self, *keys: str) -> None:
        """Types keys as a person would."""
        codes = {"Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, " ": 32}
        for key in keys:
            text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
            rest = {"windowsVirtualKeyCode": codes[key]} if key in codes else {}
            self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, **rest)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=key, **rest)

    def point(self, selector: str) -> None:
        """Brings the pointer over an element."""
        x, y = self._middle(selector)
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, selector: str) -> None:
        """Presses and lets go over an element."""
        x, y = self._middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def settle(self) -> None:
        """Waits until what was done has been drawn, and its events have been handled."""
        self.run(DRAWN)

    def _middle(self, selector: str) -> tuple[float, float]:
        found = self.run(
            f"(async () => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            f" await {DRAWN}; const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        )
        return found[0], found[1]

    def screen(self, width: int, height: int, *, mobile: bool = False, dark: bool = False) -> None:
        """Makes the window so large, and tells the page of what kind it is."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        self.call("Emulation.setTouchEmulationEnabled", enabled=mobile)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", features=features)

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Writes what is seen as PNG."""
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(answer["data"]))


class Browser:
    """A running Chromium; what it reports by itself is in `events`."""

    def __init__(self, write: int, read: int) -> None:
        self.write, self.read, self.number, self.rest = write, read, 0, b""
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        self.number += 1
        command: dict[str, Any] = {"id": self.number, "method": method, "params": params}
        if session:
            command["sessionId"] = session
        os.write(self.write, json.dumps(command).encode() + b"\0")
        while (message := self._next()).get("id") != self.number:
            self.events.append(message)
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        return dict(message["result"])

    def until(self, method: str) -> None:
        """Waits for an event."""
        while not any(event.get("method") == method for event in self.events):
            self.wait()

    def wait(self) -> None:
        """Waits for whatever is reported next."""
        self.events.append(self._next())

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            data = os.read(self.read, 1 << 16)
            if not data:
                raise RuntimeError("the browser is gone")
            self.rest += data
        message, _, self.rest = self.rest.partition(b"\0")
        return dict(json.loads(message))

    def tab(self) -> Tab:
        """A new empty page, of which everything that goes wrong or is loaded is an event."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable", session)
        return Tab(self, session)


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """A browser with a fresh profile in the folder `profile`, gone at the end."""
    (read_commands, write), (read, write_answers) = (_pipe(), _pipe())
    command = [sys.executable, "-c", ON_PIPES, str(read_commands), str(write_answers), str(PROGRAM), *FLAGS]
    with subprocess.Popen(
        [*command, f"--user-data-dir={profile}", "about:blank"],
        pass_fds=(read_commands, write_answers),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(read_commands)
        os.close(write_answers)
        browser = Browser(write, read)
        try:
            yield browser
        finally:
            try:
                browser.call("Browser.close")
                process.wait(5)
            except (RuntimeError, OSError, subprocess.TimeoutExpired):
                process.kill()
            os.close(write)
            os.close(read)


def _pipe() -> tuple[int, int]:
    """Both ends of a pipe, with numbers that are out of the way of 3 and 4."""
    low = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low)
    for end in low:
        os.close(end)
    return high[0], high[1]
