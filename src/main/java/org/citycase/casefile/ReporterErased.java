package org.citycase.casefile;

import java.util.Set;

/**
 * A reporter's name and phone are being erased in the running transaction: rooms that keep them too
 * erase them now.
 *
 * @param cases the cases whose reporter they were
 * @param around these cases and those merged into or linked with them, where he may have been told
 * @param reporter what is erased
 */
public record ReporterErased(Set<String> cases, Set<String> around, Reporter reporter) {}
