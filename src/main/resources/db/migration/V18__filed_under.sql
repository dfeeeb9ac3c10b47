-- The newest publication of any table that was known when the case was filed: of two within one instant the case keeps the first.
ALTER TABLE cc_case_file ADD COLUMN filed_publication BIGINT;
