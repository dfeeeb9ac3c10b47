package org.citycase.register;

import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked when a report may be about a problem that is already known (并案, 重复发案).
 *
 * @param kind whether the category is a component or an event
 * @param basis compared by the same component or by the place
 * @param state of the cases it is compared with
 */
@QuestionTo(table = "duplicate", answer = Duplicate.class)
public record DuplicateQuestion(
    @OneOf({"component", "event"}) String kind,
    @OneOf({"component", "place"}) String basis,
    @OneOf({"open", "closed"}) String state) {}
