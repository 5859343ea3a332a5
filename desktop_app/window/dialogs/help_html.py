"""The help and the imprint of the program as HTML that Qt's rich text understands."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

import desktop_app
from desktop_app.services import helping
from desktop_app.services.appearance import Theme
from desktop_app.system import language, paths
from desktop_app.window.actions import SPECS


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def style(theme: Theme) -> str:
    """Return the style sheet of a page."""
    return f"""
h1 {{ color: {theme.heading}; font-size: 20px; }}
h2 {{ color: {theme.heading}; font-size: 16px; margin-top: 18px; margin-bottom: 4px; }}
p {{ color: {theme.text}; line-height: 150%; margin-top: 4px; margin-bottom: 6px; }}
td {{ color: {theme.text}; padding: 4px 14px 4px 0; }}
td.key {{ color: {theme.accent}; white-space: pre; }}
"""


def help_page() -> str:
    """Return the help: sections of the language that is spoken, keys as they are."""
    parts = []
    for section in helping.sections(language.preferred()):
        rows = (*_shortcuts(), *section.rows) if section.shows_shortcuts else section.rows
        lines = "".join(f"<p>{escape(line)}</p>" for line in section.lines)
        parts.append(f"<h2>{escape(section.title)}</h2>{lines}{_table(rows)}")
    return "".join(parts)


def about_page() -> str:
    """Return name, version, licence, and what the program is made with."""
    head = _tr("统计公报浏览器")
    version = _tr("版本 {version}").format(version=desktop_app.__version__)
    what = _tr("离线阅读、检索、核对与引用统计公报。不连接网络，资料只存在这台电脑上。")
    licence = _tr("以 MIT 许可证发布。© 2026 The Gongbao developers")
    made_with = _tr("用到的软件及其许可证")
    rows = [(f"{part.name} {part.version}".strip(), part.licence) for part in helping.components()]
    lines = "".join(f"<p>{escape(line)}</p>" for line in (version, what, licence))
    parts = f"<h1>{escape(head)}</h1>{lines}<h2>{escape(made_with)}</h2>{_table(rows)}"
    folder = paths.licences()
    if folder is None:
        return parts
    where = _tr("全部组成部分的清单（SBOM）、许可证全文，以及怎样换用自己生成的 Qt：{folder}")
    return f"{parts}<p>{escape(where.format(folder=folder))}</p>"


def _shortcuts() -> list[tuple[str, str]]:
    """Return every key of an action with what it does."""
    return [
        ("   ".join(spec.shortcuts), QCoreApplication.translate("Actions", spec.text))
        for spec in SPECS.values()
        if spec.shortcuts
    ]


def _table(rows: Sequence[tuple[str, str]]) -> str:
    if not rows:
        return ""
    cells = "".join(
        f'<tr><td class="key">{escape(written)}</td><td>{escape(meaning)}</td></tr>'
        for written, meaning in rows
    )
    return f'<table cellspacing="0">{cells}</table>'
