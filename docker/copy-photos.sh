#!/usr/bin/env bash
# Copies the photos that a folder lacks, or holds in another size, from another: copy-photos.sh <from> <to>
#
# A photo's name is the SHA-256 of its content: what is not its name's is told and not copied, and in the end the script
# ends with 3. A copy is whole and on disk before it gets its name. Says how many were copied.
set -euo pipefail
from=$(cd "$1" && pwd)
mkdir -p "$2"
to=$(cd "$2" && pwd)
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
photos() {
  cd "$1"
  find . -regextype posix-extended -regex './[0-9a-f]{2}/[0-9a-f]{62}' -type f -printf '%P %s\n' | LC_ALL=C sort
}
(photos "$from") >"$lists/from"
(photos "$to") >"$lists/to"
LC_ALL=C comm -23 "$lists/from" "$lists/to" >"$lists/new"

copied=0
damaged=0
while read -r photo _; do
  cp -p "$from/$photo" "$to/copy.tmp"
  read -r sum _ < <(sha256sum <"$to/copy.tmp")
  if [ "$sum" = "${photo/\//}" ]; then
    sync "$to/copy.tmp"
    mkdir -p "$to/${photo%/*}"
    mv "$to/copy.tmp" "$to/$photo"
    copied=$((copied + 1))
  else
    rm "$to/copy.tmp"
    echo "Damaged, not copied: $from/$photo" >&2
    damaged=$((damaged + 1))
  fi
done <"$lists/new"
sync
echo "$copied"
[ "$damaged" = 0 ] || exit 3
