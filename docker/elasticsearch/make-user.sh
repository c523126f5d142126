#!/bin/bash
# The role and the user that API, workers and commands log in with: they may work on the indices of their prefix and
# make snapshots, and nothing else. Needs ELASTICSEARCH_URL, ELASTIC_PASSWORD, DATELINE_ELASTIC_PASSWORD.
set -euo pipefail
role=$(sed "s/@PREFIX@/${DATELINE_PREFIX:-dateline}/" "$(dirname "$0")/role.json")
put() {
  curl -fsS -u "elastic:$ELASTIC_PASSWORD" -X PUT -H 'content-type: application/json' \
    --data-binary @- "$ELASTICSEARCH_URL/_security/$1"
  echo
}
put role/dateline <<<"$role"
escaped=${DATELINE_ELASTIC_PASSWORD//\\/\\\\}
put user/dateline <<<"{\"password\":\"${escaped//\"/\\\"}\",\"roles\":[\"dateline\"]}"
