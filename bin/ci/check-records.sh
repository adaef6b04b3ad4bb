#!/usr/bin/env bash
# Checks the records in a folder against a commit, as annotations and as a summary in plain words:
#   bin/ci/check-records.sh FOLDER AGAINST
set -euo pipefail

cd "$1"
exec .venv/bin/python -m generator check --no-cache --format github --against "$2"
