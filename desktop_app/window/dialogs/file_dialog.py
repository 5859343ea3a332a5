"""The dialogs that ask for a file: where they begin, and the words that Qt leaves in English."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget


class _Kinds(QFileIconProvider):
    """Names kinds of files in the interface's language: the system's words are its locale's."""

    def type(self, info: QFileInfo) -> str:
        if info.isDir():
            return _tr("文件夹")
        suffix = info.suffix().upper()
        return _tr("{suffix} 文件").format(suffix=suffix) if suffix else _tr("文件")


def make(parent: QWidget, title: str, folder: Path) -> QFileDialog:
    """Return the system's own dialog, or Qt's in our words, that begins in `folder`."""
    dialog = QFileDialog(parent, title, str(folder))
    # Qt translates these under another name than it asks for them by.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _tr("文件夹："))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _tr("格式："))
    kinds = _Kinds()
    dialog.setIconProvider(kinds)
    # The dialog does not keep it.
    dialog.finished.connect(lambda _code, _kinds=kinds: None)
    return dialog


def ask_where_to_save(
    parent: QWidget, title: str, suggested: Path, then: Callable[[Path], None]
) -> None:
    """Ask for a file of one format, without waiting; `then` is called with it.

    The format is what the suffix of `suggested` says.
    """
    form = suggested.suffix.removeprefix(".")
    dialog = make(parent, title, suggested.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{form.upper()} (*.{form})")
    dialog.setDefaultSuffix(form)
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def folder_to_begin_in(last: str) -> Path:
    """Return the folder used last if it is there still, else the user's documents."""
    if last and Path(last).is_dir():
        return Path(last)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    return folder if folder.is_dir() else Path.home()


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileDialog", text)
