-- What a unit asked instead of doing the work, and what became of it; instants are epoch milliseconds.
CREATE TABLE cc_request (
  case_number      VARCHAR(19)   NOT NULL,
  seq              INT           NOT NULL,
  kind             VARCHAR(10)   NOT NULL,
  unit             VARCHAR(32)   NOT NULL,
  asked_by         VARCHAR(64)   NOT NULL,
  asked_at         BIGINT        NOT NULL,
  reason           VARCHAR(2000) NOT NULL,
  new_ground       VARCHAR(2000),
  until_date       DATE,
  state            VARCHAR(20)   NOT NULL,
  reviewed_by      VARCHAR(64),
  decided_by       VARCHAR(64),
  decided_at       BIGINT,
  decision_reason  VARCHAR(2000),
  row_id           VARCHAR(120)  NOT NULL,
  buck_passing     BOOLEAN       NOT NULL,
  PRIMARY KEY (case_number, seq)
);

-- The first unit (首接), whether the case was moved, who accepted it, which co-units are done (会办).
ALTER TABLE cc_case_file ADD COLUMN first_unit VARCHAR(32);
ALTER TABLE cc_case_file ADD COLUMN moved BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE cc_case_file ADD COLUMN accepted_by VARCHAR(64);
ALTER TABLE cc_case_file ADD COLUMN co_done VARCHAR(400);
ALTER TABLE cc_case_file ADD COLUMN handling_since BIGINT;
ALTER TABLE cc_case_file ADD COLUMN void_asked_by VARCHAR(64);
UPDATE cc_case_file SET first_unit = unit WHERE unit IS NOT NULL;
