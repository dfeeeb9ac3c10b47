-- Published versions of the decision tables; their text lies in the engine's repository.
CREATE TABLE cc_table_version (
  seq           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  table_name    VARCHAR(40)   NOT NULL,
  number_       INT           NOT NULL,
  version       VARCHAR(12)   NOT NULL,
  national      VARCHAR(12)   NOT NULL,
  kind          VARCHAR(10)   NOT NULL,
  effective_at  BIGINT        NOT NULL,
  published_at  BIGINT        NOT NULL,
  published_by  VARCHAR(64)   NOT NULL,
  author        VARCHAR(64)   NOT NULL,
  remark        VARCHAR(1000) NOT NULL,
  correction    BOOLEAN       NOT NULL,
  row_count     INT           NOT NULL,
  deployment_id VARCHAR(64)   NOT NULL,
  withdrawn_at  BIGINT,
  CONSTRAINT cc_table_version_number UNIQUE (table_name, number_)
);

-- Drafts of tables, faulty ones included, until they are published or thrown away.
CREATE TABLE cc_table_draft (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  table_name   VARCHAR(40) NOT NULL,
  base         VARCHAR(12) NOT NULL,
  author       VARCHAR(64) NOT NULL,
  created_at   BIGINT      NOT NULL,
  changed_at   BIGINT      NOT NULL,
  edition      INT         NOT NULL,
  state        VARCHAR(10) NOT NULL,
  content      LONGTEXT    NOT NULL
);
CREATE INDEX cc_table_draft_state ON cc_table_draft (state, table_name);

-- Who did what to a table or to the way tables are published.
CREATE TABLE cc_table_log (
  seq        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at         BIGINT        NOT NULL,
  actor      VARCHAR(64)   NOT NULL,
  action     VARCHAR(20)   NOT NULL,
  table_name VARCHAR(40),
  version    VARCHAR(12),
  draft_id   BIGINT,
  remark     VARCHAR(1000) NOT NULL
);

-- The receipt tells on which day the rows had to be valid and which rows matched and lost.
ALTER TABLE cc_decision ADD COLUMN basis_at BIGINT;
ALTER TABLE cc_decision ADD COLUMN lost LONGTEXT;
CREATE INDEX cc_decision_row ON cc_decision (table_name, row_id, seq);
