-- How far an area is built up (A, B or C); null leaves it to the district around it.
ALTER TABLE cc_district ADD COLUMN maturity VARCHAR(1);
