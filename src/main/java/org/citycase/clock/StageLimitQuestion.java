package org.citycase.clock;

import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked when a stage of a case begins: who does it, and by when?
 *
 * @param stage as the diagram's tasks name it, e.g. {@code file}; an owner may add one with its row
 */
@QuestionTo(table = "stage-limits", answer = StageLimit.class)
public record StageLimitQuestion(
    String stage,
    @OneOf({"collector", "hotline", "public", "video", "sensor", "leader", "media", "exchange"})
        String channel) {}
