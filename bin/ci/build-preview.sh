#!/usr/bin/env bash
# Builds the site of a folder as a preview that says on every page that nobody has reviewed it:
#   bin/ci/build-preview.sh FOLDER PREVIEW
set -euo pipefail

preview=$(realpath -m -- "$2")
cd "$1"
export ARCHIVE_PREVIEW=1
.venv/bin/python -m generator build
mkdir -- "$preview"
cp -R site/. "$preview/"
cat >"$preview/UNREVIEWED.txt" <<'TEXT'
UNREVIEWED

These pages show a proposed change to the archive. Nobody has reviewed it; it may be wrong, and it may
never be published. Do not quote it, and do not pass it on.

To look at it, run in this folder:  python3 -m http.server --bind 127.0.0.1
and open:                           http://127.0.0.1:8000/
TEXT
