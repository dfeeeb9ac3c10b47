-- Base data: one row per code and validity period. valid_to is the last day in force, null while in force.

CREATE TABLE cc_category (
    id            VARCHAR(36)  NOT NULL PRIMARY KEY,
    code          VARCHAR(6)   NOT NULL,
    kind          VARCHAR(16)  NOT NULL,
    major_name_zh VARCHAR(100) NOT NULL,
    major_name_en VARCHAR(100) NOT NULL,
    name_zh       VARCHAR(100) NOT NULL,
    name_en       VARCHAR(100) NOT NULL,
    legacy_code   VARCHAR(4),
    valid_from    DATE         NOT NULL,
    valid_to      DATE,
    CONSTRAINT cc_category_once UNIQUE (code, valid_from)
);

CREATE TABLE cc_condition (
    id           VARCHAR(36)  NOT NULL PRIMARY KEY,
    condition_id VARCHAR(12)  NOT NULL,
    category     VARCHAR(6)   NOT NULL,
    text_zh      VARCHAR(500) NOT NULL,
    text_en      VARCHAR(500) NOT NULL,
    closing_zh   VARCHAR(500) NOT NULL,
    closing_en   VARCHAR(500) NOT NULL,
    unit_type_zh VARCHAR(100) NOT NULL,
    unit_type    VARCHAR(100) NOT NULL,
    severity     VARCHAR(16)  NOT NULL,
    source       VARCHAR(100) NOT NULL,
    code_basis   VARCHAR(100) NOT NULL,
    valid_from   DATE         NOT NULL,
    valid_to     DATE,
    CONSTRAINT cc_condition_once UNIQUE (condition_id, valid_from)
);

CREATE TABLE cc_district (
    id             VARCHAR(36)  NOT NULL PRIMARY KEY,
    code           VARCHAR(12)  NOT NULL,
    district_level VARCHAR(16)  NOT NULL,
    name_zh        VARCHAR(100) NOT NULL,
    name_en        VARCHAR(100),
    parent         VARCHAR(12),
    valid_from     DATE,
    valid_to       DATE
);
CREATE INDEX cc_district_code ON cc_district (code);

-- A grid code is never given twice, so here the code alone is unique.
CREATE TABLE cc_grid (
    id         VARCHAR(36) NOT NULL PRIMARY KEY,
    code       VARCHAR(15) NOT NULL,
    shape      LONGBLOB    NOT NULL,
    valid_from DATE,
    valid_to   DATE,
    CONSTRAINT cc_grid_once UNIQUE (code)
);

CREATE TABLE cc_unit (
    id         VARCHAR(36)  NOT NULL PRIMARY KEY,
    code       VARCHAR(32)  NOT NULL,
    name_zh    VARCHAR(100) NOT NULL,
    name_en    VARCHAR(100),
    unit_type  VARCHAR(100) NOT NULL,
    district   VARCHAR(12),
    valid_from DATE,
    valid_to   DATE
);
CREATE INDEX cc_unit_code ON cc_unit (code);

CREATE TABLE cc_work_grid (
    id         VARCHAR(36)  NOT NULL PRIMARY KEY,
    unit       VARCHAR(32)  NOT NULL,
    unit_type  VARCHAR(100) NOT NULL,
    grid       VARCHAR(15)  NOT NULL,
    valid_from DATE,
    valid_to   DATE
);
CREATE INDEX cc_work_grid_place ON cc_work_grid (grid, unit_type);

CREATE TABLE cc_component (
    id         VARCHAR(36) NOT NULL PRIMARY KEY,
    code       VARCHAR(17) NOT NULL,
    category   VARCHAR(6)  NOT NULL,
    lat        DOUBLE      NOT NULL,
    lng        DOUBLE      NOT NULL,
    owner_unit VARCHAR(32),
    state      VARCHAR(16) NOT NULL,
    valid_from DATE,
    valid_to   DATE
);
CREATE INDEX cc_component_code ON cc_component (code);

CREATE TABLE cc_person (
    id          VARCHAR(36)   NOT NULL PRIMARY KEY,
    user_name   VARCHAR(64)   NOT NULL,
    name        VARCHAR(100)  NOT NULL,
    group_names VARCHAR(1000) NOT NULL,
    district    VARCHAR(15),
    unit        VARCHAR(32),
    valid_from  DATE,
    valid_to    DATE
);
CREATE INDEX cc_person_user ON cc_person (user_name);

CREATE TABLE cc_calendar_day (
    id       VARCHAR(36)  NOT NULL PRIMARY KEY,
    day_date DATE         NOT NULL,
    kind     VARCHAR(16)  NOT NULL,
    name     VARCHAR(100),
    CONSTRAINT cc_calendar_day_once UNIQUE (day_date)
);

CREATE TABLE cc_city (
    id                 VARCHAR(8)   NOT NULL PRIMARY KEY,
    name_zh            VARCHAR(100) NOT NULL,
    name_en            VARCHAR(100) NOT NULL,
    zone               VARCHAR(64)  NOT NULL,
    center_lat         DOUBLE       NOT NULL,
    center_lng         DOUBLE       NOT NULL,
    slots              VARCHAR(200) NOT NULL,
    work_days          VARCHAR(100) NOT NULL,
    hours_per_work_day INT          NOT NULL,
    grid_codes         VARCHAR(32)  NOT NULL
);
