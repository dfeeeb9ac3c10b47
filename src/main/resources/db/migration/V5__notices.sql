-- What was said to whom about a case, as it was said. "at" is epoch milliseconds.
CREATE TABLE cc_notice (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_number VARCHAR(32) NOT NULL,
  document VARCHAR(64) NOT NULL,
  at BIGINT NOT NULL,
  recipient VARCHAR(200) NOT NULL,
  address VARCHAR(200) NOT NULL,
  body LONGTEXT NOT NULL
);

CREATE INDEX cc_notice_case ON cc_notice (case_number);
