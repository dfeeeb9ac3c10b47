-- What a row decided in a period, and what a unit asked for in one, are counted without a look at the rows.
CREATE INDEX cc_decision_asked ON cc_decision (table_name, row_id, asked_at);
CREATE INDEX cc_request_unit ON cc_request (kind, unit, asked_at);
