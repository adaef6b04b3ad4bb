#!/usr/bin/env bash
# Turns the issue of the event's file into a record and checks it:
#   bin/ci/record-from-issue.sh FOLDER
# The issue is data from end to end: it goes from the event's file into another file and into `archive new`.
# FOLDER gets reply.md, and where a record was written also record, path and check.md.
# Writes outcome (written or refused) to $GITHUB_OUTPUT.
set -euo pipefail

mkdir -p -- "$1"
out=$(realpath -- "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
python=.venv/bin/python
most_bytes=$((64 * 1024))

refused() {
  printf 'outcome=refused\n' >>"$GITHUB_OUTPUT"
  printf 'No record was written.\n'
  exit 0
}

body=$(mktemp)
said=$(mktemp)
trap 'rm -f "$body" "$said"' EXIT
"$python" - "$GITHUB_EVENT_PATH" "$body" <<'PYTHON'
import json
import pathlib
import sys

with open(sys.argv[1], "rb") as file:
    text = json.load(file)["issue"]["body"] or ""
pathlib.Path(sys.argv[2]).write_bytes(text.encode("utf-8", "replace"))
PYTHON

code=0
"$python" -m generator new --from-issue "$body" --reply "$out/reply.md" >"$said" || code=$?
[ -s "$out/reply.md" ] || {
  printf '::error::`archive new` ended with code %s and without a reply.\n' "$code"
  exit 1
}
[ "$code" = 0 ] || refused

path=$(head -n 1 "$said")
if ! [[ $path =~ ^incidents/records/([0-9]{4}|undated)/[a-z0-9]+(-[a-z0-9]+)*\.md$ && ${#path} -le 200 && -f $path && ! -L $path ]] ||
  [ "$(git status --porcelain --untracked-files=all)" != "?? $path" ] || [ "$(wc -c <"$path")" -gt "$most_bytes" ]; then
  printf '::error::`archive new` did not write one plain record and nothing else.\n'
  exit 1
fi
.venv/bin/python -m generator check --no-cache --format markdown "$path" >"$out/check.md" || {
  printf '::error::the written record does not pass the check.\n'
  exit 1
}
cp -- "$path" "$out/record"
printf '%s\n' "$path" >"$out/path"
printf 'outcome=written\n' >>"$GITHUB_OUTPUT"
