-- Receipts: which row of which version of a table answered which question of a case.
CREATE TABLE cc_decision (
  seq         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_number VARCHAR(19)   NOT NULL,
  asked_at    BIGINT        NOT NULL,
  table_name  VARCHAR(40)   NOT NULL,
  version     VARCHAR(12)   NOT NULL,
  row_id      VARCHAR(120)  NOT NULL,
  question    VARCHAR(4000) NOT NULL,
  answer      VARCHAR(4000) NOT NULL
);
CREATE INDEX cc_decision_case ON cc_decision (case_number, seq);
