package org.citycase.supervise;

import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/** Asked when a call of a city hotline is reported: until when must the caller be answered? */
@QuestionTo(table = "reply-limits", answer = ReplyLimit.class)
public record ReplyQuestion(
    String line,
    @OneOf({"emergency", "utility", "enquiry", "help", "complaint", "general", "complex"})
        String kind) {}
