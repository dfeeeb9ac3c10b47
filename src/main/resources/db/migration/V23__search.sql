-- How a case's clock counts down until it moves again, so that lists are searched and sorted without the ledger.
-- Instants are epoch milliseconds; of a halted clock count_value is the seconds that are left.
ALTER TABLE cc_case_file ADD COLUMN count_group VARCHAR(64);
ALTER TABLE cc_case_file ADD COLUMN count_value BIGINT;
ALTER TABLE cc_case_file ADD COLUMN yellow_at BIGINT;
ALTER TABLE cc_case_file ADD COLUMN red_at BIGINT;

-- Lists come in the order of an index; counts by state and light read nothing but one.
CREATE INDEX cc_case_file_countdown ON cc_case_file (count_group, count_value, number);
CREATE INDEX cc_case_file_lights ON cc_case_file (state, yellow_at, red_at);
CREATE INDEX cc_case_file_unit_lights ON cc_case_file (unit, state, yellow_at, red_at);
CREATE INDEX cc_case_file_district_lights ON cc_case_file (district, state, yellow_at, red_at);
CREATE INDEX cc_case_file_newest ON cc_case_file (reported_at DESC, number DESC);
CREATE INDEX cc_case_file_oldest ON cc_case_file (reported_at, number);
CREATE INDEX cc_case_file_due_first ON cc_case_file (due_at, number);
CREATE INDEX cc_case_file_category ON cc_case_file (category, state);
CREATE INDEX cc_case_file_reporter ON cc_case_file (reported_by);

ALTER TABLE cc_case_file DROP INDEX cc_case_file_reported;
ALTER TABLE cc_case_file DROP INDEX cc_case_file_due;
ALTER TABLE cc_case_file DROP INDEX cc_case_file_unit;
ALTER TABLE cc_case_file DROP INDEX cc_case_file_district;

-- What somebody searches for again and again: the text is the query of the page /cases.
CREATE TABLE cc_saved_search (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_name  VARCHAR(64)   NOT NULL,
  name       VARCHAR(100)  NOT NULL,
  search     VARCHAR(2000) NOT NULL,
  saved_at   BIGINT        NOT NULL,
  CONSTRAINT cc_saved_search_once UNIQUE (user_name, name)
);
