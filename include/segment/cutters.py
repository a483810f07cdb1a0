"""What cuts a stretch of text into words: jieba, or rjieba where it is installed and asked for. Both cut alike.

Each knows jieba's dictionary and ours. A cutter gives all of a text, in order, so that lengths lead to offsets.
"""

import logging
import marshal
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import jieba

from include import settings
from include.errors import ConfigurationError
from include.segment.word_files import DICTIONARY, entries

Cutter = Callable[[str], Iterable[str]]
# What jieba takes as one block: it never cuts across, so a cut at its end changes nothing. Time grows with the square
# of a block, and no real clause reaches 200 characters.
_OF_BLOCK = r"\u4e00-\u9fd5a-zA-Z0-9+#&._%-"
_BLOCK = re.compile(f"(?P<block>[{_OF_BLOCK}]{{1,200}})|\r\n|[^{_OF_BLOCK}]")
_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.[0-9]+)?%?)")  # jieba's own rule for what is not Chinese
# where the two part: rjieba joins across these signs, reads rarer characters as Chinese, refuses lone surrogates, and
# knows no longest block (which shows in Latin letters only: no Chinese word comes near it)
_PARTED = re.compile(
    r"[+#&._%\-\u3400-\u4dbf\u9fd6-\u9fff\ud800-\udfff\uf900-\ufaff\U00020000-\U0010ffff]"
    r"|[a-zA-Z0-9]{201}"
)
REMEMBERED = 20_000  # blocks whose words are kept: set phrases and copies of a speech come again


def cutter(name: str) -> Cutter:
    """The cutter of a name, `jieba` or `rjieba`; ConfigurationError where it is another or not installed."""
    if name == "jieba":
        return _jieba_cutter(settings.jieba_cache_folder())
    if name == "rjieba":
        return _rjieba_cutter()
    raise ConfigurationError(f"JIANGHUA_CUTTER is {name!r}; it must be jieba or rjieba")


@cache
def _jieba_cutter(cache_folder: Path) -> Cutter:
    tokenizer = _tokenizer(cache_folder)

    @lru_cache(maxsize=REMEMBERED)
    def cut_block(block: str) -> tuple[str, ...]:
        return tuple(tokenizer.cut(block))

    def cut(text: str) -> Iterator[str]:
        for match in _BLOCK.finditer(text):
            if match.lastgroup:
                yield from cut_block(match[0])
            else:
                yield match[0]

    return cut


@cache
def _rjieba_cutter() -> Cutter:
    try:
        rjieba = import_module("rjieba")
    except ImportError as error:
        raise ConfigurationError("JIANGHUA_CUTTER is rjieba, which is not installed (pip install rjieba)") from error
    tokenizer = rjieba.Jieba()
    for term in entries(DICTIONARY):
        tokenizer.add_word(term, None, None)

    def cut(text: str) -> Iterable[str]:
        found: list[str] = tokenizer.cut(text) if not _PARTED.search(text) else list(cut_blocks(text))
        return found

    def cut_blocks(text: str) -> Iterator[str]:
        for match in _BLOCK.finditer(text):
            for token in tokenizer.cut(match[0]) if match.lastgroup else [match[0]]:
                if not match.lastgroup or token.isalpha() or tokenizer.has_word(token):
                    yield token
                else:
                    yield from filter(None, _LATIN.split(token))

    return cut


def _tokenizer(cache_folder: Path) -> jieba.Tokenizer:
    """A tokenizer of our own, so that no other user of jieba in the process meets our dictionary.

    Its words are kept in a file: jieba's own cache is read object by object, which takes three times as long.
    """
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    key = sha256(f"{jieba.__version__} {marshal.version} ".encode() + DICTIONARY.read_bytes()).hexdigest()[:12]
    file = cache_folder / f"words-{key}.marshal"
    try:
        tokenizer.FREQ, tokenizer.total = marshal.loads(file.read_bytes())  # noqa: S302 - we wrote it
        tokenizer.initialized = True
    except (FileNotFoundError, EOFError, TypeError, ValueError):  # not there, or broken
        _fill(tokenizer)
        _keep(file, marshal.dumps((tokenizer.FREQ, tokenizer.total)))
    except OSError as error:
        raise ConfigurationError(f"the words of jieba cannot be read: {error}") from error
    return tokenizer


def _fill(tokenizer: jieba.Tokenizer) -> None:
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for term in entries(DICTIONARY):
        tokenizer.add_word(term)


def _keep(file: Path, content: bytes) -> None:
    """Write by renaming: of two processes at once each leaves a whole file."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as new:
            new.write(content)
        Path(new.name).replace(file)
    except OSError as error:
        raise ConfigurationError(f"the words of jieba cannot be kept in {file.parent}: {error}") from error
