#!/usr/bin/env bash
# Three MySQL servers on 127.0.0.1 in one replication group with a single primary, and MySQL Router before them, for the
# fault runs. Servers are those of mysql.sh; the group is formed by plain SQL, without MySQL Shell.
#
#   cluster.sh start      form the group, or restart dead members and let them in again
#   cluster.sh router     start the router: it writes to the primary, on the first port + 9
#   cluster.sh status     each member's port, state and role     cluster.sh primary   the primary's port
#   cluster.sh kill N     kill -9 member N (1 to 3)              cluster.sh rejoin N  start it and let it in
#   cluster.sh sql N …    the mysql client as root on member N   cluster.sh url       JDBC URL through the router
#   cluster.sh stop       stop all                               cluster.sh clean     and drop the data
#
#   CLUSTER_PORT   33311: the first member's port (the group talks on ports 100 higher)
#   CLUSTER_RUN    data of all members            CLUSTER_OPTS   further mysqld options
#   MYSQL_CACHE, MYSQL_SUITE, MYSQL_DURABLE       as in mysql.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
first=${CLUSTER_PORT:-33311}
if [ "$(id -u)" -eq 0 ]; then kept=/var/tmp/citycase-mysql; else kept=${XDG_CACHE_HOME:-$HOME/.cache}/citycase-mysql; fi
quick=$kept
free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
[ "${free:-0}" -lt 4194304 ] || quick=/dev/shm/citycase-mysql-$(id -u)
run=$(realpath -m "${CLUSTER_RUN:-$quick/group-$first}")
group=0c17ca5e-0000-4000-8000-0000000$first
members=performance_schema.replication_group_members

port() { echo $((first + $1 - 1)); }
number() { echo $(($1 - first + 1)); }
server() { local n=$1; shift; MYSQL_RUN=$run/$n MYSQL_PORT=$(port "$n") MYSQL_ROOT=0 "$here/mysql.sh" "$@"; }
sql() { local n=$1; shift; server "$n" sql -N "$@"; }
state() { sql "$1" -e "SELECT member_state FROM $members WHERE member_id = @@server_uuid" 2>/dev/null || true; }

boot() { # a server that is not yet in the group
  local n=$1 options
  options="--server-id=$n --report-host=127.0.0.1 --report-port=$(port "$n")
    --gtid-mode=ON --enforce-gtid-consistency=ON --log-bin=binlog --relay-log=relay
    --plugin-load-add=group_replication.so --plugin-load-add=mysql_clone.so --innodb-buffer-pool-size=128M
    --loose-group-replication-group-name=$group
    --loose-group-replication-local-address=127.0.0.1:$(($(port "$n") + 100))
    --loose-group-replication-group-seeds=127.0.0.1:$((first + 100)),127.0.0.1:$((first + 101)),127.0.0.1:$((first + 102))
    --loose-group-replication-start-on-boot=OFF --loose-group-replication-single-primary-mode=ON
    --loose-group-replication-recovery-get-public-key=ON --loose-group-replication-member-weight=$((100 - 10 * n))
    --loose-group-replication-member-expel-timeout=0"
  MYSQL_OPTS="$options ${CLUSTER_OPTS:-}" server "$n" start
  [ ! -f "$run/$n/accounts" ] || return 0
  # The same accounts on each member, outside of what is replicated.
  sql "$n" <<'SQL'
SET sql_log_bin = 0;
CREATE USER IF NOT EXISTS root@'127.0.0.1';
GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
CREATE USER IF NOT EXISTS member@'%' IDENTIFIED BY 'member';
GRANT REPLICATION SLAVE, CONNECTION_ADMIN, BACKUP_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO member@'%';
SET sql_log_bin = 1;
CHANGE REPLICATION SOURCE TO SOURCE_USER = 'member', SOURCE_PASSWORD = 'member' FOR CHANNEL 'group_replication_recovery';
SQL
  touch "$run/$n/accounts"
}

