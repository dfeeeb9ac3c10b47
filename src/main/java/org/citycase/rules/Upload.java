package org.citycase.rules;

/**
 * A file somebody sent as a draft, found to be a sound table.
 *
 * @param base the version it was made from
 */
public record Upload(String text, String base) {}
