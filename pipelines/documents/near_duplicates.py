"""Articles that tell the same in nearly the same words: reprints, second editions."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from datasketch import MinHash, MinHashLSH

THRESHOLD = 0.7  # share of common word triples, estimated; reprints with a new head and foot stay above it
_PERMUTATIONS = 64
_SHINGLE = 3
_WORDS = re.compile(r"\w+")


def mark_duplicates(
    documents: Iterable[tuple[str, str]], sort_key: Callable[[str], Any] | None = None
) -> dict[str, str]:
    """For each document that repeats another, the id of the first of its group: {id: id of the first}.

    `documents` are (id, text) in any order; the first of a group is the least by (`sort_key(id)`, id), so callers put
    the publication date there. Groups are connected: a repeat of a repeat belongs to the same first.
    """
    texts = dict(documents)
    order = sorted(texts, key=(lambda i: (sort_key(i), i)) if sort_key else None)
    index: MinHashLSH = MinHashLSH(threshold=THRESHOLD, num_perm=_PERMUTATIONS)
    hashes: dict[str, MinHash] = {}
    first: dict[str, str] = {}
    rank = {document: place for place, document in enumerate(order)}
    for document in order:
        shingles = _shingles(texts[document])
        if not shingles:
            continue
        hashed = MinHash(num_perm=_PERMUTATIONS, seed=1)
        hashed.update_batch(sorted(shingles))
        near = [other for other in index.query(hashed) if hashed.jaccard(hashes[other]) >= THRESHOLD]
        hashes[document] = hashed
        index.insert(document, hashed)
        roots = sorted({_root(first, other) for other in near}, key=rank.__getitem__)
        for later in (*roots[1:], document) if roots else ():
            first[later] = roots[0]
    return {document: _root(first, document) for document in order if document in first}


def _root(first: dict[str, str], document: str) -> str:
    while document in first:
        document = first[document]
    return document


def _shingles(text: str) -> set[bytes]:
    words = _WORDS.findall(text.lower())
    if len(words) < _SHINGLE:
        return {" ".join(words).encode()} if words else set()
    return {" ".join(words[i : i + _SHINGLE]).encode() for i in range(len(words) - _SHINGLE + 1)}
