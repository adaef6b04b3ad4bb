#!/usr/bin/env bash
# Says in the issue what has become of it:
#   bin/ci/answer-issue.sh FOLDER
# ALLOWED, READ, PROPOSED and URL come from the other jobs; FOLDER holds reply.md where there is one.
set -euo pipefail

issue=$(python3 "$(dirname "${BASH_SOURCE[0]}")/event_value.py" "$GITHUB_EVENT_PATH" issue-number)
text=$(mktemp)
trap 'rm -f "$text"' EXIT
branch=record-from-issue-$issue
run=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID

reply() {
  [ ! -s "$1/reply.md" ] || {
    printf '\n\n'
    head -c 50000 -- "$1/reply.md" | iconv -f UTF-8 -t UTF-8 -c || true
  }
}

{
  if [ "$ALLOWED" = false ]; then
    printf 'The label `accepted` counts only when it is set by somebody who may write to this repository. Nothing was made of this issue.'
  elif [ "$READ" = refused ]; then
    printf 'This cannot become a record yet. Mend the points below in the text of this issue (its author or an editor can do that), then an editor takes the label `accepted` off and sets it again.'
    reply "$1"
  elif [ "$PROPOSED" = proposed ]; then
    printf 'Thank you. A record was made of this and waits for review: %s' "$URL"
    reply "$1"
  elif [ "$PROPOSED" = branch-exists ]; then
    printf 'There is a branch `%s` already, so nothing was made. Go on there; or close its pull request, delete the branch and set the label again.' "$branch"
  elif [ "$PROPOSED" = no-pull-request ]; then
    printf 'A record was made of this and lies on the branch `%s`, but workflows may not open pull requests here (Settings → Actions → General → Workflow permissions). An editor can open it: %s' \
      "$branch" "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/compare/$branch?expand=1"
    reply "$1"
  else
    printf 'A fault on our side, not in what you wrote: no record was made of this. An editor finds the reason here: %s' "$run"
  fi
  printf '\n'
} >"$text"
gh issue comment "$issue" --repo "$GITHUB_REPOSITORY" --body-file "$text"
