"""The settings: a small form whose every change holds at once."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.bulletin import Script
from desktop_app.domain.choices import SourceStyle
from desktop_app.domain.errors import DataError
from desktop_app.services.appearance import CONTRAST, DARK, LIGHT, SYSTEM, ReadingFace
from desktop_app.services.citing import template
from desktop_app.services.policy import Policy
from desktop_app.services.settings import ZOOM_PERCENT, Settings
from desktop_app.system import language, resources

# A language is called by its own name, whichever is spoken.
_NAMES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
# Which of a word's names is in that language: Simplified first, English last.
_ALIAS = {"zh_TW": -2, "en": -1}
_ROOM = 16
_TEMPLATE_PX = 380


class SettingsDialog(QDialog):
    """Shows the settings and says what the user makes of them.

    Signals:
        changed: the user chose something (Settings).
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget, policy: Policy) -> None:
        super().__init__(parent)
        self._settings, self._policy = settings, policy
        self._names: list[str] = []
        self._show: list[Callable[[Settings], None]] = []
        self.setWindowTitle(self.tr("设置"))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(12)
        self._add_decisions()
        self._add_choices()
        self._add_check(self.tr("检索时也查同义词(&Y)"), "synonyms")
        styles = {
            SourceStyle.PLAIN: self.tr("数据来源：《……》"),
            SourceStyle.GBT_2015: "GB/T 7714—2015",
            SourceStyle.GBT_2025: "GB/T 7714—2025",
        }
        self._add_choice(self.tr("出处写法(&W)"), "source_style", styles)
        self._add_template()
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("关闭(&C)"), QDialogButtonBox.ButtonRole.RejectRole)
        reset = buttons.addButton(self.tr("恢复默认(&R)"), QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        reset.clicked.connect(self._reset)
        close.setAutoDefault(False)
        reset.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_ROOM + 4, _ROOM, _ROOM + 4, _ROOM)
        layout.setSpacing(_ROOM)
        layout.addLayout(self._form)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.show_settings(settings)

    def _add_choices(self) -> None:
        system = self.tr("跟随系统")
        self._language = self._add_choice(
            self.tr("界面语言(&L)"), "language", {"": system, **_NAMES}
        )
        themes = {
            SYSTEM: system,
            LIGHT: self.tr("浅色"),
            DARK: self.tr("深色"),
            CONTRAST: self.tr("高对比度"),
        }
        self._add_choice(self.tr("外观(&T)"), "theme", themes)
        sizes = {step: f"{step}%" for step in ZOOM_PERCENT}
        self._add_choice(self.tr("正文大小(&Z)"), "zoom_percent", sizes)
        faces = {ReadingFace.SANS: self.tr("黑体"), ReadingFace.SERIF: self.tr("宋体")}
        self._add_choice(self.tr("正文字体(&F)"), "reading_face", faces)
        scripts = {
            Script.HANS: self.tr("简体"),
            Script.HANT: self.tr("繁体"),
            Script.SOURCE: self.tr("原文"),
        }
        self._add_choice(self.tr("正文用字(&S)"), "script", scripts)

    def _add_choice(self, label: str, name: str, choices: Mapping[Any, str]) -> QComboBox:
        """Add a list of values for the setting called `name`."""
        box = QComboBox(self)
        for value, text in choices.items():
            box.addItem(text, value)
        values = list(choices)
        self._names.append(name)
        box.activated.connect(lambda at: self._choose(name, values[at]))
        self._show.append(lambda now: box.setCurrentIndex(values.index(getattr(now, name))))
        self._form.addRow(label, box)
        self._lock(box, name)
        return box

    def _add_check(self, label: str, name: str) -> None:
        """Add a box to tick for the setting called `name`."""
        box = QCheckBox(label, self)
        self._names.append(name)
        box.clicked.connect(lambda on: self._choose(name, on))
        self._show.append(lambda now: box.setChecked(getattr(now, name)))
        self._form.addRow("", box)
        self._lock(box, name)

    def _lock(self, control: QWidget, name: str) -> None:
        """Lock what the administrators decided, and say below it why it does not move."""
        if name not in self._policy.settings:
            return
        why = self.tr("由管理员设定，不能在这里更改")
        if name == "script":
            why = self.tr("打开程序时的用字由管理员设定；窗口上的简、繁、原文可以临时切换")
        control.setEnabled(False)
        control.setToolTip(why)
        control.setAccessibleDescription(why)
        self._add_words(why)

    def _add_decisions(self) -> None:
        """Say first what the administrators decided that is no setting."""
        notes = tuple(self._policy.notes())
        if notes:
            self._add_words(resources.sentences(notes, language.preferred()))

    def _add_words(self, text: str) -> None:
        words = QLabel(text, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        # As wide as the line for the template: no taller than its words need there.
        words.setMinimumWidth(_TEMPLATE_PX)
        self._form.addRow("", words)

    def _add_template(self) -> None:
        """Add a line for the user's own form of a copy, and below it what is wrong with it."""
        line, wrong = QLineEdit(self), QLabel(self)
        line.setPlaceholderText(template.usual())
        words = resources.table("citation")["fields"].values()
        tip = self.tr("自己写复制的样子，空着则用原来的。可以填入：{words}")
        at = _ALIAS.get(language.preferred(), 0)
        line.setToolTip(tip.format(words=" ".join(f"{{{names[at]}}}" for names in words)))
        line.setMinimumWidth(_TEMPLATE_PX)
        wrong.setWordWrap(True)
        wrong.setTextFormat(Qt.TextFormat.PlainText)
        # Room for two lines stays: the form does not jump under the hands of who writes.
        wrong.setMinimumHeight(2 * wrong.fontMetrics().lineSpacing() + 2)
        wrong.setAlignment(Qt.AlignmentFlag.AlignTop)

        def take(text: str) -> None:
            try:
                template.check(text)
            except DataError as error:
                wrong.setText(resources.sentence(error.message, language.preferred()))
            else:
                wrong.clear()
                self._choose("template", text)
            line.setAccessibleDescription(wrong.text())

        def show(now: Settings) -> None:
            # What is being written stays, also while it is no template yet.
            if not line.hasFocus():
                line.setText(now.template)
                wrong.clear()

        self._names.append("template")
        line.textEdited.connect(take)
        self._show.append(show)
        self._form.addRow(self.tr("自定模板(&M)"), line)
        self._lock(line, "template")
        self._form.addRow("", wrong)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now."""
        self._settings = settings
        for show in self._show:
            show(settings)

    def focus_language(self) -> None:
        """Give the keyboard to the list of languages."""
        self._language.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, name: str, value: object) -> None:
        # mypy knows no field by a name that is a value.
        changes: dict[str, Any] = {name: value}
        self._take(replace(self._settings, **changes))

    def _reset(self) -> None:
        """Set back what is shown here; what is set elsewhere stays."""
        usual = Settings()
        free = [name for name in self._names if name not in self._policy.settings]
        self._take(replace(self._settings, **{name: getattr(usual, name) for name in free}))

    def _take(self, settings: Settings) -> None:
        if settings != self._settings:
            self.show_settings(settings)
            self.changed.emit(settings)
