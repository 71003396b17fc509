"""What was refused, and why: one JSON file each in `home/quarantine`, made anew by every run."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path


def write_quarantine(home: Path, stage: str, refusals: Iterable[tuple[str, str]]) -> Path:
    """Replaces `home/quarantine/<stage>` by these (source, reason) pairs; returns the folder."""
    folder = home / "quarantine" / stage
    private = folder.with_name(f".{stage}.part")
    shutil.rmtree(private, ignore_errors=True)
    private.mkdir(parents=True)
    for source, reason in refusals:
        note = {"source": source, "reason": reason, "stage": stage}
        (private / _file_name(source)).write_text(json.dumps(note, indent=1, ensure_ascii=False), "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    private.replace(folder)
    return folder


def _file_name(source: str) -> str:
    # A path may hold what no file name can; the digest keeps two like ones apart.
    readable = re.sub(r"[^\w.-]+", "_", source)[-80:]
    return f"{readable}.{hashlib.sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.json"
