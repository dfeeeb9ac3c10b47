-- Clocks and ledgers begun before V6: their unit was the holder, their limit was never extended.
UPDATE cc_case_clock SET
  unit = holder,
  category = COALESCE((SELECT f.category FROM cc_case_file f WHERE f.number = case_number), ''),
  limit_version = COALESCE((SELECT f.standard_version FROM cc_case_file f WHERE f.number = case_number), '')
WHERE unit = '';

UPDATE cc_clock_segment SET
  unit = holder,
  limit_version = COALESCE((SELECT c.limit_version FROM cc_case_clock c WHERE c.case_number = cc_clock_segment.case_number), ''),
  due_at = CASE WHEN state = 'RUNNING'
    THEN (SELECT c.due_at FROM cc_case_clock c WHERE c.case_number = cc_clock_segment.case_number) END,
  whole_seconds = COALESCE(
    (SELECT c.limit_seconds + c.extension_seconds FROM cc_case_clock c WHERE c.case_number = cc_clock_segment.case_number), 0)
WHERE whole_seconds = 0;
