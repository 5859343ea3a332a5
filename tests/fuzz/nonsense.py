"""Files that nobody would write: they are read in time, or refused with a message."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

from tests.fuzz import invented

_DEPTH = 20_000
_LARGE = 5_000_000


def _random_bytes(random: Random) -> bytes:
    return random.randbytes(random.randint(0, 5000))


def _random_gbk(random: Random) -> bytes:
    """Return bytes of GBK's lead and trail range, with some of ASCII."""
    usual = [*range(0xB0, 0xD8), *range(0xA1, 0xFF), 0x20, 0x0A, 0x2E, *range(0x30, 0x3A)]
    return bytes(random.choices(usual, k=random.randint(0, 5000)))


def _random_text(random: Random) -> bytes:
    """Return characters of every kind that the readers look at, in any order."""
    pieces = (
        "全年增长市，。、；：（）()《》“”<>[]|#*-—?？!%‰0123456789.,\t\n \u3000\xa0\ufffd\ue491qū"
    )
    return "".join(random.choices(pieces, k=random.randint(0, 3000))).encode()


def _shuffled(random: Random) -> bytes:
    """Return a bulletin with stretches of its bytes cut out, doubled and swapped."""
    data = bytearray(invented.bulletin(random, 3).encode(random.choice(("utf-8", "gbk"))))
    for _ in range(random.randint(1, 12)):
        at, length = random.randrange(len(data)), random.randint(1, 40)
        piece = data[at : at + length]
        data[at : at + length] = random.choice((b"", piece + piece, piece[::-1], b"?" * length))
    return bytes(data)


# Each makes the bytes of a small file.
SMALL: Mapping[str, Callable[[Random], bytes]] = {
    "random bytes": _random_bytes,
    "random GBK": _random_gbk,
    "random text": _random_text,
    "shuffled bulletins": _shuffled,
}


def large() -> Iterator[tuple[str, str, bytes]]:
    """Yield the name, the suffix and the bytes of files that are large or deep."""
    yield "digits", ".txt", b"1" * _LARGE
    yield "digits and points", ".txt", b"1.2," * (_LARGE // 4)
    yield "numerals", ".txt", "一二三".encode() * (_LARGE // 90)
    yield "marks of lost bytes", ".txt", ("增长?!" * 100_000).encode()
    yield "lost bytes", ".txt", ("全年确?!岸蟆逼陂g增长。" * 2000).encode()
    yield "parentheses", ".txt", ("（" * _DEPTH + "增长" + "）" * _DEPTH).encode()
    yield "open parentheses", ".txt", ("(" * _DEPTH * 5).encode()
    yield "quotations", ".txt", ("“《" * _DEPTH).encode()
    yield "tags", ".html", b"<div>" * _DEPTH + "增长3%".encode() + b"</div>" * _DEPTH
    yield "tables", ".html", b"<table><tr><td>" * 2000 + "增长3%".encode()
    yield "open tags in text", ".txt", b"<span style=display:none " * _DEPTH
    yield "quotes", ".md", (">" * _DEPTH + "增长3%\n" + "> " * _DEPTH).encode()
    yield "lists", ".md", "".join(f"{' ' * n}- 增长{n}%\n" for n in range(2000)).encode()
    yield "bars", ".md", ("|" * _DEPTH + "\n" + "|-" * _DEPTH + "\n" + "|1" * _DEPTH).encode()
    yield "glosses", ".txt", ("區" + "(qū)" * _DEPTH).encode()
    yield "spaces", ".txt", ("粮" + " " * _LARGE + "1").encode()
    yield "lines", ".txt", b"\n" * _LARGE
    yield "short lines", ".txt", "增\n".encode() * 200_000
