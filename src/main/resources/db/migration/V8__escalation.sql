-- What proves that a notice left: filled after the transaction that issued it. Instants are epoch milliseconds.
ALTER TABLE cc_notice ADD COLUMN citizen BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE cc_notice ADD COLUMN delivered_at BIGINT;
ALTER TABLE cc_notice ADD COLUMN receipt VARCHAR(200);
ALTER TABLE cc_notice ADD COLUMN attempts INT DEFAULT 0 NOT NULL;
ALTER TABLE cc_notice ADD COLUMN failure VARCHAR(500);
ALTER TABLE cc_notice ADD COLUMN given_up BOOLEAN DEFAULT FALSE NOT NULL;

UPDATE cc_notice SET delivered_at = at, receipt = 'sent before receipts were kept', attempts = 1;

CREATE INDEX cc_notice_pending ON cc_notice (given_up, delivered_at);

-- Escalations and supervision: rung_key names what may happen once only.
CREATE TABLE cc_escalation (
  case_number     VARCHAR(19)   NOT NULL,
  seq             INT           NOT NULL,
  at              BIGINT        NOT NULL,
  rung_key        VARCHAR(80)   NOT NULL,
  cause           VARCHAR(20)   NOT NULL,
  clock_round     INT           NOT NULL,
  extensions      INT           NOT NULL,
  share_percent   INT           NOT NULL,
  level_code      VARCHAR(20)   NOT NULL,
  recipient_group VARCHAR(60)   NOT NULL,
  alarm           BOOLEAN       NOT NULL,
  row_id          VARCHAR(120),
  note            VARCHAR(2000),
  PRIMARY KEY (case_number, seq)
);
CREATE UNIQUE INDEX cc_escalation_once ON cc_escalation (case_number, rung_key);

-- Who was told, and by which notice.
CREATE TABLE cc_escalation_receiver (
  case_number    VARCHAR(19) NOT NULL,
  escalation_seq INT         NOT NULL,
  user_name      VARCHAR(64) NOT NULL,
  notice_id      BIGINT      NOT NULL,
  PRIMARY KEY (case_number, escalation_seq, user_name)
);

-- Who kept guard at a danger, from when to when, and how it ended.
CREATE TABLE cc_guard (
  case_number VARCHAR(19)   NOT NULL,
  seq         INT           NOT NULL,
  person      VARCHAR(64)   NOT NULL,
  from_at     BIGINT        NOT NULL,
  to_at       BIGINT,
  ended_by    VARCHAR(10),
  told_by     VARCHAR(64),
  note        VARCHAR(2000),
  PRIMARY KEY (case_number, seq)
);

-- The second clock of a call to the city's hotline: until when the caller is answered.
CREATE TABLE cc_reply_clock (
  case_number VARCHAR(19)   NOT NULL PRIMARY KEY,
  hotline     VARCHAR(10)   NOT NULL,
  kind        VARCHAR(20)   NOT NULL,
  limit_value INT           NOT NULL,
  limit_unit  VARCHAR(20)   NOT NULL,
  started_at  BIGINT        NOT NULL,
  due_at      BIGINT        NOT NULL,
  answered_at BIGINT,
  answer      VARCHAR(4000)
);
CREATE INDEX cc_reply_clock_open ON cc_reply_clock (answered_at, due_at);
