#!/usr/bin/env python3
"""Downloads every article of a search, goes on where the connection broke off, and checks the whole against its hash.

    python3 examples/resume.py http://127.0.0.1:3000 'agency=xinhua&from-date=2020' articles.ndjson

A key with the scope read stands in DATELINE_READ_KEY: it is needed for more than 10,000 articles. What was written stays
when the program is stopped; started again with the same arguments, it goes on. Needs Python 3.9 and nothing else.
"""
import hashlib
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ATTEMPTS = 8


def last_mark(path):
    """Where the file can be gone on from: the cursor of its last `page` record, and the bytes up to it."""
    mark = None
    if os.path.exists(path):
        with open(path, "rb") as lines:
            for line in lines:
                if line.startswith(b'{"page"') and line.endswith(b"\n"):
                    mark = json.loads(line)["page"]
    return mark


def address(api, query, path, token):
    mark = last_mark(path) if token else None
    if mark is None:
        return f"{api}/v1/export?{query}", 0
    again = urllib.parse.urlencode({"token": token, "cursor": mark["cursor"]})
    return f"{api}/v1/export?{again}", mark["bytes"]


def read_token(path):
    if not os.path.exists(path + ".token"):
        return None
    with open(path + ".token") as file:
        return file.read().strip()


def download(api, query, path):
    """One attempt; whatever arrives is written."""
    url, kept = address(api, query, path, read_token(path))
    key = os.environ.get("DATELINE_READ_KEY")
    request = urllib.request.Request(url, headers={"api-key": key} if key else {})
    with urllib.request.urlopen(request, timeout=60) as answer:
        with open(path + ".token", "w") as file:
            file.write(answer.headers["Export-Token"])
        with open(path, "r+b" if kept else "wb") as file:
            file.truncate(kept)
            file.seek(kept)
            while part := answer.read1(65536):
                file.write(part)


def verify(path):
    """The number of articles, or None where the last record is missing."""
    seen, articles = hashlib.sha256(), 0
    with open(path, "rb") as lines:
        for line in lines:
            if not line.endswith(b"\n"):
                return None
            if line.startswith(b'{"end"'):
                end = json.loads(line)["end"]
                if end["sha256"] != seen.hexdigest() or end["count"] != articles:
                    raise SystemExit(f"{path} is damaged: delete it and start again")
                return articles
            seen.update(line)
            if not line.startswith(b'{"page"'):
                articles += 1
    return None


def main(api, query, path):
    for attempt in range(ATTEMPTS):
        try:
            download(api, query, path)
        except urllib.error.HTTPError as error:
            if error.code == 410:
                os.remove(path + ".token")
                print("the export has lapsed: it begins again", file=sys.stderr)
            elif error.code < 500 and error.code != 429:
                raise SystemExit(f"{error.code}: {error.read().decode()}")
        except (OSError, http.client.HTTPException) as error:
            print(f"broke off: {error}", file=sys.stderr)
        articles = verify(path) if os.path.exists(path) else None
        if articles is not None:
            os.remove(path + ".token")
            print(f"{articles} articles, complete")
            return
        time.sleep(min(0.2 * 2**attempt, 10))
    raise SystemExit(f"not complete after {ATTEMPTS} attempts: start it again to go on")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(sys.argv[1].rstrip("/"), sys.argv[2], sys.argv[3])
