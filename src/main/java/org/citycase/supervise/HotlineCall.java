package org.citycase.supervise;

/**
 * A call to a hotline that has a limit of its own for the reply (12345 考核时限).
 *
 * @param line e.g. {@code 12345}
 * @param kind what is asked for, e.g. {@code complaint}
 */
public record HotlineCall(String line, String kind) {}
