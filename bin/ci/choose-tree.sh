#!/usr/bin/env bash
# Decides what a pull request is checked and built with:
#   bin/ci/choose-tree.sh BASE PROPOSAL
# BASE is a checkout of the branch it goes to, PROPOSAL one of what would be merged, both with their history.
# Where nothing but records has changed, its records are laid over BASE, as plain files out of git's own store: no
# link, no attribute and no program of the proposal takes part. Everything else is built from PROPOSAL itself.
# Writes folder, against and records-only to $GITHUB_OUTPUT.
set -euo pipefail

base=$1
proposal=$2
most_files=2000
most_bytes_a_file=$((1024 * 1024))
most_bytes=$((20 * 1024 * 1024))

# A path as one line of printable signs, in which no workflow command can hide.
shown() {
  local text
  text=$(printf '%q' "$1")
  text=${text//'%'/%25}
  printf '%s' "${text:0:300}"
}

refuse() {
  printf '::error title=%s::%s\n' "The records cannot be taken" "$1"
  printf '### The records cannot be taken\n\n    %s\n' "$1" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  exit 1
}

answer() {
  printf 'folder=%s\nagainst=%s\nrecords-only=%s\n' "$1" "$2" "$3" >>"$GITHUB_OUTPUT"
  printf 'Checked and built: %s, against %s.\n' "$1" "$2"
}

in_base() { git -C "$base" -c core.hooksPath=/dev/null "$@"; }
in_proposal() { git -C "$proposal" -c core.hooksPath=/dev/null "$@"; }

in_proposal fetch --quiet --no-tags "$(cd "$base" && pwd)" HEAD
head=$(in_proposal rev-parse --verify 'HEAD^{commit}')
if ! fork=$(in_proposal merge-base FETCH_HEAD "$head"); then
  refuse "This branch has no history in common with the branch it goes to. Start it anew from that branch."
fi

# The archive's settings decide what its records may say: coordinate_decimals, for one.
is_record() {
  [[ $1 == incidents/* && $1 != incidents/archive.yml && /$1 != */.* ]]
}

modes=() blobs=() paths=()
records_only=true
while IFS= read -r -d '' change && IFS= read -r -d '' path; do
  read -r _ mode _ blob _ <<<"$change"
  modes+=("$mode") blobs+=("$blob") paths+=("$path")
  is_record "$path" || records_only=false
done < <(in_proposal diff-tree -r -z --raw --no-renames "$fork" "$head")

if [ "${#paths[@]}" = 0 ] || [ "$records_only" = false ]; then
  answer "$proposal" "$fork" false
  exit
fi

[ "${#paths[@]}" -le "$most_files" ] ||
  refuse "${#paths[@]} files have changed, and $most_files is the most that are checked at once. Send them in several pull requests."
bytes=0
for i in "${!paths[@]}"; do
  case ${modes[i]} in
    000000) continue ;;
    100644 | 100755) ;;
    *) refuse "$(shown "${paths[i]}") is a link or a submodule. Records are plain files: put the file itself there." ;;
  esac
  size=$(in_proposal cat-file -s "${blobs[i]}")
  bytes=$((bytes + size))
  [ "$size" -le "$most_bytes_a_file" ] ||
    refuse "$(shown "${paths[i]}") holds $size bytes, and $most_bytes_a_file is the most. A record holds text only, and no whole articles."
done
[ "$bytes" -le "$most_bytes" ] ||
  refuse "The changed files hold $bytes bytes, and $most_bytes is the most that are checked at once. Send them in several pull requests."

in_base checkout --quiet --detach "$fork"
for i in "${!paths[@]}"; do
  # A folder that gives way to a file goes with the files in it, which are changes of their own.
  [ -d "$base/${paths[i]}" ] || rm -f -- "$base/${paths[i]}"
done
find "$base/incidents" -mindepth 1 -type d -empty -delete
for i in "${!paths[@]}"; do
  [ "${modes[i]}" != 000000 ] || continue
  mkdir -p -- "$(dirname -- "$base/${paths[i]}")"
  in_proposal cat-file blob "${blobs[i]}" >"$base/${paths[i]}"
done
answer "$base" "$fork" true
