-- What the running clock of a case was started under, and how often it was extended.
ALTER TABLE cc_case_clock ADD COLUMN category VARCHAR(12) NOT NULL DEFAULT '';
ALTER TABLE cc_case_clock ADD COLUMN limit_version VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE cc_case_clock ADD COLUMN extensions INT NOT NULL DEFAULT 0;
ALTER TABLE cc_case_clock ADD COLUMN unit VARCHAR(64) NOT NULL DEFAULT '';

CREATE INDEX cc_case_clock_calendar ON cc_case_clock (calendar_version);

-- The ledger explains itself: the whole limit, by which version, and the due instant of the stretch.
ALTER TABLE cc_clock_segment ADD COLUMN limit_version VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE cc_clock_segment ADD COLUMN whole_seconds BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cc_clock_segment ADD COLUMN extensions INT NOT NULL DEFAULT 0;
ALTER TABLE cc_clock_segment ADD COLUMN due_at BIGINT;
ALTER TABLE cc_clock_segment ADD COLUMN unit VARCHAR(64) NOT NULL DEFAULT '';

-- The clocks of the stages (accept, verify, file, dispatch, check, close …): one row for each
-- stretch in which somebody had the stage's task.
CREATE TABLE cc_stage_clock (
  case_number VARCHAR(32) NOT NULL,
  seq INT NOT NULL,
  stage VARCHAR(40) NOT NULL,
  turn INT NOT NULL,
  task_id VARCHAR(64) NOT NULL,
  holder VARCHAR(400) NOT NULL,
  person VARCHAR(64),
  from_at BIGINT NOT NULL,
  to_at BIGINT,
  limit_value INT NOT NULL,
  limit_unit VARCHAR(20) NOT NULL,
  limit_seconds BIGINT NOT NULL,
  used_before BIGINT NOT NULL,
  used_seconds BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  overdue BOOLEAN NOT NULL,
  paused BOOLEAN NOT NULL,
  calendar_version VARCHAR(64) NOT NULL,
  PRIMARY KEY (case_number, seq)
);

CREATE INDEX cc_stage_clock_task ON cc_stage_clock (task_id);
