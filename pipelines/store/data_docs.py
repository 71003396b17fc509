"""Great Expectations' Data Docs, made readable without a network: styles and scripts lie beside the pages."""

import os
import re
import shutil
import uuid
from pathlib import Path

_STATIC = Path(__file__).with_name("data_docs_static")
# What a page loads from elsewhere, by a word of its address, and the file of ours that takes its place.
_OURS = {
    "bootstrap.min.css": "bootstrap.min.css",
    "bootstrap.min.js": "bootstrap.bundle.min.js",
    "bootstrap-table.min.css": "bootstrap-table.min.css",
    "bootstrap-table.min.js": "bootstrap-table.min.js",
    "jquery-": "jquery.min.js",
}
_REMOTE_TAG = re.compile(
    r"<script\b[^>]*\bsrc=\"(?P<script>https?://[^\"]+)\"[^>]*>\s*</script>|<link\b[^>]*\bhref=\"(?P<link>https?://[^\"]+)\"[^>]*>",
    re.IGNORECASE,
)
# The icon font stays away; these are the three marks that say how a check ended.
_MARKS = (
    "<style>.fas{font-style:normal}.fa-check-circle::before{content:'\\2714'}"
    ".fa-times::before{content:'\\2718'}.fa-exclamation-triangle::before{content:'\\26A0'}</style></head>"
)
_REMOTE_IMAGE = re.compile(r"https?://great-expectations-web-assets[^\"')\s]*?/(?P<name>[\w-]+\.png)[^\"')\s]*")


def make_offline(site: Path, target: Path) -> Path:
    """Copies the built pages to `target`, nothing in them loaded from elsewhere; returns the index page."""
    private = target.with_name(f".{target.name}-{uuid.uuid4().hex}")
    shutil.copytree(site, private)
    try:
        ours = private / "static" / "offline"
        shutil.copytree(_STATIC, ours)
        for page in sorted(private.rglob("*.html")):
            root = Path(os.path.relpath(private, page.parent)).as_posix()
            page.write_text(_localized(page.read_text("utf-8"), root), "utf-8")
        shutil.rmtree(target, ignore_errors=True)
        private.replace(target)
    finally:
        shutil.rmtree(private, ignore_errors=True)
    return target / "index.html"


def _localized(html: str, root: str) -> str:
    def tag(match: re.Match[str]) -> str:
        address = match["script"] or match["link"]
        name = next((ours for word, ours in _OURS.items() if word in address), None)
        if name is None:  # fonts, date pickers, charts: the pages read well without them
            return ""
        local = f"{root}/static/offline/{name}"
        return f'<script src="{local}"></script>' if match["script"] else f'<link rel="stylesheet" href="{local}">'

    local = _REMOTE_IMAGE.sub(f"{root}/static/images/logo-long.png", _REMOTE_TAG.sub(tag, html))
    return local.replace("</head>", _MARKS, 1)
