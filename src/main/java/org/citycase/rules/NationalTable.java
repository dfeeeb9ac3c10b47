package org.citycase.rules;

/**
 * The national table (国家标准表) a city's rows lie on.
 *
 * @param edition the version its text alone has
 */
record NationalTable(Sheet sheet, String edition) {}
