#!/usr/bin/env bash
# Opens a pull request with the record that was made from an issue:
#   bin/ci/propose-record.sh FOLDER
# FOLDER is what record-from-issue.sh has left. Nothing in it is run, and only its one record goes to the code host,
# by the code host's own command line. Writes outcome and, where there is one, url to $GITHUB_OUTPUT.
set -euo pipefail

folder=$1
most_bytes=$((64 * 1024))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Numbers and names of the event, each of a form in which nothing else fits.
event() { python3 "$(dirname "${BASH_SOURCE[0]}")/event_value.py" "$GITHUB_EVENT_PATH" "$1"; }
issue=$(event issue-number)
main=$(event default-branch)
author=$(event author)
branch=record-from-issue-$issue

path=$(head -c 300 -- "$folder/path")
if ! [[ $path =~ ^incidents/records/([0-9]{4}|undated)/[a-z0-9]+(-[a-z0-9]+)*\.md$ && ! -L $folder/record && -f $folder/record ]] ||
  [ "$(wc -c <"$folder/record")" -gt "$most_bytes" ]; then
  printf '::error::what was handed over is not one plain record.\n'
  exit 1
fi

done_with() {
  printf 'outcome=%s\n' "$1" >>"$GITHUB_OUTPUT"
  exit 0
}

if ! gh api --method POST "repos/$GITHUB_REPOSITORY/git/refs" -f "ref=refs/heads/$branch" -f "sha=$GITHUB_SHA" \
  >/dev/null 2>"$work/fault"; then
  grep -q 'Reference already exists' "$work/fault" && done_with branch-exists
  cat "$work/fault" >&2
  exit 1
fi
# A branch without the record would stand in the way of every later acceptance of the issue.
take_back() {
  gh api --method DELETE "repos/$GITHUB_REPOSITORY/git/refs/heads/$branch" >/dev/null ||
    printf '::error::the branch %s is empty and could not be deleted; delete it by hand.\n' "$branch"
  rm -rf "$work"
}
trap take_back EXIT

{
  printf 'Add a record from issue #%s\n\nWritten by `archive new --from-issue`.\n' "$issue"
  [ -z "$author" ] || printf '\nCo-authored-by: %s\n' "$author"
} >"$work/message"
python3 - "$folder/record" "$work/message" "$branch" >"$work/commit" <<'PYTHON'
import base64
import json
import pathlib
import sys

record, message, branch = sys.argv[1:]
content = base64.b64encode(pathlib.Path(record).read_bytes()).decode()
text = pathlib.Path(message).read_text(encoding="utf-8")
print(json.dumps({"message": text, "content": content, "branch": branch}))
PYTHON
gh api --method PUT "repos/$GITHUB_REPOSITORY/contents/$path" --input "$work/commit" >/dev/null
trap 'rm -rf "$work"' EXIT

{
  printf 'A record made from issue #%s. **Nobody has reviewed it.**\n\n' "$issue"
  printf 'A pull request opened by a workflow starts no checks by itself: close it and open it again, and they run. '
  printf 'What the check said when the record was written:\n\n'
  head -c 50000 -- "$folder/check.md" | iconv -f UTF-8 -t UTF-8 -c || true
  printf '\n\nCloses #%s\n' "$issue"
} >"$work/text"
if gh pr create --repo "$GITHUB_REPOSITORY" --base "$main" --head "$branch" --title "Record from issue #$issue" \
  --body-file "$work/text" >"$work/url" 2>"$work/fault"; then
  url=$(tail -n 1 "$work/url")
  [[ $url =~ ^https://[A-Za-z0-9._/-]+/pull/[0-9]+$ ]] && printf 'url=%s\n' "$url" >>"$GITHUB_OUTPUT"
  done_with proposed
fi
cat "$work/fault" >&2
done_with no-pull-request
