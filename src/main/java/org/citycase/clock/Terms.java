package org.citycase.clock;

/**
 * What a round of a case's clock runs under.
 *
 * @param limit the handling limit of the condition the case was filed under
 * @param limitVersion the version of the standard that gave it
 * @param category whose regime of an emergency may change how working time is counted
 * @param holder code of the unit that is accountable
 */
public record Terms(Limit limit, String limitVersion, String category, String holder) {}
