"""The Content Security Policy of a finished page: this site only, and the very inline scripts that stand in the page."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.S)
_HEAD = re.compile(r"<head>\s*")


def policy(html: str) -> str:
    """The policy for one page, with a hash of each of its inline scripts."""
    hashes = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in _INLINE.findall(html)}
    scripts = " ".join(["'self'", *(f"'sha256-{one}'" for one in sorted(hashes))])
    return f"default-src 'self'; script-src {scripts}; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"


def with_policy(html: str) -> str:
    """The page with its policy as the first thing of its head, before anything could load."""
    return _HEAD.sub(lambda head: f'<head>\n    <meta http-equiv="Content-Security-Policy" content="{policy(html)}">\n    ', html, count=1)
