-- The case file: facts and instants of a case (instants are epoch milliseconds).
CREATE TABLE cc_case_file (
  number            VARCHAR(19)   NOT NULL PRIMARY KEY,
  version           BIGINT        NOT NULL,
  state             VARCHAR(20)   NOT NULL,
  state_before      VARCHAR(20),
  step              VARCHAR(20),
  channel           VARCHAR(20)   NOT NULL,
  category          VARCHAR(12)   NOT NULL,
  condition_id      VARCHAR(20),
  measure           DOUBLE,
  description       VARCHAR(4000) NOT NULL,
  lat               DOUBLE        NOT NULL,
  lng               DOUBLE        NOT NULL,
  address           VARCHAR(500),
  grid              VARCHAR(15)   NOT NULL,
  district          VARCHAR(6)    NOT NULL,
  component         VARCHAR(17),
  reporter_name     VARCHAR(100),
  reporter_phone    VARCHAR(40),
  reported_by       VARCHAR(64)   NOT NULL,
  unit              VARCHAR(32),
  co_units          VARCHAR(400),
  split             VARCHAR(60),
  coordinated       BOOLEAN       NOT NULL,
  handler           VARCHAR(100),
  fed_back_by       VARCHAR(64),
  result            VARCHAR(4000),
  verification      VARCHAR(20),
  filing            VARCHAR(20),
  check_result      VARCHAR(20)   NOT NULL,
  limit_value       INT,
  limit_unit        VARCHAR(20),
  due_at            BIGINT,
  clock_state       VARCHAR(20)   NOT NULL,
  late              BOOLEAN       NOT NULL,
  rework_count      INT           NOT NULL,
  extension_count   INT           NOT NULL,
  return_count      INT           NOT NULL,
  supervised        BOOLEAN       NOT NULL,
  leader            BOOLEAN       NOT NULL,
  media             BOOLEAN       NOT NULL,
  quick             BOOLEAN       NOT NULL,
  recurrence        BOOLEAN       NOT NULL,
  substitute        BOOLEAN       NOT NULL,
  exempt            BOOLEAN       NOT NULL,
  advice            VARCHAR(2000),
  last_reason       VARCHAR(2000),
  satisfaction      VARCHAR(20),
  merged_into       VARCHAR(19),
  standard_version  VARCHAR(64),
  found_at          BIGINT        NOT NULL,
  reported_at       BIGINT        NOT NULL,
  filed_at          BIGINT,
  filed_by          VARCHAR(64),
  dispatched_at     BIGINT,
  fed_back_at       BIGINT,
  closed_at         BIGINT,
  log_length        INT           NOT NULL,
  log_hash          VARCHAR(64)   NOT NULL
);
CREATE INDEX cc_case_file_state ON cc_case_file (state, due_at);
CREATE INDEX cc_case_file_due ON cc_case_file (due_at);
CREATE INDEX cc_case_file_reported ON cc_case_file (reported_at);
CREATE INDEX cc_case_file_unit ON cc_case_file (unit, state);
CREATE INDEX cc_case_file_district ON cc_case_file (district, state);
CREATE INDEX cc_case_file_grid ON cc_case_file (grid, category);
CREATE INDEX cc_case_file_component ON cc_case_file (component, category);
CREATE INDEX cc_case_file_merged ON cc_case_file (merged_into);

-- Append-only: each entry holds the hash of the one before.
CREATE TABLE cc_case_log (
  case_number    VARCHAR(19)   NOT NULL,
  seq            INT           NOT NULL,
  at             BIGINT        NOT NULL,
  actor          VARCHAR(64)   NOT NULL,
  action         VARCHAR(60)   NOT NULL,
  from_state     VARCHAR(20),
  to_state       VARCHAR(20),
  reason         VARCHAR(2000),
  data           LONGTEXT      NOT NULL,
  clock          VARCHAR(1000) NOT NULL,
  previous_hash  VARCHAR(64)   NOT NULL,
  hash           VARCHAR(64)   NOT NULL,
  PRIMARY KEY (case_number, seq)
);

CREATE TABLE cc_attachment (
  id            VARCHAR(36)  NOT NULL PRIMARY KEY,
  case_number   VARCHAR(19)  NOT NULL,
  sha256        VARCHAR(64)  NOT NULL,
  kind          VARCHAR(10)  NOT NULL,
  name          VARCHAR(200) NOT NULL,
  content_type  VARCHAR(40)  NOT NULL,
  size          BIGINT       NOT NULL,
  at            BIGINT       NOT NULL,
  added_by      VARCHAR(64)  NOT NULL
);
CREATE INDEX cc_attachment_case ON cc_attachment (case_number, kind);
CREATE INDEX cc_attachment_content ON cc_attachment (sha256);

-- The last daily sequence given out per county and day.
CREATE TABLE cc_case_number (
  prefix       VARCHAR(14) NOT NULL PRIMARY KEY,
  last_number  INT         NOT NULL
);

CREATE TABLE cc_penalty_item (
  id           VARCHAR(36)  NOT NULL PRIMARY KEY,
  case_number  VARCHAR(19)  NOT NULL,
  position     INT          NOT NULL,
  code         VARCHAR(20)  NOT NULL,
  unit         VARCHAR(32)  NOT NULL,
  points       DECIMAL(8,3) NOT NULL
);
CREATE INDEX cc_penalty_item_case ON cc_penalty_item (case_number);

-- The first answer to a report sent under an Idempotency-Key.
CREATE TABLE cc_idempotency (
  idempotency_key  VARCHAR(200) NOT NULL,
  sender           VARCHAR(64)  NOT NULL,
  body_hash        VARCHAR(64)  NOT NULL,
  case_number      VARCHAR(19)  NOT NULL,
  answer           LONGTEXT     NOT NULL,
  at               BIGINT       NOT NULL,
  PRIMARY KEY (idempotency_key, sender)
);
