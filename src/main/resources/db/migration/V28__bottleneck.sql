-- The figures of a bottleneck are read from the index alone.
CREATE INDEX cc_visit_figures
  ON cc_visit (case_number, definition_id, element, element_kind, from_at, to_at, canceled);
