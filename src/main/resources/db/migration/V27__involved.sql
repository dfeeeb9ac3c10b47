-- Who handled, accepted or fed back a case is found without reading every case.
CREATE INDEX cc_case_file_handler ON cc_case_file (handler);
CREATE INDEX cc_case_file_accepter ON cc_case_file (accepted_by);
CREATE INDEX cc_case_file_feedback ON cc_case_file (fed_back_by);
