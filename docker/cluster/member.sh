#!/bin/bash
# A member of the group: MySQL's own start, with what Group Replication asks for. $MEMBER is 1, 2 or 3; 1 is preferred as primary.
# A new member is let in by group.sh; one that has been in finds its way back alone.
set -euo pipefail
again=OFF
[ ! -d /var/lib/mysql/mysql ] || again=ON
exec docker-entrypoint.sh mysqld \
  --character-set-server=utf8mb4 --collation-server=utf8mb4_0900_ai_ci --transaction-isolation=READ-COMMITTED \
  --max-allowed-packet=64M --innodb-buffer-pool-size=1G \
  --server-id="$MEMBER" --report-host="mysql-$MEMBER" --report-port=3306 \
  --gtid-mode=ON --enforce-gtid-consistency=ON --log-bin=binlog --relay-log=relay --binlog-expire-logs-seconds=604800 \
  --plugin-load-add=group_replication.so --plugin-load-add=mysql_clone.so \
  --loose-group-replication-group-name=0a6f5c3e-7b1d-4d0e-9a53-c17ca5e00001 \
  --loose-group-replication-local-address="mysql-$MEMBER:33061" \
  --loose-group-replication-group-seeds=mysql-1:33061,mysql-2:33061,mysql-3:33061 \
  --loose-group-replication-start-on-boot="$again" \
  --loose-group-replication-autorejoin-tries=3 \
  --loose-group-replication-single-primary-mode=ON \
  --loose-group-replication-consistency=BEFORE_ON_PRIMARY_FAILOVER \
  --loose-group-replication-recovery-get-public-key=ON \
  --loose-group-replication-unreachable-majority-timeout=30 \
  --loose-group-replication-member-weight=$((100 - 10 * MEMBER))
