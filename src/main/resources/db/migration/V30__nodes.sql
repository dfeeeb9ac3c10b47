-- A night is taken by one node; another takes it over when that one dies before its work is done. Instants are epoch
-- milliseconds.
ALTER TABLE cc_night ADD COLUMN done_day DATE;
ALTER TABLE cc_night ADD COLUMN busy_until BIGINT;
UPDATE cc_night SET done_day = begun_day;

-- The answers given under an Idempotency-Key, kept in the transaction of what they tell.
CREATE TABLE cc_kept_answer (
  idempotency_key VARCHAR(200)  NOT NULL,
  sender          VARCHAR(64)   NOT NULL,
  request_hash    VARCHAR(64)   NOT NULL,
  case_number     VARCHAR(19),
  at              BIGINT        NOT NULL,
  status_code     INT,
  content_type    VARCHAR(200),
  location        VARCHAR(500),
  answer          LONGTEXT,
  PRIMARY KEY (idempotency_key, sender)
);
CREATE INDEX cc_kept_answer_at ON cc_kept_answer (at);
CREATE INDEX cc_kept_answer_case ON cc_kept_answer (case_number);
