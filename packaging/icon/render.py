"""Render the icon in all sizes: `render.py FOLDER` writes NxN.png and gongbao.ico there.

The window's own picture, resources/icon/gongbao.png, is the size that `--window FILE` writes.
"""

import argparse
import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 256)
_WINDOW_SIZE = 128
_DRAWING = Path(__file__).with_name("gongbao.svg")


def png(size: int) -> bytes:
    """Return the icon as a PNG of `size` by `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(_DRAWING)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon that holds PNGs by size in pixels: a header, a directory, the PNGs."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    directory, body = b"", b""
    for size, picture in pictures.items():
        side = 0 if size == 256 else size
        directory += struct.pack(
            "<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset + len(body)
        )
        body += picture
    return head + directory + body


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--window", type=Path)
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    options.folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (options.folder / f"{size}x{size}.png").write_bytes(png(size))
    (options.folder / "gongbao.ico").write_bytes(ico({size: png(size) for size in _ICO_SIZES}))
    if options.window is not None:
        options.window.write_bytes(png(_WINDOW_SIZE))
    app.quit()


if __name__ == "__main__":
    main()
