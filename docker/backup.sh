#!/usr/bin/env bash
# Saves the database and the photos of a running service: backup.sh <folder>
#
# Each run makes <folder>/<time>/database.sql.gz, the database as of one instant, and adds to <folder>/attachments, where
# every photo lies once. The database comes first: a photo is on disk before the case that names it is committed and is
# never deleted, so whatever the saved database names is there when the photos are copied afterwards. Photos that are damaged
# where they lie are named and make it end with 1; database and all other photos are saved nevertheless.
#
#   MYSQL_HOST, MYSQL_PORT (3306), MYSQL_DATABASE (citycase), MYSQL_USER (citycase), MYSQL_PASSWORD_FILE
#   ATTACHMENTS   the folder of the photos; none when they are in an S3 store, which keeps its own copies
set -euo pipefail
# What is saved holds names and phones.
umask 077
folder=${1:?"Say where the backup goes: backup.sh <folder>"}
time=$(date -u +%Y-%m-%dT%H%M%SZ)
draft=$(realpath -m "$folder")/$time.draft
trap 'rm -rf "$draft"' EXIT
mkdir -p "$draft" "$folder/attachments"
[ -z "${MYSQL_PASSWORD_FILE:-}" ] || { MYSQL_PWD=$(cat "$MYSQL_PASSWORD_FILE"); export MYSQL_PWD; }

# One transaction reads everything as of its beginning and locks nobody out.
mysqldump --no-defaults -h"${MYSQL_HOST:-127.0.0.1}" -P"${MYSQL_PORT:-3306}" --protocol=TCP -u"${MYSQL_USER:-citycase}" \
  --single-transaction --quick --skip-lock-tables --no-tablespaces --set-gtid-purged=OFF --hex-blob \
  --default-character-set=utf8mb4 --max-allowed-packet=64M "${MYSQL_DATABASE:-citycase}" | gzip -3 >"$draft/database.sql.gz"
gzip -dc "$draft/database.sql.gz" | tail -n 1 | grep -q '^-- Dump completed' ||
  { echo "The database was not saved to its end: nothing is kept." >&2; exit 1; }

new=0
damaged=0
if [ -n "${ATTACHMENTS:-}" ]; then
  new=$(bash "$(dirname "$0")/copy-photos.sh" "$ATTACHMENTS" "$folder/attachments") || damaged=$?
  [ "$damaged" = 0 ] || [ "$damaged" = 3 ] || exit 1
fi
sync
(cd "$draft" && sha256sum database.sql.gz >backup.sha256)
mv "$draft" "$folder/$time"
echo "$folder/$time: $(du -h "$folder/$time/database.sql.gz" | cut -f1) of database, $new new photos."
[ "$damaged" = 0 ] || { echo "The photos that are named above are damaged where they were taken from: bring them back from an earlier backup." >&2; exit 1; }