primary() { # as a member sees it that is in a majority
  local n p
  for n in 1 2 3; do
    [ "$(state "$n")" = ONLINE ] || continue
    p=$(sql "$n" -e "SELECT member_port FROM $members WHERE member_role = 'PRIMARY' AND member_state = 'ONLINE'
      AND (SELECT 2 * SUM(member_state = 'ONLINE') > COUNT(*) FROM $members)")
    [ -z "$p" ] || { echo "$p"; return 0; }
  done
  return 1
}

await_online() {
  local i
  for i in $(seq 600); do
    [ "$(state "$1")" != ONLINE ] || return 0
    sleep 0.1
  done
  echo "cluster.sh: member $1 stays $(state "$1")" >&2
  return 1
}

join() {
  [ "$(state "$1")" != ONLINE ] || return 0
  sql "$1" -e "STOP GROUP_REPLICATION; START GROUP_REPLICATION"
  await_online "$1"
}

executed() { sql "$1" -e "SELECT @@global.gtid_executed" | tr -d '\\n '; }
begin() { # the group, with the member that has executed most
  local n best=3
  for n in 2 1; do
    [ "$(sql "$n" -e "SELECT GTID_SUBSET('$(executed $best)', '$(executed "$n")')")" = 0 ] || best=$n
  done
  sql "$best" -e "SET GLOBAL group_replication_bootstrap_group = ON; START GROUP_REPLICATION;
    SET GLOBAL group_replication_bootstrap_group = OFF"
  await_online "$best"
}

start() {
  local n
  "$here/mysql.sh" fetch
  mkdir -p "$run"
  for n in 1 2 3; do server "$n" status 2>/dev/null || boot "$n" & done
  wait
  for n in 1 2 3; do server "$n" status; done
  if ! primary >/dev/null; then # none yet, or one that lost its majority
    for n in 1 2 3; do
      [ -z "$(state "$n" | grep -v OFFLINE)" ] || { server "$n" kill; boot "$n"; }
    done
    begin
  fi
  for n in 1 2 3; do join "$n"; done
  status
}

status() {
  local n
  for n in 1 2 3; do
    [ "$(state "$n")" = ONLINE ] || continue
    sql "$n" -e "SELECT member_port, member_state, member_role FROM $members ORDER BY 1"
    return 0
  done
  return 1
}

# The tables from which the router reads the group's members; MySQL Shell would have made more of them.
described() {
  cat <<'SQL'
CREATE SCHEMA mysql_innodb_cluster_metadata;
USE mysql_innodb_cluster_metadata;
CREATE TABLE schema_version (major INT, minor INT, patch INT, PRIMARY KEY (major, minor, patch));
INSERT INTO schema_version VALUES (2, 2, 0);
CREATE TABLE v2_gr_clusters (cluster_id CHAR(36) PRIMARY KEY, cluster_name VARCHAR(63), group_name CHAR(36),
  cluster_type VARCHAR(10) DEFAULT 'gr', router_options JSON);
CREATE TABLE v2_instances (instance_id INT AUTO_INCREMENT PRIMARY KEY, cluster_id CHAR(36), mysql_server_uuid CHAR(36),
  address VARCHAR(265), endpoint VARCHAR(265), xendpoint VARCHAR(265), attributes JSON, label VARCHAR(265));
CREATE TABLE v2_routers (router_id INT AUTO_INCREMENT PRIMARY KEY, router_name VARCHAR(265), product_name VARCHAR(128),
  address VARCHAR(256), version VARCHAR(12), last_check_in DATETIME, attributes JSON, options JSON,
  cluster_id CHAR(36), clusterset_id CHAR(36));
CREATE TABLE v2_cs_members (cluster_id CHAR(36) PRIMARY KEY, clusterset_id CHAR(36), member_role VARCHAR(10),
  invalidated INT);
CREATE VIEW routers AS SELECT * FROM v2_routers;
CREATE VIEW v2_clusters AS SELECT * FROM v2_gr_clusters;
CREATE VIEW v2_router_options AS SELECT router_id, router_options FROM v2_routers JOIN v2_gr_clusters;
CREATE FUNCTION this_uuid() RETURNS CHAR(36) NO SQL RETURN @@server_uuid;
CREATE VIEW v2_this_instance AS SELECT i.instance_id, c.* FROM v2_instances i JOIN v2_gr_clusters c USING (cluster_id)
  WHERE i.mysql_server_uuid = this_uuid();
SET @g = @@group_replication_group_name;
INSERT INTO v2_gr_clusters (cluster_id, cluster_name, group_name) VALUES (@g, 'citycase', @g);
INSERT INTO v2_instances (cluster_id, mysql_server_uuid, address, endpoint, xendpoint, attributes, label)
  SELECT @g, member_id, a, a, a, '{}', a
  FROM (SELECT member_id, CONCAT(member_host, ':', member_port) a FROM performance_schema.replication_group_members) m;
SQL
}

router_pid() { # of the router of this group, and of no other process
  local p; p=$(cat "$run/router.pid" 2>/dev/null) || return 1
  tr '\0' '\n' 2>/dev/null <"/proc/$p/cmdline" | grep -qxF "$run/router/mysqlrouter.conf" && echo "$p"
}

configure() { # the router, from the primary
  local p user=()
  p=$(primary)
  [ "$(id -u)" -ne 0 ] || user=(--user=root)
  sql "$(number "$p")" -e "USE mysql_innodb_cluster_metadata" 2>/dev/null || described | sql "$(number "$p")"
  rm -rf "$run/router"
  echo | "$1/run/mysqlrouter" --bootstrap "root@127.0.0.1:$p" -d "$run/router" "${user[@]}" --report-host=127.0.0.1 --force \
    --conf-bind-address=127.0.0.1 --conf-base-port=$((first + 9)) --disable-rest \
    --conf-set-option=DEFAULT.plugin_folder="$1/usr/lib/mysqlrouter/plugin" >"$run/router.log" 2>&1 ||
    { cat "$run/router.log" >&2; return 1; }
}

router() {
  local i tree
  ! router_pid >/dev/null || return 0
  tree=$("$here/mysql.sh" tree)
  [ -f "$run/router/mysqlrouter.conf" ] || configure "$tree"
  setsid "$tree/run/mysqlrouter" -c "$run/router/mysqlrouter.conf" </dev/null >>"$run/router.log" 2>&1 &
  echo $! >"$run/router.pid"
  for i in $(seq 200); do
    ! "$tree/run/mysql" --no-defaults -uroot -h127.0.0.1 -P$((first + 9)) -N -e "SELECT @@port" 2>/dev/null || return 0
    sleep 0.1
  done
  tail -n 5 "$run/router/log/mysqlrouter.log" >&2
  return 1
}

stop() {
  local n p i
  if p=$(router_pid); then
    kill "$p"
    for i in $(seq 100); do
      [ -d "/proc/$p" ] || break
      sleep 0.1
    done
  fi
  for n in 3 2 1; do server "$n" stop; done
}

case ${1:-} in
  start) start ;;
  router) router ;;
  status) status ;;
  primary) primary ;;
  kill) server "$2" kill ;;
  rejoin) server "$2" status 2>/dev/null || boot "$2"; join "$2"; status ;;
  sql) n=$2; shift 2; server "$n" sql "$@" ;;
  url) echo "jdbc:mysql://127.0.0.1:$((first + 9))/?user=root" ;;
  stop) stop ;;
  clean) stop; rm -rf "$run" ;;
  *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2 ;;
esac
