-- Incidents of the engine (流程故障): that the administrators were told of one, and who takes care of it.
-- Instants are epoch milliseconds.
CREATE TABLE cc_incident (
  incident_id VARCHAR(64)  NOT NULL PRIMARY KEY,
  job_id      VARCHAR(64),
  case_number VARCHAR(64),
  told_at     BIGINT       NOT NULL,
  assignee    VARCHAR(64),
  note        VARCHAR(500),
  handed_by   VARCHAR(64),
  handed_at   BIGINT
);
CREATE INDEX cc_incident_job ON cc_incident (job_id, told_at);
