package org.citycase.clock;

import java.time.Instant;

/** Until when a task of a stage is in time, and from when its light is yellow. */
public record StageDue(Instant due, Instant yellow) {}
