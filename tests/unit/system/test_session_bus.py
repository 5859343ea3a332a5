"""The session bus, where there is none; with one it is tried beside an input method."""

import pytest

from desktop_app.system.session_bus import SessionBus


def test_where_there_is_no_bus_that_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    with pytest.raises(OSError, match=r"bus"):
        SessionBus(patience_seconds=1)
