-- Seals: the ends of all logs at one instant, chained to each other. Instants are epoch milliseconds.
CREATE TABLE cc_seal (
  seq                  INT         NOT NULL PRIMARY KEY,
  sealed_day           VARCHAR(10) NOT NULL,
  at                   BIGINT      NOT NULL,
  cases                INT         NOT NULL,
  heads_hash           VARCHAR(64) NOT NULL,
  configuration_length INT         NOT NULL,
  configuration_hash   VARCHAR(64) NOT NULL,
  previous_hash        VARCHAR(64) NOT NULL,
  root_hash            VARCHAR(64) NOT NULL
);
CREATE INDEX cc_seal_day ON cc_seal (sealed_day, seq);

-- The end of each case's log that grew since the seal before.
CREATE TABLE cc_sealed_case (
  case_number VARCHAR(19) NOT NULL,
  length      INT         NOT NULL,
  seal_seq    INT         NOT NULL,
  hash        VARCHAR(64) NOT NULL,
  PRIMARY KEY (case_number, length)
);
CREATE INDEX cc_sealed_case_seal ON cc_sealed_case (seal_seq, case_number);

CREATE TABLE cc_seal_chain (
  id     INT         NOT NULL PRIMARY KEY,
  length INT         NOT NULL,
  hash   VARCHAR(64) NOT NULL
);
INSERT INTO cc_seal_chain (id, length, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Checks of all logs by the running service: how far each is, and what it found as JSON.
CREATE TABLE cc_trail_check (
  id             VARCHAR(36)   NOT NULL PRIMARY KEY,
  asked_by       VARCHAR(64)   NOT NULL,
  asked_at       BIGINT        NOT NULL,
  seen_at        BIGINT        NOT NULL,
  state          VARCHAR(10)   NOT NULL,
  cases_done     BIGINT        NOT NULL,
  cases_total    BIGINT        NOT NULL,
  findings_total BIGINT        NOT NULL,
  findings       LONGTEXT      NOT NULL,
  failure        VARCHAR(1000)
);
CREATE INDEX cc_trail_check_asked ON cc_trail_check (asked_at);
