#!/usr/bin/env bash
# Whether the person who set the label may write to this repository; a label set by anybody else counts for nothing.
# Reads the event's file, asks the code host, writes allowed to $GITHUB_OUTPUT.
set -euo pipefail

who=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1], "rb"))["sender"]["login"])' "$GITHUB_EVENT_PATH")
if ! [[ $who =~ ^[A-Za-z0-9]([A-Za-z0-9-]{0,38})$ ]]; then
  printf 'allowed=false\n' >>"$GITHUB_OUTPUT"
  exit
fi
right=$(gh api "repos/$GITHUB_REPOSITORY/collaborators/$who/permission" --jq .permission)
case $right in
  admin | maintain | write) allowed=true ;;
  *) allowed=false ;;
esac
printf 'The label was set by %s; may write: %s.\n' "$who" "$allowed"
printf 'allowed=%s\n' "$allowed" >>"$GITHUB_OUTPUT"
