#!/usr/bin/env bash
# A real MySQL server on 127.0.0.1 for the tests: no Docker, no root, nothing installed. Debian's packages are fetched
# by apt into a folder of their own (apt checks their signatures) and run with the C library fetched beside them.
#
#   mysql.sh start    fetch once, initialise once, start, wait until it answers
#   mysql.sh stop     clean shutdown              mysql.sh kill     kill -9
#   mysql.sh status   0 when it answers           mysql.sh clean    stop and drop the data
#   mysql.sh sql …    the mysql client as root    mysql.sh url      JDBC URL of the server
#   mysql.sh fetch    packages only               mysql.sh tree     where they lie (programs in run/)
#
#   MYSQL_CACHE   packages, kept between runs     MYSQL_RUN    data, log and socket of this server
#   MYSQL_PORT    33306                           MYSQL_OPTS   further mysqld options, split on spaces
#   MYSQL_ROOT    0: make no account for TCP (a member of a group gets its accounts elsewhere)
#   MYSQL_SUITE   sid, Debian's suite that carries MySQL
#
# Data lie in memory (/dev/shm) when 2 GB are free there, and are flushed once a second: fast, and lost with the machine.
# MYSQL_DURABLE=1 flushes at each commit, as a city's server does.
set -euo pipefail
umask 022

root=false; [ "$(id -u)" -ne 0 ] || root=true
if $root; then kept=/var/tmp/citycase-mysql; else kept=${XDG_CACHE_HOME:-$HOME/.cache}/citycase-mysql; fi
quick=$kept
free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
[ "${free:-0}" -lt 2097152 ] || quick=/dev/shm/citycase-mysql-$(id -u)
port=${MYSQL_PORT:-33306}
cache=$(realpath -m "${MYSQL_CACHE:-$kept/packages}")
run=$(realpath -m "${MYSQL_RUN:-$quick/$port}")
tree=$cache/tree
socket=$run/s

say() { echo "mysql.sh: $*" >&2; }
fail() { say "$*"; exit 1; }

# --- packages

mirror() { # the Debian mirror that this machine's own apt uses
  find /etc/apt -name '*.list' -o -name '*.sources' | xargs cat |
    sed -nE 's/^(URIs:|deb(-src)?( +\[[^]]*\])?) +([^ ]+).*/\4/p' | grep -E '/debian/?$' | head -n 1
}

download() { # into $cache/packages, with everything they need from the same suite
  local apt=$cache/apt key=/usr/share/keyrings/debian-archive-keyring.gpg source
  source=$(mirror) && [ -n "$source" ] || fail "apt names no Debian mirror"
  rm -rf "$apt" "$cache/packages"
  mkdir -p "$apt"/lists/partial "$apt"/archives/partial "$apt"/preferences "$cache/packages"
  echo "deb [signed-by=$key] $source ${MYSQL_SUITE:-sid} main" >"$apt/sources"
  # Nothing counts as installed, so that the C library comes along; only perl, for scripts that no test calls, does.
  printf '%s\n' 'Package: perl' 'Status: install ok installed' 'Maintainer: none' "Architecture: $(dpkg --print-architecture)" \
    'Multi-Arch: allowed' 'Version: 99' 'Description: stand-in' '' >"$apt/status"
  local get=(apt-get -qq -o Dir::Etc::SourceList="$apt/sources" -o Dir::Etc::SourceParts=- -o Dir::Etc::Preferences=/dev/null
    -o Dir::Etc::PreferencesParts="$apt/preferences" -o Dir::State::Lists="$apt/lists" -o Dir::State::Status="$apt/status"
    -o Dir::Cache="$apt" -o APT::Sandbox::User="$(id -un)" -o APT::Install-Recommends=false
    -o APT::Keep-Downloaded-Packages=true -o Acquire::Retries=3 -o Debug::NoLocking=1)
  "${get[@]}" update
  "${get[@]}" install --download-only --yes mysql-server-core mysql-client-core mysql-router >/dev/null
  mv "$apt"/archives/*.deb "$cache/packages/"
  rm -rf "$apt"
  (cd "$cache/packages" && sha256sum ./*.deb >sums)
}

unpack() {
  local package program loader
  (cd "$cache/packages" && sha256sum --quiet -c sums) || fail "damaged packages; remove $cache"
  rm -rf "$tree.new" "$tree"; mkdir -p "$tree.new/run"
  for package in "$cache"/packages/*.deb; do
    dpkg-deb --fsys-tarfile "$package" |
      tar -x -C "$tree.new" --no-same-owner --exclude='./usr/share/doc' --exclude='./usr/share/man' --exclude='./usr/share/locale'
  done
  loader=$(cd "$tree.new" && ls usr/lib/*/ld-linux-*.so.* | head -n 1)
  for program in sbin/mysqld bin/mysql bin/mysqladmin bin/mysqldump bin/mysqlbinlog bin/mysqlrouter; do
    cat >"$tree.new/run/${program#*/}" <<SCRIPT
