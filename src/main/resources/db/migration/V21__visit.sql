-- Every stay of a case at an element of its diagram, kept for ever whatever the engine's history forgets.
-- Instants are epoch milliseconds; to_at is null while the case stands there.
CREATE TABLE cc_visit (
  seq               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_number       VARCHAR(19)  NOT NULL,
  instance_id       VARCHAR(64)  NOT NULL,
  definition_id     VARCHAR(64)  NOT NULL,
  element           VARCHAR(255) NOT NULL,
  element_kind      VARCHAR(64)  NOT NULL,
  activity_instance VARCHAR(64)  NOT NULL,
  from_at           BIGINT       NOT NULL,
  to_at             BIGINT,
  canceled          BOOLEAN      NOT NULL,
  CONSTRAINT cc_visit_once UNIQUE (activity_instance)
);
CREATE INDEX cc_visit_case ON cc_visit (case_number, seq);
CREATE INDEX cc_visit_diagram ON cc_visit (definition_id);
CREATE INDEX cc_visit_instance ON cc_visit (instance_id);
