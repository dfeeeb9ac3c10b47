#!/usr/bin/env bash
# Brings a backup back into an EMPTY database, while no node runs: restore.sh <folder>/<time>
#
# Takes the settings of backup.sh; ATTACHMENTS is where the photos go, whole ones that are there stay, and OWNER whom they
# shall belong to, when that is not who runs this. Afterwards
#   java -jar citycase.jar verify-trail jdbc:mysql://… --attachments=… --seals=…
# proves that nothing is missing or altered, and the nodes are started as ever: what came due meanwhile is done at once.
set -euo pipefail
backup=$(cd "${1:?"Name a backup: restore.sh <folder>/<time>"}" && pwd)
[ -z "${MYSQL_PASSWORD_FILE:-}" ] || { MYSQL_PWD=$(cat "$MYSQL_PASSWORD_FILE"); export MYSQL_PWD; }
database=${MYSQL_DATABASE:-citycase}
sql() {
  mysql --no-defaults -h"${MYSQL_HOST:-127.0.0.1}" -P"${MYSQL_PORT:-3306}" --protocol=TCP -u"${MYSQL_USER:-citycase}" \
    --default-character-set=utf8mb4 --max-allowed-packet=64M -N "$database" "$@"
}

(cd "$backup" && sha256sum --quiet -c backup.sha256)
tables=$(sql -e "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '$database'")
[ "$tables" = 0 ] ||
  { echo "Database $database holds $tables tables: name an empty one, so that nothing is written over." >&2; exit 1; }

# Photos first, as when they were taken in: no case is ever there without its photo.
damaged=0
if [ -n "${ATTACHMENTS:-}" ]; then
  bash "$(dirname "$0")/copy-photos.sh" "$backup/../attachments" "$ATTACHMENTS" >/dev/null || damaged=$?
  [ "$damaged" = 0 ] || [ "$damaged" = 3 ] || exit 1
  target=$(cd "$ATTACHMENTS" && pwd)
  [ -z "${OWNER:-}" ] || { chown "$OWNER" "$target/.." && chown -R "$OWNER" "$target"; }
fi
gzip -dc "$backup/database.sql.gz" | sql
sync
echo "Restored $(sql -e 'SELECT COUNT(*) FROM cc_case_file') cases, the last reported at $(sql -e 'SELECT FROM_UNIXTIME(MAX(reported_at) / 1000) FROM cc_case_file')."
[ "$damaged" = 0 ] || { echo "The photos that are named above are damaged in the backup: their cases are without them." >&2; exit 1; }
