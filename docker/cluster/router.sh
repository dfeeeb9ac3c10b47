#!/bin/bash
# MySQL Router: port 6446 leads to the primary, whichever member that is now. It learns of the group from any member, once.
set -euo pipefail
read -ra members <<<"${MEMBERS:-mysql-1:3306 mysql-2:3306 mysql-3:3306}"
folder=${FOLDER:-/tmp/router}
if [ ! -f "$folder/mysqlrouter.conf" ]; then
  for member in "${members[@]}"; do
    rm -rf "$folder"
    mysqlrouter --bootstrap "root@$member" --directory "$folder" --force --disable-rest ${ROUTER_OPTIONS:-} \
      <"${SECRETS:-/run/secrets}/mysql-root" && break
  done
fi
exec mysqlrouter --config "$folder/mysqlrouter.conf"
