package org.citycase.rules;

import java.util.List;

/**
 * One fact of a part of the questions: either words the fact is one of, or ranges it lies in.
 *
 * @param property of the question
 */
record Told(String property, List<String> words, List<Scale.Range> ranges) {}
