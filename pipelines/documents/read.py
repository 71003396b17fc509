"""A folder of raw files, looked at and never touched: articles as they came, and what had to be refused."""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from pipelines.documents.document import RawArticle, Sidecar
from pipelines.text.records import dataclass

SUFFIXES = (".txt", ".md", ".html", ".htm")
MAX_BYTES = 10_000_000  # unpacked; a news page is a thousandth of it
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A file that is not taken, and why, in words that tell how to mend it."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Duplicate:
    """A file whose bytes are those of an article already taken under the path `same_as`."""

    source: str
    same_as: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What a folder holds, each list in the order of the paths."""

    articles: tuple[RawArticle, ...]
    refusals: tuple[Refusal, ...]
    duplicates: tuple[Duplicate, ...]


class UnreadableError(ValueError):
    """A file that cannot be taken; the message is the reason."""


def scan(folder: Path) -> Scan:
    """Articles, refusals and byte-for-byte duplicates under `folder`, the same whatever order the files come in.

    A refused file never stops the others. Raises NotADirectoryError where `folder` is none.
    """
    articles: dict[str, RawArticle] = {}
    refusals: list[Refusal] = []
    duplicates: list[Duplicate] = []
    for result in iterate(folder):
        if isinstance(result, Refusal):
            refusals.append(result)
        elif result.document_id in articles:
            duplicates.append(Duplicate(result.source, articles[result.document_id].source))
        else:
            articles[result.document_id] = result
    return Scan(tuple(articles.values()), tuple(refusals), tuple(duplicates))


def read_article(path: Path) -> RawArticle:
    """The article in the file at `path`, its sidecar heeded. Raises UnreadableError where it cannot be taken."""
    if _stem(path.name) is None:
        raise UnreadableError(f"{path}: not named like an article ({', '.join(SUFFIXES)}, also .gz)")
    try:
        return _read_article(path, path.resolve().parent, path.name)
    except UnreadableError as error:
        raise UnreadableError(f"{path}: {error}") from error
    except OSError as error:
        raise UnreadableError(f"{path}: cannot be read: {error.strerror or error}") from error


def iterate(folder: Path) -> Iterator[RawArticle | Refusal]:
    """Articles and refusals under `folder` one by one, in the order of their paths, duplicates included."""
    if not folder.is_dir():
        state = "is a file" if folder.exists() else "does not exist"
        raise NotADirectoryError(f"{folder} {state}: give a folder that holds {', '.join(SUFFIXES)} files")
    root = folder.resolve()
    for source, path in sorted(_walk(folder).items()):
        if isinstance(path, Refusal):
            yield path
            continue
        try:
            yield _read_article(path, root, source)
        except UnreadableError as error:
            yield Refusal(source, str(error))
        except OSError as error:
            yield Refusal(source, f"cannot be read: {error.strerror or error}")


def _walk(folder: Path) -> dict[str, Path | Refusal]:
    """Everything named like an article, and folders that cannot be looked into, by path relative to `folder`."""
    found: dict[str, Path | Refusal] = {}

    def note(path: Path, reason: str) -> None:
        source = path.relative_to(folder).as_posix()
        found[source] = Refusal(source, reason)

    def unreadable(error: OSError) -> None:
        note(Path(error.filename), f"a folder that cannot be looked into: {error.strerror}")

    for place, names, files in os.walk(folder, onerror=unreadable):
        for name in (*names, *files):
            path = Path(place, name)
            if _stem(name) is not None:
                found[path.relative_to(folder).as_posix()] = path
            elif name in names and path.is_symlink():
                note(path, "a link to a folder is not followed: copy the folder instead")
    return found


def _stem(name: str) -> str | None:
    """File name without its article suffix (and .gz); None for other files."""
    plain = name[:-3] if name.lower().endswith(".gz") else name
    for suffix in SUFFIXES:
        if plain.lower().endswith(suffix) and len(plain) > len(suffix):
            return plain[: -len(suffix)]
    return None


def _read_article(path: Path, root: Path, source: str) -> RawArticle:
    if not path.resolve().is_relative_to(root):
        raise UnreadableError("a link that leads out of the input folder: copy the file instead")
    if path.is_dir():
        raise UnreadableError("a folder named like an article")
    if not path.is_file():
        raise UnreadableError("no regular file (a broken link, a pipe or a device)")
    data = _read_bytes(path)
    if not data.strip():
        raise UnreadableError("empty")
    stem = _stem(path.name)
    sidecar = _read_sidecar(path.with_name(f"{stem}.json"), root)
    return RawArticle(hashlib.sha256(data).hexdigest(), source, data, sidecar)


def _read_bytes(path: Path) -> bytes:
    if not path.name.lower().endswith(".gz"):
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableError(f"{path.stat().st_size} bytes: more than {MAX_BYTES} is no news page")
        return path.read_bytes()
    unpacked = bytearray()
    try:
        with gzip.open(path, "rb") as file:
            while chunk := file.read(_CHUNK):
                unpacked += chunk
                if len(unpacked) > MAX_BYTES:
                    raise UnreadableError(f"unpacks to more than {MAX_BYTES} bytes: no news page")
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableError(f"broken gzip: {error}") from error
    return bytes(unpacked)


def _read_sidecar(path: Path, root: Path) -> Sidecar:
    if not path.exists() and not path.is_symlink():
        return Sidecar()
    where = f"sidecar {path.name}"
    if not path.resolve().is_relative_to(root):
        raise UnreadableError(f"{where}: a link that leads out of the input folder")
    if not path.is_file():
        raise UnreadableError(f"{where}: no regular file")
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(f"{where}: larger than {MAX_BYTES} bytes")
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{where}: no valid JSON in UTF-8 ({error})") from error
    except OSError as error:
        raise UnreadableError(f"{where}: cannot be read: {error.strerror or error}") from error
    if not isinstance(told, dict):
        raise UnreadableError(f"{where}: must hold one JSON object")
    known = {field.name: told.get(field.name) for field in fields(Sidecar)}
    for name, value in known.items():
        if value is not None and not isinstance(value, str):
            raise UnreadableError(f"{where}: {name} must be a string, not {type(value).__name__}")
    return Sidecar(**{name: value.strip() or None for name, value in known.items() if isinstance(value, str)})
