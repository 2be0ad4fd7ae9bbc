"""What the driver needs of Textual is still there, and still as it was."""

from __future__ import annotations

import inspect

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from cablereader.app.terminal.driver import TerminalDriver
from cablereader.app.terminal.leaving import RESTORE

OVERRIDDEN = {
    "start_application_mode",
    "disable_input",
    "close",
    "write",
    "flush",
    "run_input_thread",
    "process_message",
}


def source(thing: object) -> str:
    return inspect.getsource(thing)  # type: ignore[arg-type]


def test_textual_calls_what_the_driver_overrides() -> None:
    assert all(callable(getattr(LinuxDriver, name)) for name in OVERRIDDEN)
    assert set(vars(TerminalDriver)) >= OVERRIDDEN
    assert "driver_class" in inspect.signature(App).parameters
    assert "self.run_input_thread()" in source(LinuxDriver._run_input_thread)
    assert "self._driver.flush()" in source(App._display)


def test_textual_keeps_what_the_driver_uses() -> None:
    init = source(LinuxDriver.__init__) + source(Driver.__init__)
    for name in (
        "fileno",
        "exit_event",
        "attrs_before",
        "_key_thread",
        "_loop",
        "_app",
    ):
        assert f"self.{name}" in init
    assert "signal.signal(signal.SIGTSTP" in init
    assert "signal.signal(signal.SIGCONT" in init
    assert "signal.signal(signal.SIGWINCH" in source(LinuxDriver.start_application_mode)
    assert isinstance(constants.ESCAPE_DELAY, float)
    assert XTermParser().terminal_size is None


def test_all_modes_that_textual_sets_are_reset() -> None:
    ours = "".join(RESTORE)
    for method in (
        LinuxDriver._enable_mouse_support,
        LinuxDriver._enable_bracketed_paste,
        LinuxDriver._enable_in_band_window_resize,
        LinuxDriver._enable_mouse_pixels,
    ):
        for line in source(method).splitlines():
            if 'write("\\x1b[?' in line and not line.strip().startswith("#"):
                mode = line.split("[?")[1].split("h")[0]
                assert f"\x1b[?{mode}l" in ours
