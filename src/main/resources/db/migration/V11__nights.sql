-- The city day whose night work was begun last, so that of several nodes one does it.
CREATE TABLE cc_night (
  id INT NOT NULL PRIMARY KEY,
  begun_day DATE NOT NULL
);

-- The stages somebody has just now.
CREATE INDEX cc_stage_clock_open ON cc_stage_clock (to_at, case_number);

-- What the check of the engine's timers against the clocks found.
CREATE TABLE cc_timer_check (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at BIGINT NOT NULL,
  checked_cases INT NOT NULL,
  found_differences INT NOT NULL,
  mended BOOLEAN NOT NULL,
  details LONGTEXT NOT NULL
);
