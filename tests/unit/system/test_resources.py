"""The knowledge files, held against where their facts come from and against one another."""

import string
import unicodedata

import pytest
from opencc import OpenCC

from desktop_app.domain.messages import Message
from desktop_app.pipeline.traditional import to_traditional
from desktop_app.system import language, paths, resources

LANGUAGES = language.LANGUAGES


def characters() -> list[str]:
    """Every assigned Chinese character, compatibility characters included."""
    blocks = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x32000))
    every = (chr(code) for start, end in blocks for code in range(start, end))
    return [char for char in every if unicodedata.name(char, "")]


def test_folding_is_opencc_character_by_character() -> None:
    converter, fold = OpenCC("t2s"), resources.folding().fold
    wrong = {
        char: (fold(char), simplified)
        for char in characters()
        if len(simplified := converter.convert(char)) == 1
        and fold(char) != simplified
        and char not in resources.table("folding")["variants"]
    }
    assert wrong == {}


def test_a_text_is_found_in_the_traditional_characters_it_is_shown_in() -> None:
    rows, cells = range(0xB0, 0xF8), range(0xA1, 0xFF)
    common = [bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells]
    fold = resources.folding().fold
    apart = [c for c in common if fold(to_traditional(c)) != fold(c)]
    # 幺 becomes 么, which stands for another character as well.
    assert apart == ["幺"]


def test_folding_changes_nothing_that_opencc_keeps() -> None:
    converter = OpenCC("t2s")
    pairs = resources.table("folding")
    traditional = pairs["traditional"]
    assert len(traditional) == len(set(traditional)) == len(pairs["simplified"])
    changed = [
        (old, new)
        for old, new in zip(traditional, pairs["simplified"], strict=True)
        if converter.convert(old) not in (new, old)
    ]
    assert changed == []


@pytest.mark.parametrize("name", sorted(p.stem for p in paths.resources().glob("*.toml")))
def test_every_knowledge_file_can_be_read(name: str) -> None:
    assert resources.table(name)
    assert resources.table(name) is resources.table(name)


@pytest.mark.parametrize("message_id", sorted(resources.table("messages")))
def test_every_sentence_is_there_in_every_language(message_id: str) -> None:
    sentences = resources.table("messages")[message_id]
    assert set(sentences) == set(LANGUAGES)
    fields = [{field for _, field, _, _ in string.Formatter().parse(words) if field}
              for words in sentences.values()]  # fmt: skip
    # The word of approximation is the bulletin's own in Chinese, the sentence's in English.
    own_words = {"word"} if message_id.startswith("approx_") else set()
    assert fields[0] == fields[1] == fields[2] | own_words
    assert all(words.strip() for words in sentences.values())


def test_a_sentence_is_filled_in() -> None:
    message = Message("file_missing", {"path": "公报.txt"})
    assert resources.sentence(message, "zh_CN") == "找不到文件 公报.txt，请检查路径是否正确。"
    assert "公报.txt" in resources.sentence(message, "en")


def test_repair_knows_simplified_words_of_one_length() -> None:
    knowledge = resources.table("repair")
    traditional = set(resources.table("folding")["traditional"])
    words = knowledge["words"].split()
    assert [word for word in words if traditional & set(word)] == []
    assert [pair for pair in knowledge["simplified"].items() if len(pair[0]) != len(pair[1])] == []
