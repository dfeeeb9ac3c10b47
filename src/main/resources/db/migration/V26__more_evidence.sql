-- Recipient, address and text of a notice are vouched for by a digest; its key goes when they are erased.
ALTER TABLE cc_notice ADD COLUMN salt VARCHAR(32);

-- The logs vouch for more kinds of rows now: each case's next entry covers those that it has.
UPDATE cc_case_file SET traced = FALSE;
