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
    if meta is None or meta.generation.mode != GenerationMode.POSITIVE:
        return
    if case.query:
        # They exclude each other.
        if "modified" in case.query:
            case.query.pop("sequence", None)
        settle(case.query, case.path)
    body = case.body if isinstance(case.body, dict) else {}
    # The parameters of a search that an alert keeps.
    if isinstance(body.get("query"), dict):
        settle(body["query"], case.path)
    # A time to come, and a host of the public network, are no matter of a schema.
    body.pop("expires", None)
    body.pop("webhook", None)
    # Which scopes a key may have depends on what binds it.
    if case.path == "/admin/keys":
        for name in ("agencies", "namespaces", "origins"):
            body.pop(name, None)
    # Fields of an article go with its bytes, and not with JSON, which has fields of its own.
    if case.method in ("POST", "PUT") and case.path.startswith("/v1/articles") and case.media_type == "application/json":
        for name in [name for name in case.query or {} if name != "wait"]:
            case.query.pop(name)


def settle(query, path):
    """Takes out, or replaces, what OpenAPI cannot limit."""
    if path != "/v1/alerts/{id}/feed":
        for name in ("cursor", "token", "like"):
            query.pop(name, None)
    # Past 10,000 results a page is refused, whatever its size: OpenAPI cannot multiply.
    if path.startswith("/v1/articles") and str(query.get("page", "1")) not in ("1", "2"):
        query["page"] = 2
    # Nor can it compare two dates.
    if "from-date" in query and "to-date" in query:
        query.pop("to-date")
    q = query.get("q")
    if isinstance(q, str):
        query["q"] = plain(q)
    elif isinstance(q, list):
        query["q"] = [plain(one) for one in q]


def plain(text):
    """Its words in small letters: no operators, fields or brackets."""
    words = re.findall(r"[^\W_]+", text.lower())
    return " ".join(word[:50] for word in words[:20]) or "peace"
