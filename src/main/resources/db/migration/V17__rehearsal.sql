-- The last rehearsal of each draft of a table: how far it is, and what it found as JSON.
-- Instants are epoch milliseconds.
CREATE TABLE cc_rehearsal (
  draft_id     BIGINT        NOT NULL PRIMARY KEY,
  run_id       VARCHAR(36)   NOT NULL,
  table_name   VARCHAR(40)   NOT NULL,
  edition      INT           NOT NULL,
  from_at      BIGINT        NOT NULL,
  to_at        BIGINT        NOT NULL,
  district     VARCHAR(12),
  asked_by     VARCHAR(64)   NOT NULL,
  asked_at     BIGINT        NOT NULL,
  seen_at      BIGINT        NOT NULL,
  state        VARCHAR(10)   NOT NULL,
  cases_done   BIGINT        NOT NULL,
  cases_total  BIGINT        NOT NULL,
  failure      VARCHAR(1000),
  outcome      LONGTEXT
);
