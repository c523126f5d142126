"""What OpenAPI cannot say of valid requests, for schemathesis (docs/figures/api.md has the command).

A cursor, a token and the id of `like` come from an earlier answer, and go with few other parameters; a page has to lie
within the first 10,000 results; `q` is a language, whose errors are tested by `npm run faults -- queries`. Requests that
are meant to be valid therefore have none of the first, an early page, and plain words for `q`.
"""
import re

import schemathesis
from schemathesis.generation import GenerationMode


@schemathesis.hook
def before_call(context, case, kwargs):
    meta = case.meta
    if meta is None or meta.generation.mode != GenerationMode.POSITIVE or not case.query:
        return
    for name in ("cursor", "token", "like"):
        if case.path != "/v1/alerts/{id}/feed":
            case.query.pop(name, None)
    # Past 10,000 results a page is refused, whatever its size: OpenAPI cannot multiply.
    if case.path.startswith("/v1/articles") and str(case.query.get("page", "1")) not in ("1", "2"):
        case.query["page"] = 2
    q = case.query.get("q")
    if isinstance(q, str):
        case.query["q"] = plain(q)
    elif isinstance(q, list):
        case.query["q"] = [plain(one) for one in q]


def plain(text):
    """Its words in small letters: no operators, fields or brackets."""
    words = re.findall(r"[^\W_]+", text.lower())
    return " ".join(word[:50] for word in words[:20]) or "peace"
