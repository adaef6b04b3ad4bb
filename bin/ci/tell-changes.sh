#!/usr/bin/env bash
# Says in the summary what a change does to the published archive:
#   bin/ci/tell-changes.sh FOLDER AGAINST RECORDS_ONLY
# It never fails the job: what is wrong with the records is told by the check.
set -euo pipefail

most_bytes=900000
told=$(mktemp)
trap 'rm -f "$told"' EXIT

cd "$1"
if .venv/bin/python -m generator diff --against "$2" --format markdown >"$told" && [ -s "$told" ]; then
  if [ "$(wc -c <"$told")" -gt "$most_bytes" ]; then
    printf '### What this changes in the archive\n\nToo much to show here. `archive diff --against main` shows all of it.\n' >"$told"
  fi
else
  printf '### What this changes in the archive\n\nThis could not be worked out; the log of this step says why.\n' >"$told"
fi
words=$(git diff --name-only --no-ext-diff "$2" -- incidents/vocabulary && git ls-files --others -- incidents/vocabulary) || words=
if [ -n "$words" ]; then
  printf '\n**Words of vocabularies have changed.** They decide what every record may say and how it is read: an editor should look at the files under `incidents/vocabulary/` one by one.\n' >>"$told"
fi
if [ "$3" = true ]; then
  printf '\nOnly records have changed: they were checked and built with the generator and the settings of the branch they go to. The preview is under “Artifacts” on this page; nobody has reviewed it.\n' >>"$told"
else
  printf '\nMore than records has changed: there is no preview to download. `make serve` shows the site.\n' >>"$told"
fi
cat "$told" >>"$GITHUB_STEP_SUMMARY"
