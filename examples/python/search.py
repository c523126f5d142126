"""Prints the newest articles of an agency, page by page, and their number by month.

The package dateline_client is generated from the service's OpenAPI document: see docs/clients.md.
"""
import os
import sys

from dateline_client import Client
from dateline_client.api.default import search, timeline
from dateline_client.models import SearchAnswer, SearchSort, Timeline, TimelineInterval

client = Client(base_url=os.environ.get("DATELINE", "http://127.0.0.1:3000"))
agency = sys.argv[1] if len(sys.argv) > 1 else "xinhua"

for page in range(1, 4):
    answer = search.sync(
        client=client, agency=[agency], page=page, page_size=5, sort=SearchSort.NEWEST, facets=""
    )
    if not isinstance(answer, SearchAnswer):
        sys.exit(f"{answer}")
    for article in answer.results:
        print(article.date or "no date", article.title, article.page, sep="\t")
    if "next" not in answer.links:
        break

bars = timeline.sync(client=client, agency=[agency], interval=TimelineInterval.MONTH)
if not isinstance(bars, Timeline):
    sys.exit(f"{bars}")
for bar in bars.series[0].bars:
    if bar.count > 0:
        print(bar.value, bar.count, sep="\t")