#!/bin/sh
tree=\$(cd "\$(dirname "\$(readlink -f "\$0")")/.." && pwd)
exec "\$tree/$loader" --library-path "\$tree/${loader%/*}:\$tree/usr/lib/mysql-router" "\$tree/usr/$program" "\$@"
SCRIPT
    chmod +x "$tree.new/run/${program#*/}"
  done
  "$tree.new/run/mysqld" --version >&2 || fail "the unpacked server does not run"
  mv "$tree.new" "$tree"
}

fetch() {
  [ ! -d "$tree" ] || return 0
  mkdir -p "$cache"
  exec 8>"$cache/lock"; flock 8
  [ -f "$cache/packages/sums" ] || download
  [ -d "$tree" ] || unpack
  exec 8>&-
}

# --- server

client() { "$tree/run/mysql" --no-defaults -uroot -S "$socket" "$@"; }
answers() { client -e 'SELECT 1' >/dev/null 2>&1; }
pid() { # of the server on this data, and of no other process
  local p; p=$(cat "$run/pid" 2>/dev/null) || return 1
  tr '\0' '\n' 2>/dev/null <"/proc/$p/cmdline" | grep -qxF -- "--datadir=$run/data" && echo "$p"
}

start() {
  fetch
  mkdir -p "$run"
  exec 9>"$run/lock"; flock 9
  pid >/dev/null || boot
  [ "${MYSQL_ROOT:-1}" = 0 ] ||
    client -e "CREATE USER IF NOT EXISTS root@'127.0.0.1'; GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION"
  say "$(client -N -e 'SELECT version()') on 127.0.0.1:$port, process $(pid), data in $run"
}

boot() {
  local p i options
  [ "${#socket}" -lt 104 ] || fail "MYSQL_RUN is too long for a socket's path"
  ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || fail "port $port is taken"
  options=(--no-defaults --basedir="$tree/usr" --datadir="$run/data" --lc-messages-dir="$tree/usr/share/mysql"
    --character-sets-dir="$tree/usr/share/mysql/charsets" --plugin-dir="$tree/usr/lib/mysql/plugin"
    --log-error="$run/error.log" --secure-file-priv=NULL --innodb-redo-log-capacity=256M)
  if $root; then # mysqld does not serve as root
    chown nobody "$run"
    options+=(--user=nobody)
  fi
  if [ ! -d "$run/data" ]; then # aside first: a half-made folder is never served
    rm -rf "$run/new"; mkdir "$run/new"; ! $root || chown nobody "$run/new"
    "$tree/run/mysqld" "${options[@]}" --datadir="$run/new" --initialize-insecure >/dev/null 2>&1 8>&- 9>&- ||
      { tail -n 20 "$run/error.log" >&2; fail "cannot initialise $run"; }
    mv "$run/new" "$run/data"
  fi
  options+=(--bind-address=127.0.0.1 --port="$port" --socket="$socket" --pid-file="$run/pid" --mysqlx=OFF --skip-name-resolve
    --innodb-buffer-pool-size=256M --max-connections=500)
  [ "${MYSQL_DURABLE:-0}" = 1 ] ||
    options+=(--innodb-flush-log-at-trx-commit=0 --sync-binlog=0 --innodb-doublewrite=OFF)
  # shellcheck disable=SC2206
  options+=(${MYSQL_OPTS:-})
  rm -f "$run/pid"
  setsid "$tree/run/mysqld" "${options[@]}" </dev/null >>"$run/out.log" 2>&1 8>&- 9>&- &
  p=$!
  for i in $(seq 600); do
    ! answers || return 0
    kill -0 "$p" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$run/error.log" >&2
  fail "the server does not answer; see $run/error.log"
}

stop() { # stop SIGNAL
  local p i; p=$(pid) || return 0
  kill "-$1" "$p"
  for i in $(seq 600); do
    [ -d "/proc/$p" ] || return 0
    sleep 0.1
  done
  fail "process $p does not end"
}

case ${1:-} in
  start) start ;;
  stop) stop TERM ;;
  kill) stop KILL ;;
  clean) stop TERM; rm -rf "$run" ;;
  status) pid >/dev/null && answers || { say "not running"; exit 3; } ;;
  sql) shift; client "$@" ;;
  url) echo "jdbc:mysql://127.0.0.1:$port/?user=root" ;;
  fetch) fetch ;;
  tree) fetch; echo "$tree" ;;
  *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2 ;;
esac
