-- Who changed what the cases are worked by; chained like the log of a case.
CREATE TABLE cc_configuration_log (
  seq            INT          NOT NULL PRIMARY KEY,
  at             BIGINT       NOT NULL,
  actor          VARCHAR(64)  NOT NULL,
  action         VARCHAR(60)  NOT NULL,
  subject        VARCHAR(200) NOT NULL,
  data           LONGTEXT     NOT NULL,
  previous_hash  VARCHAR(64)  NOT NULL,
  hash           VARCHAR(64)  NOT NULL
);
CREATE INDEX cc_configuration_log_at ON cc_configuration_log (at);
CREATE TABLE cc_configuration_head (
  id      INT         NOT NULL PRIMARY KEY,
  length  INT         NOT NULL,
  hash    VARCHAR(64) NOT NULL
);
INSERT INTO cc_configuration_head (id, length, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
