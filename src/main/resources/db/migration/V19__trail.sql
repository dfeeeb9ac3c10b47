-- The last entry of a transaction vouches for the rows it wrote: their names and hashes as JSON.
ALTER TABLE cc_case_log ADD COLUMN trace LONGTEXT;
CREATE INDEX cc_case_log_actor ON cc_case_log (actor, at);
CREATE INDEX cc_case_log_action ON cc_case_log (action, at);

-- Personal data is vouched for by a keyed digest; the key (salt) goes with the data when it is erased.
-- traced: whether the log vouches for all rows of the case.
ALTER TABLE cc_case_file ADD COLUMN reporter_salt VARCHAR(32);
ALTER TABLE cc_case_file ADD COLUMN reporter_digest VARCHAR(64);
ALTER TABLE cc_case_file ADD COLUMN erased_at BIGINT;
ALTER TABLE cc_case_file ADD COLUMN traced BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX cc_case_file_traced ON cc_case_file (traced, number);
