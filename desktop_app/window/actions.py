"""Every action of the window: its words, its keys, and nothing of what it does."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget


class ActionId(StrEnum):
    """What the window can be asked to do."""

    SEARCH = "search"
    SEARCH_SELECTED = "search_selected"
    FIND = "find"
    NEXT_HIT = "next_hit"
    PREVIOUS_HIT = "previous_hit"
    NEXT_FIGURE = "next_figure"
    PREVIOUS_FIGURE = "previous_figure"
    NEXT_NOTE = "next_note"
    PREVIOUS_NOTE = "previous_note"
    HANS = "hans"
    HANT = "hant"
    SOURCE = "source"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual_size"
    THEME = "theme"
    COPY_VALUE = "copy_value"
    COPY_WITH_SOURCE = "copy_with_source"
    EXPORT = "export"
    EXPORT_TEXT = "export_text"
    EXPORT_CHAPTER = "export_chapter"
    EXPORT_FIGURES = "export_figures"
    EXPORT_SELECTED = "export_selected"
    EXPORT_HITS = "export_hits"
    EXPORT_FINDINGS = "export_findings"
    PRINT = "print"
    PRINT_CHAPTER = "print_chapter"
    BACK = "back"
    FORWARD = "forward"
    OPEN_FILE = "open_file"
    LIBRARY = "library"
    GO_TO = "go_to"
    BOOKMARK = "bookmark"
    ADD_NOTE = "add_note"
    SHOW_BOOKMARKS = "show_bookmarks"
    SHOW_FINDINGS = "show_findings"
    COPY_CHART = "copy_chart"
    SAVE_CHART_PNG = "save_chart_png"
    SAVE_CHART_SVG = "save_chart_svg"
    NEXT_PANE = "next_pane"
    PREVIOUS_PANE = "previous_pane"
    SETTINGS = "settings"
    HELP = "help"
    ABOUT = "about"
    QUIT = "quit"
    COPY_ROWS = "copy_rows"
    COPY_SENTENCE = "copy_sentence"
    COPY_PRINTED = "copy_printed"
    COPY_NUMBER = "copy_number"
    COPY_GROWTH = "copy_growth"
    COPY_TEMPLATE = "copy_template"
    COPY_SOURCE = "copy_source"
    COPY_GBT_2015 = "copy_gbt_2015"
    COPY_GBT_2025 = "copy_gbt_2025"
    CONTEXT_MENU = "context_menu"


class ActionSpec(Struct, frozen=True):
    """`text` is what a menu says, `label` what a small button shows."""

    text: str
    shortcuts: tuple[str, ...] = ()
    label: str = ""
    checkable: bool = False


SPECS: Mapping[ActionId, ActionSpec] = {
    ActionId.SEARCH: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "检索")), ("Ctrl+K",)),
    ActionId.SEARCH_SELECTED: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "检索所选")), ("Ctrl+Shift+K",)
    ),
    ActionId.FIND: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "在本公报中查找")), ("Ctrl+F",)),
    ActionId.NEXT_HIT: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "下一处")), ("F3",)),
    ActionId.PREVIOUS_HIT: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "上一处")), ("Shift+F3",)),
    ActionId.NEXT_FIGURE: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "下一个数据")), ("Alt+Down",)
    ),
    ActionId.PREVIOUS_FIGURE: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "上一个数据")), ("Alt+Up",)
    ),
    ActionId.NEXT_NOTE: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "下一个注释标记")), ("F7",)),
    ActionId.PREVIOUS_NOTE: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "上一个注释标记")), ("Shift+F7",)
    ),
    ActionId.HANS: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "简体")),
        ("Ctrl+1",),
        label=str(QT_TRANSLATE_NOOP("Actions", "简")),
        checkable=True,
    ),
    ActionId.HANT: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "繁体")),
        ("Ctrl+2",),
        label=str(QT_TRANSLATE_NOOP("Actions", "繁")),
        checkable=True,
    ),
    ActionId.SOURCE: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "原文")),
        ("Ctrl+3",),
        label=str(QT_TRANSLATE_NOOP("Actions", "原文")),
        checkable=True,
    ),
    ActionId.LARGER: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "放大文字")), ("Ctrl++", "Ctrl+="), label="A+"
    ),
    ActionId.SMALLER: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "缩小文字")), ("Ctrl+-",), label="A−"
    ),
    ActionId.USUAL_SIZE: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "原大文字")), ("Ctrl+0",)),
    ActionId.THEME: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "明暗切换")), ("Ctrl+Shift+D",)),
    ActionId.COPY_VALUE: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "值与单位")), ("Ctrl+C",)),
    ActionId.COPY_WITH_SOURCE: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "连同出处")), ("Ctrl+Shift+C",)
    ),
    ActionId.EXPORT: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "导出")), ("Ctrl+E",)),
    ActionId.EXPORT_TEXT: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "导出正文…"))),
    ActionId.EXPORT_CHAPTER: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "导出本章数据…"))),
    ActionId.EXPORT_FIGURES: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "导出全文数据…"))),
    ActionId.EXPORT_SELECTED: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "导出选中的数据…"))),
    ActionId.EXPORT_HITS: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "导出检索结果…"))),
    ActionId.EXPORT_FINDINGS: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "导出数据审核…"))),
    ActionId.PRINT: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "打印正文…")), ("Ctrl+P",)),
    ActionId.PRINT_CHAPTER: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "打印本章…"))),
    ActionId.BACK: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "后退")), ("Alt+Left",), label="←"),
    ActionId.FORWARD: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "前进")), ("Alt+Right",), label="→"
    ),
    ActionId.OPEN_FILE: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "打开文件…")), ("Ctrl+O",)),
    ActionId.LIBRARY: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "资料库")),
        ("Ctrl+L",),
        label=str(QT_TRANSLATE_NOOP("Actions", "资料库 ▾")),
    ),
    ActionId.GO_TO: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "转到章节或数据")), ("Ctrl+G",)),
    ActionId.BOOKMARK: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "添加或取消书签")), ("Ctrl+D",)
    ),
    ActionId.ADD_NOTE: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "加笔记")), ("Ctrl+Shift+N",)),
    ActionId.SHOW_BOOKMARKS: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "书签栏")), ("Ctrl+Shift+B",)
    ),
    ActionId.SHOW_FINDINGS: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "数据审核栏")), ("Ctrl+Shift+A",)
    ),
    ActionId.COPY_CHART: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "复制图表为图片")), ("Ctrl+Shift+G",)
    ),
    ActionId.SAVE_CHART_PNG: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "图表另存为 PNG…"))),
    ActionId.SAVE_CHART_SVG: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "图表另存为 SVG…"))),
    ActionId.NEXT_PANE: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "下一栏")), ("F6",)),
    ActionId.PREVIOUS_PANE: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "上一栏")), ("Shift+F6",)),
    ActionId.SETTINGS: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "设置…")), ("Ctrl+,",)),
    ActionId.HELP: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "帮助")), ("F1",)),
    ActionId.ABOUT: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "关于"))),
    ActionId.QUIT: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "退出")), ("Ctrl+Q",)),
    ActionId.COPY_ROWS: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "Excel 表格行")), ("Ctrl+Alt+C",)
    ),
    ActionId.COPY_SENTENCE: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "标准语句")), ("Ctrl+Alt+J",)
    ),
    ActionId.COPY_PRINTED: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "公报原句")), ("Ctrl+Alt+Y",)
    ),
    ActionId.COPY_NUMBER: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "只要数值")), ("Ctrl+Alt+N",)
    ),
    ActionId.COPY_GROWTH: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "增减")), ("Ctrl+Alt+G",)),
    ActionId.COPY_TEMPLATE: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "自定模板")), ("Ctrl+Alt+M",)
    ),
    ActionId.COPY_SOURCE: ActionSpec(str(QT_TRANSLATE_NOOP("Actions", "来源行")), ("Ctrl+Alt+R",)),
    ActionId.COPY_GBT_2015: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "参考文献 GB/T 7714—2015"))
    ),
    ActionId.COPY_GBT_2025: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "参考文献 GB/T 7714—2025"))
    ),
    ActionId.CONTEXT_MENU: ActionSpec(
        str(QT_TRANSLATE_NOOP("Actions", "所选内容的菜单")), ("Shift+F10",)
    ),
}

SCRIPTS = (ActionId.HANS, ActionId.HANT, ActionId.SOURCE)


def build(window: QWidget) -> dict[ActionId, QAction]:
    """Make the actions on `window`; the three scripts exclude each other."""
    actions: dict[ActionId, QAction] = {}
    group = QActionGroup(window)
    for action_id, spec in SPECS.items():
        text = QCoreApplication.translate("Actions", spec.text)
        action = QAction(text, window)
        action.setObjectName(action_id.value)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setIconText(QCoreApplication.translate("Actions", spec.label) or text)
        action.setToolTip(f"{text}　{_shown(spec)}".strip())
        action.setCheckable(spec.checkable)
        if action_id in SCRIPTS:
            group.addAction(action)
        window.addAction(action)
        actions[action_id] = action
    return actions


def _shown(spec: ActionSpec) -> str:
    """Return the keys with spaces between them: `Ctrl Shift C`, `Ctrl +`."""
    if not spec.shortcuts:
        return ""
    *modifiers, key = spec.shortcuts[0].replace("++", "+plus").split("+")
    return " ".join([*modifiers, "+" if key == "plus" else key])
