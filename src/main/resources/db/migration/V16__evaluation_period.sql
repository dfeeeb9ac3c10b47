-- The cases of a period are found by what happened in it.
CREATE INDEX cc_case_file_fed_back ON cc_case_file (fed_back_at);
CREATE INDEX cc_case_file_filed ON cc_case_file (filed_at);
CREATE INDEX cc_case_file_closed ON cc_case_file (closed_at);
