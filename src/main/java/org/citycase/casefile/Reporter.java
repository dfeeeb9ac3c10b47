package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who reported a case, in full: personal data, handed out by {@link Reporters#open} only.
 *
 * @param name null when the reporter left none
 * @param phone null when the reporter left none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reporter(String name, String phone) {}
