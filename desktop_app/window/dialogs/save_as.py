"""Where to save an export, and in which format: the system's own dialog."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.exported import Format
from desktop_app.window.dialogs import file_dialog

Chosen = Callable[[Path, Format], None]


def ask(
    parent: QWidget, title: str, suggested: Path, forms: Sequence[Format], then: Chosen
) -> None:
    """Ask for a file, without waiting; `then` is called with it and its format.

    `suggested` has no suffix. The format is what the name's suffix says, or the one chosen.
    """
    dialog = file_dialog.make(parent, title, suggested.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    filters = {_filter(form): form for form in forms}
    dialog.setNameFilters(list(filters))

    def follow(chosen: str) -> None:
        dialog.setDefaultSuffix(filters[chosen].value)
        here = Path(next(iter(dialog.selectedFiles()), str(suggested)))
        stem = here.stem if here.suffix.removeprefix(".") in set(Format) else here.name
        dialog.selectFile(f"{stem or suggested.name}.{filters[chosen].value}")

    def accept() -> None:
        files = dialog.selectedFiles()
        if files:
            then(*_meant(Path(files[0]), forms, filters[dialog.selectedNameFilter()]))

    dialog.filterSelected.connect(follow)
    dialog.accepted.connect(accept)
    dialog.finished.connect(dialog.deleteLater)
    dialog.setDefaultSuffix(forms[0].value)
    dialog.selectFile(f"{suggested.name}.{forms[0].value}")
    dialog.open()


def _meant(path: Path, forms: Sequence[Format], chosen: Format) -> tuple[Path, Format]:
    """Return the file and its format; a name that ends in none of them gets the chosen one."""
    suffix = path.suffix.removeprefix(".").lower()
    if suffix in {form.value for form in forms}:
        return path, Format(suffix)
    named = path.with_name(f"{path.name}.{chosen.value}")
    # The dialog asked about the name that was typed, not about this one.
    number = 2
    while named.exists():
        named = path.with_name(f"{path.name} ({number}).{chosen.value}")
        number += 1
    return named, chosen


def _filter(form: Format) -> str:
    names = {
        Format.XLSX: _tr("Excel 工作簿"),
        Format.CSV: _tr("CSV 表格"),
        Format.DOCX: _tr("Word 文档"),
        Format.HTML: _tr("网页（单个文件）"),
        Format.PDF: _tr("PDF 文档"),
    }
    return f"{names[form]} (*.{form.value})"


def _tr(text: str) -> str:
    return QCoreApplication.translate("SaveAs", text)
