#!/bin/bash
# Forms the group of mysql-1, mysql-2 and mysql-3, and forms it again after all of them were away; what is done stays.
# HOSTS, PORTS and METADATA are for a trial outside of the compose file.
set -euo pipefail
read -ra hosts <<<"${HOSTS:-mysql-1 mysql-2 mysql-3}"
read -ra ports <<<"${PORTS:-3306 3306 3306}"
metadata=${METADATA:-/cluster/metadata.sql}
secrets=${SECRETS:-/run/secrets}
MYSQL_PWD=$(cat "$secrets/mysql-root")
export MYSQL_PWD
group_password=$(cat "$secrets/mysql-group")
citycase_password=$(cat "$secrets/mysql-citycase")

sql() { local n=$1; shift; mysql --no-defaults -h"${hosts[n]}" -P"${ports[n]}" -uroot -N "$@"; }
state() { sql "$1" -e "SELECT member_state FROM performance_schema.replication_group_members WHERE member_id = @@server_uuid"; }
wait_for() { # <state> <member>
  local tries
  for tries in $(seq 120); do
    [ "$(state "$2")" = "$1" ] && return 0
    sleep 1
  done
  echo "${hosts[$2]} is $(state "$2"), not $1, after 120 s: see its log" >&2
  return 1
}

for n in 0 1 2; do
  [ "$(state "$n")" != ONLINE ] || continue
  # The account the members copy from each other by: on each of them and in no log, or they would contradict each other.
  sql "$n" <<SQL
STOP GROUP_REPLICATION;
SET GLOBAL super_read_only = OFF;
SET SESSION sql_log_bin = 0;
CREATE USER IF NOT EXISTS 'replication'@'%' IDENTIFIED BY '$group_password';
GRANT REPLICATION SLAVE, CONNECTION_ADMIN, BACKUP_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO 'replication'@'%';
SET SESSION sql_log_bin = 1;
CHANGE REPLICATION SOURCE TO SOURCE_USER = 'replication', SOURCE_PASSWORD = '$group_password'
  FOR CHANNEL 'group_replication_recovery';
SQL
  # What the image wrote while it made an empty server is the same on each and would look like a difference.
  if [ "$(sql "$n" -e "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name IN ('citycase', 'mysql_innodb_cluster_metadata')")" = 0 ]; then
    sql "$n" -e "RESET BINARY LOGS AND GTIDS"
  fi
done

online=()
for n in 0 1 2; do [ "$(state "$n")" != ONLINE ] || online+=("$n"); done
if [ ${#online[@]} = 0 ]; then
  # No member is in a group: it begins with the one that has executed all that the others have.
  first=0
  for n in 1 2; do
    mine=$(sql "$first" -e "SELECT REPLACE(@@global.gtid_executed, '\n', '')")
    theirs=$(sql "$n" -e "SELECT REPLACE(@@global.gtid_executed, '\n', '')")
    [ "$(sql "$n" -e "SELECT GTID_SUBSET('$mine', '$theirs') AND NOT GTID_SUBSET('$theirs', '$mine')")" = 0 ] || first=$n
  done
  sql "$first" -e "SET GLOBAL group_replication_bootstrap_group = ON; START GROUP_REPLICATION; SET GLOBAL group_replication_bootstrap_group = OFF"
  wait_for ONLINE "$first"
fi
for n in 0 1 2; do
  [ "$(state "$n")" = ONLINE ] && continue
  sql "$n" -e "START GROUP_REPLICATION"
  wait_for ONLINE "$n"
done

primary=$(sql 0 -e "SELECT CONCAT(member_host, ' ', member_port) FROM performance_schema.replication_group_members WHERE member_role = 'PRIMARY'")
for n in 0 1 2; do
  [ "${hosts[n]} ${ports[n]}" != "$primary" ] || p=$n
done
sql "$p" <<SQL
CREATE DATABASE IF NOT EXISTS citycase CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
CREATE USER IF NOT EXISTS 'citycase'@'%' IDENTIFIED BY '$citycase_password';
GRANT ALL ON citycase.* TO 'citycase'@'%';
SQL
# Each time: a member with a new disk is another one to the router.
sql "$p" <"$metadata"
sql "$p" -e "SELECT member_host, member_port, member_state, member_role FROM performance_schema.replication_group_members ORDER BY 1, 2"
