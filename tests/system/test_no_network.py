"""Nothing of the program reaches for a network: strace sees every socket, a counter every packet.

It runs where there is no network but one that leads nowhere and counts what is sent into it, so
that it also shows that none is missed. The checkout is tried, and the portable archive where
`dist` has one.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.system import paths
from tests.conftest import BUNDLED
from tests.end2end import desktop
from tests.end2end.desktop import Program, screen, session_bus, until
from tests.system.packages.machine import DIST

pytestmark = pytest.mark.system

_ROOT = Path(__file__).parents[2]
_ARCHIVES = sorted(DIST.glob("gongbao-*-linux-x86_64.tar.xz"))
_TITLE = "统计公报"
_SECONDS = 120
_TOOLS = ("strace", "unshare", "ip", "dbus-daemon")
_NOWHERE = """ip link set lo up
ip address add 192.0.2.2/32 dev lo
ip route add default dev lo src 192.0.2.2"""
# Unnamed pairs are within one process; the rest is local to the computer.
_FAMILY = re.compile(r"\b(?:socket|socketpair)\((\w+)")
_PEER = re.compile(r"\b(?:connect|bind|sendto)\(\d+.*?sun_path=(@?\"[^\"]*\")")
_EXPECTED = {
    "the display": re.compile(r'^@?"/tmp/\.X11-unix/X\d+"$'),
    "the session's or the system's bus": re.compile(
        r'^@?"(/tmp/dbus-\w+|/.*/(system_)?bus(_socket)?)"$'
    ),
    "the place of single starts": re.compile(r'^"/.*/gongbao-[0-9a-f]{8}\.sock"$'),
    "accessibility": re.compile(r'^"/.*/at-spi/bus.*"$'),
    # Asked by the C library for the user's name, whatever the program.
    "names of users": re.compile(r'^"/(var/)?run/nscd/socket"$'),
}


def missing_tools() -> str:
    """Return a sentence that says what to install; empty where nothing is missing."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        packages = "strace util-linux iproute2 dbus-daemon"
        return f"sockets are watched: apt install {packages} ({missing})"
    return desktop.missing_tools()


def cut_off() -> list[str]:
    """Return the command in front of one that is to run without a network, and end with it.

    Every address leads to the loopback device, which counts and answers for none but its own.
    """
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    alone = ["unshare", *as_root, "--net", "--pid", "--fork", "--kill-child"]
    return [*alone, "sh", "-euc", f'{_NOWHERE}; exec "$@"', "sh"]


def packets(process: int) -> int:
    """Return how many packets were sent where the process `process` of `cut_off` runs."""
    lines = Path(f"/proc/{process}/net/dev").read_text(encoding="ascii").splitlines()
    counted = {line.split(":")[0].strip(): line.split(":")[1].split() for line in lines[2:]}
    assert set(counted) >= {"lo"}
    # Eight columns of what came in; then the bytes and the packets that went out.
    return sum(int(columns[9]) for columns in counted.values())


def watched(trace: Path, command: list[str]) -> list[str]:
    """Return `command`, with its processes' sockets written to `trace`."""
    calls = "trace=socket,socketpair,connect,bind,sendto,sendmsg,listen"
    return ["strace", "-f", "-qq", "-s", "200", "-e", calls, "-o", str(trace), *command]


def unexpected(trace: str) -> list[str]:
    """Return the lines of a trace that are about anything but what `_EXPECTED` names."""
    bad = []
    for line in trace.splitlines():
        family, peer = _FAMILY.search(line), _PEER.search(line)
        is_foreign = family is not None and family[1] not in ("AF_UNIX", "AF_LOCAL")
        is_elsewhere = "sa_family=" in line and "sa_family=AF_UNIX" not in line
        is_unknown = peer is not None and not any(
            known.match(peer[1]) for known in _EXPECTED.values()
        )
        if is_foreign or is_elsewhere or is_unknown:
            bad.append(line)
    return bad


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    missing = missing_tools()
    if missing:
        pytest.fail(missing)
    with screen() as shown, session_bus(shown) as joined:
        yield joined


@pytest.fixture(params=["checkout", *(archive.name for archive in _ARCHIVES)])
def command(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """How the program is started: from the checkout, and as it was packed."""
    if request.param == "checkout":
        return [sys.executable, "-m", "desktop_app"]
    folder = tmp_path / "公报 程序"
    folder.mkdir()
    subprocess.run(["tar", "-xf", DIST / request.param, "-C", folder], check=True)
    (unpacked,) = folder.iterdir()
    return [str(unpacked / "gongbao")]


def test_no_socket_but_to_the_desktop(
    environment: dict[str, str], command: list[str], tmp_path: Path
) -> None:
    file, home = tmp_path / "另一份 公报.txt", tmp_path / "用户"
    file.write_bytes((paths.data() / "bulletins" / BUNDLED / "source.txt").read_bytes())
    home.mkdir()
    traces = tmp_path / "first.trace", tmp_path / "second.trace"
    first = Program(environment, home, command=[*cut_off(), *watched(traces[0], command)])
    try:
        first.wait_for_window(_TITLE)
        first.press("ctrl+k")
        first.type_text("GDP")
        first.press("Return", "F1")
        # The window listens by now, and reads the file in a process of its own.
        again = Program(
            environment, home, "open", file, command=[*cut_off(), *watched(traces[1], command)]
        )
        assert again.process.wait(_SECONDS) == 0
        again.end()
        until(lambda: len(first.windows()) > 1, "the window of the file")
        sent = packets(first.process.pid)
    finally:
        first.end()
    seen = [trace.read_text(encoding="utf-8") for trace in traces]
    assert [unexpected(trace) for trace in seen] == [[], []]
    assert sent == 0
    assert ".X11-unix" in seen[0], "what is watched is the program"
    assert all(re.search(r"gongbao-[0-9a-f]{8}\.sock", trace) for trace in seen)


def test_a_socket_to_a_network_would_be_seen(tmp_path: Path) -> None:
    """The watch is no good if it is blind."""
    trace = tmp_path / "trace"
    ask = "import socket; socket.socket(socket.AF_INET).connect_ex(('192.0.2.2', 80)); input()"
    command = [*cut_off(), *watched(trace, [sys.executable, "-c", ask])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=_ROOT) as asking:
        until(lambda: packets(asking.pid) > 0, "the packets to be counted")
        asking.communicate(b"\n")
    lines = unexpected(trace.read_text(encoding="utf-8"))
    assert [line.split()[1].partition("(")[0] for line in lines] == ["socket", "connect"]
