#!/usr/bin/env bash
# Prints where libfaketime lies, with which a program sees another time than its machine. When the machine has none,
# Debian's package is fetched by apt (which checks its signature) and unpacked into the folder $1; nothing is installed.
set -euo pipefail
folder=$(realpath -m "${1:?a folder to unpack into}")
found() { find "$@" -name libfaketime.so.1 2>/dev/null | head -n 1; }

library=$(found /usr/lib/*/faketime "$folder" || true)
if [ -z "$library" ]; then
  mkdir -p "$folder"
  cd "$folder"
  apt-get -qq download libfaketime >&2
  dpkg -x libfaketime_*.deb .
  library=$(found "$folder")
fi
echo "$library"
