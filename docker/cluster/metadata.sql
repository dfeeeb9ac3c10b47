-- What MySQL Router asks of a group that MySQL Shell would have described: the names and columns it reads, filled from the
-- group itself. May run at any time while all members are in: one with a new disk has a new uuid, and the router uses none
-- that is not named here.
CREATE SCHEMA IF NOT EXISTS mysql_innodb_cluster_metadata;
USE mysql_innodb_cluster_metadata;
CREATE TABLE IF NOT EXISTS schema_version (major INT, minor INT, patch INT, PRIMARY KEY (major, minor, patch));
INSERT IGNORE INTO schema_version VALUES (2, 2, 0);
CREATE TABLE IF NOT EXISTS v2_gr_clusters (cluster_id CHAR(36) PRIMARY KEY, cluster_name VARCHAR(63), group_name CHAR(36),
  cluster_type VARCHAR(10) DEFAULT 'gr', router_options JSON);
CREATE TABLE IF NOT EXISTS v2_instances (instance_id INT AUTO_INCREMENT PRIMARY KEY, cluster_id CHAR(36), mysql_server_uuid CHAR(36),
  address VARCHAR(265), endpoint VARCHAR(265), xendpoint VARCHAR(265), attributes JSON, label VARCHAR(265));
CREATE TABLE IF NOT EXISTS v2_routers (router_id INT AUTO_INCREMENT PRIMARY KEY, router_name VARCHAR(265), product_name VARCHAR(128),
  address VARCHAR(256), version VARCHAR(12), last_check_in DATETIME, attributes JSON, options JSON,
  cluster_id CHAR(36), clusterset_id CHAR(36));
CREATE TABLE IF NOT EXISTS v2_cs_members (cluster_id CHAR(36) PRIMARY KEY, clusterset_id CHAR(36), member_role VARCHAR(10),
  invalidated INT);
CREATE OR REPLACE VIEW routers AS SELECT * FROM v2_routers;
CREATE OR REPLACE VIEW v2_clusters AS SELECT * FROM v2_gr_clusters;
CREATE OR REPLACE VIEW v2_router_options AS SELECT router_id, router_options FROM v2_routers JOIN v2_gr_clusters;
CREATE FUNCTION IF NOT EXISTS this_uuid() RETURNS CHAR(36) NO SQL RETURN @@server_uuid;
CREATE OR REPLACE VIEW v2_this_instance AS SELECT i.instance_id, c.* FROM v2_instances i JOIN v2_gr_clusters c USING (cluster_id)
  WHERE i.mysql_server_uuid = this_uuid();
SET @g = @@group_replication_group_name;
INSERT IGNORE INTO v2_gr_clusters (cluster_id, cluster_name, group_name) VALUES (@g, 'citycase', @g);
START TRANSACTION;
DELETE FROM v2_instances
  WHERE mysql_server_uuid NOT IN (SELECT member_id FROM performance_schema.replication_group_members);
INSERT INTO v2_instances (cluster_id, mysql_server_uuid, address, endpoint, xendpoint, attributes, label)
  SELECT @g, member_id, a, a, a, '{}', a
  FROM (SELECT member_id, CONCAT(member_host, ':', member_port) a FROM performance_schema.replication_group_members) m
  WHERE member_id NOT IN (SELECT mysql_server_uuid FROM v2_instances);
COMMIT;
