-- Published calendars of the city; its base data is version 1 and stays where it is.
-- Instants are epoch milliseconds; content is JSON.
CREATE TABLE cc_calendar_version (
  id INT NOT NULL PRIMARY KEY,
  version VARCHAR(64) NOT NULL,
  published_at BIGINT NOT NULL,
  published_by VARCHAR(64) NOT NULL,
  remark VARCHAR(500) NOT NULL,
  content LONGTEXT NOT NULL
);

-- A halted clock is judged at the instant it was halted, also when its present entry began later.
ALTER TABLE cc_case_clock ADD COLUMN halted_at BIGINT;
UPDATE cc_case_clock SET halted_at = since_at WHERE state IN ('PAUSED', 'STOPPED');

-- An entry without length that corrects the time used before it.
ALTER TABLE cc_clock_segment ADD COLUMN adjusting BOOLEAN NOT NULL DEFAULT FALSE;
