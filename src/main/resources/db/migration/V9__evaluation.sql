-- Linked cases (T29), false feedback, substitute rectification.
ALTER TABLE cc_case_file ADD COLUMN parent_case VARCHAR(19);
ALTER TABLE cc_case_file ADD COLUMN false_feedback_count INT DEFAULT 0 NOT NULL;
ALTER TABLE cc_case_file ADD COLUMN contractor VARCHAR(100);
ALTER TABLE cc_case_file ADD COLUMN substitute_cost DECIMAL(12, 2);
CREATE INDEX cc_case_file_parent ON cc_case_file (parent_case);

-- Where a photo was taken, in degrees WGS 84, as its sender says.
ALTER TABLE cc_attachment ADD COLUMN lat DOUBLE;
ALTER TABLE cc_attachment ADD COLUMN lng DOUBLE;

-- Items are never changed: an adjusting one has negative points and names the position it adjusts.
ALTER TABLE cc_penalty_item ADD COLUMN cause VARCHAR(20);
ALTER TABLE cc_penalty_item ADD COLUMN adjusts INT;
UPDATE cc_penalty_item SET cause = 'overdue' WHERE code LIKE 'OT%';

CREATE TABLE cc_personal_penalty (
  id           VARCHAR(36)   NOT NULL PRIMARY KEY,
  case_number  VARCHAR(19)   NOT NULL,
  position     INT           NOT NULL,
  code         VARCHAR(20)   NOT NULL,
  person       VARCHAR(64)   NOT NULL,
  points       DECIMAL(8, 3) NOT NULL
);
CREATE INDEX cc_personal_penalty_case ON cc_personal_penalty (case_number);

-- One appeal per case against its overdue mark (instants are epoch milliseconds).
CREATE TABLE cc_appeal (
  case_number    VARCHAR(19)   NOT NULL PRIMARY KEY,
  unit           VARCHAR(32)   NOT NULL,
  asked_by       VARCHAR(64)   NOT NULL,
  asked_at       BIGINT        NOT NULL,
  reason         VARCHAR(2000) NOT NULL,
  state          VARCHAR(20)   NOT NULL,
  decided_by     VARCHAR(64),
  decided_at     BIGINT,
  decision       VARCHAR(2000),
  reviewed_by    VARCHAR(64),
  reviewed_at    BIGINT,
  review         VARCHAR(2000)
);
