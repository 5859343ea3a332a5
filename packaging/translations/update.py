"""Bring the interface's translations up to date: `resources/translations/gongbao_*.ts` and `.qm`.

Reads every text that the code hands to Qt for translation, keeps what is translated, adds what is
new as unfinished, drops what is gone, and lets Qt's lrelease make the `.qm` files. Prints what is
missing. `--check` writes nothing; the exit code is 1 where something is missing or out of date.

The texts are read from Python's own syntax tree, since lupdate reads neither `_tr`, the short name
of `QCoreApplication.translate` that modules without a QObject have, nor what stands in f-strings.
"""

import argparse
import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
PLURAL_FORMS = {"en": 2, "zh_TW": 1}
_ROOMS = ("app.py", "window", "widgets", "itemmodels", "printing", "tasks")
# How many arguments a call has that ends with a number to choose the plural by.
_WITH_NUMBER = {"tr": 3, "_tr": 2, "translate": 4, "QT_TRANSLATE_NOOP": 9}


class Text(Struct, frozen=True):
    """One text to translate. `plural`: the translation may differ with a number."""

    context: str
    source: str
    plural: bool = False


@dataclass(slots=True)
class Translation:
    """What stands for a text in one language; a form for each kind of number."""

    forms: list[str] = field(default_factory=list)
    finished: bool = False


Catalogue = dict[Text, Translation]


class _Reader(ast.NodeVisitor):
    """Finds the texts of one module."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.texts: list[Text] = []
        self.unread: list[str] = []
        self._classes: list[str] = []
        self._module_context = ""

    def read(self) -> None:
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        short = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "_tr"]
        for node in short:
            calls = (n for n in ast.walk(node) if isinstance(n, ast.Call))
            self._module_context = next(_words(call.args[0])[0] for call in calls)
        for statement in tree.body:
            if statement not in short:
                self.visit(statement)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "tr" and self._classes:
            self._add(node, self._classes[-1], 0)
        elif name == "_tr":
            self._add(node, self._module_context, 0)
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1:
            contexts = _words(node.args[0])
            # `translate` of a text that is a name: QT_TRANSLATE_NOOP stands where it is written.
            if contexts and _words(node.args[1]):
                self._add(node, contexts[0], 1)

    def _add(self, node: ast.Call, context: str, at: int) -> None:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        sources = _words(node.args[at])
        if not sources or not context:
            self.unread.append(f"{self.path.relative_to(ROOT)}:{node.lineno}")
            return
        plural = len(node.args) >= _WITH_NUMBER[name]
        self.texts += [Text(context, source, plural) for source in sources]


def _words(node: ast.expr) -> list[str]:
    """Return the string literals that `node` can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _words(node.body) + _words(node.orelse)
    return []


def texts_of_code() -> tuple[list[Text], list[str]]:
    """Return every text in the order of the code, and the places that cannot be read."""
    texts: dict[Text, None] = {}
    unread: list[str] = []
    for room in _ROOMS:
        path = ROOT / "desktop_app" / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            reader = _Reader(file)
            reader.read()
            texts.update(dict.fromkeys(reader.texts))
            unread += reader.unread
    return sorted(texts, key=lambda text: text.context), unread


def read_catalogue(path: Path) -> Catalogue:
    """Return what the `.ts` file at `path` holds; nothing where there is none."""
    if not path.exists():
        return {}
    found: Catalogue = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            node = message.find("translation")
            assert node is not None
            plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in node] if plural else [node.text or ""]
            text = Text(context.findtext("name", ""), message.findtext("source", ""), plural)
            found[text] = Translation(forms, node.get("type") != "unfinished")
    return found


def merged(texts: list[Text], kept: Catalogue, language: str) -> Catalogue:
    """Return a catalogue of `texts`: what `kept` has of them, drafts of the others."""
    elsewhere = {text.source: said for text, said in kept.items() if said.finished}
    result: Catalogue = {}
    for text in texts:
        said = kept.get(text)
        if said is None or not any(said.forms):
            forms = _draft(text, elsewhere, language)
            said = Translation(forms * (PLURAL_FORMS[language] if text.plural else 1))
        result[text] = said
    return result


def _draft(text: Text, elsewhere: dict[str, Translation], language: str) -> list[str]:
    """Return a first wording: the same words' elsewhere, or OpenCC's in Traditional characters."""
    if text.source in elsewhere:
        return elsewhere[text.source].forms[-1:]
    if language != "zh_TW":
        return [""]
    from opencc import OpenCC

    return [OpenCC("s2twp").convert(text.source)]


def written(catalogue: Catalogue, language: str) -> str:
    """Return the `.ts` file of `catalogue`, the same for the same."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="zh_CN")
    name, context = "", root
    for text, said in catalogue.items():
        if text.context != name:
            name, context = text.context, ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context, "name").text = name
        message = ElementTree.SubElement(
            context, "message", {"numerus": "yes"} if text.plural else {}
        )
        ElementTree.SubElement(message, "source").text = text.source
        node = ElementTree.SubElement(
            message, "translation", {} if said.finished else {"type": "unfinished"}
        )
        if text.plural:
            for form in said.forms:
                ElementTree.SubElement(node, "numerusform").text = form
        else:
            node.text = said.forms[0]
    ElementTree.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    return f"{head}{ElementTree.tostring(root, encoding='unicode')}\n"


def released(ts: str, language: str) -> bytes:
    """Return the `.qm` file that Qt's lrelease makes of a `.ts` file."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    with tempfile.TemporaryDirectory() as made:
        source, target = Path(made, f"{language}.ts"), Path(made, f"{language}.qm")
        source.write_text(ts, encoding="utf-8")
        lrelease = next(folder.glob("lrelease*"))
        subprocess.run([lrelease, "-silent", source, "-qm", target], check=True)
        return target.read_bytes()


def _missing(catalogue: Catalogue) -> Iterator[str]:
    for text, said in catalogue.items():
        if not said.finished:
            draft = "".join(said.forms[:1])
            yield f"{text.context}: {text.source!r}" + (f", perhaps {draft!r}" if draft else "")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    check: bool = parser.parse_args().check
    texts, unread = texts_of_code()
    complaints = [f"{place}: the text to translate is no literal" for place in unread]
    for language in PLURAL_FORMS:
        ts, qm = FOLDER / f"gongbao_{language}.ts", FOLDER / f"gongbao_{language}.qm"
        catalogue = merged(texts, read_catalogue(ts), language)
        complaints += [f"{language}: not translated: {line}" for line in _missing(catalogue)]
        text = written(catalogue, language)
        stale = not ts.exists() or ts.read_text(encoding="utf-8") != text
        binary = released(text, language)
        stale = stale or not qm.exists() or qm.read_bytes() != binary
        if check and stale:
            complaints.append(f"{language}: out of date: run `make translations`")
        elif not check:
            ts.write_text(text, encoding="utf-8")
            qm.write_bytes(binary)
    sys.stdout.write("".join(f"{line}\n" for line in complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
