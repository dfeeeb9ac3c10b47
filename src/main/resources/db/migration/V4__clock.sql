-- The running clock of a case; instants are epoch milliseconds, times are whole seconds.
CREATE TABLE cc_case_clock (
  case_number VARCHAR(32) NOT NULL PRIMARY KEY,
  state VARCHAR(10) NOT NULL,
  limit_value INT NOT NULL,
  limit_unit VARCHAR(20) NOT NULL,
  limit_seconds BIGINT NOT NULL,
  extension_seconds BIGINT NOT NULL,
  used_seconds BIGINT NOT NULL,
  since_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  holder VARCHAR(64) NOT NULL,
  provisional BOOLEAN NOT NULL,
  calendar_version VARCHAR(64) NOT NULL,
  round INT NOT NULL,
  segments INT NOT NULL,
  row_version INT NOT NULL
);

CREATE INDEX cc_case_clock_due ON cc_case_clock (state, due_at);

-- The ledger: which state lasted from when to when, who held the case, and why.
CREATE TABLE cc_clock_segment (
  case_number VARCHAR(32) NOT NULL,
  seq INT NOT NULL,
  round INT NOT NULL,
  from_at BIGINT NOT NULL,
  to_at BIGINT,
  state VARCHAR(10) NOT NULL,
  holder VARCHAR(64) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  limit_text VARCHAR(40) NOT NULL,
  used_seconds BIGINT NOT NULL,
  calendar_version VARCHAR(64) NOT NULL,
  PRIMARY KEY (case_number, seq)
);
