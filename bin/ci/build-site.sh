#!/usr/bin/env bash
# Builds the site that is put online, with the time of the last commit as its own.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
exec make --no-print-directory site
