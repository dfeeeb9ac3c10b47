package org.citycase.clock;

import java.time.Instant;

/**
 * A stretch in which somebody had the task of a stage (受理、核实、立案、派遣、核查、结案 …).
 *
 * @param turn the same for stretches that share one limit: acceptance before and after 核实
 * @param holder the groups that may do the task, separated by commas
 * @param person who ended it; null while it is open
 * @param usedSeconds time used in this turn of the stage up to the end of the stretch
 * @param overdue whether it ended, or stands, after its due instant
 * @param paused whether it ended because somebody else has to answer first
 */
public record StageStretch(
    String caseNumber,
    String stage,
    int turn,
    String taskId,
    String holder,
    String person,
    Instant from,
    Instant to,
    String limit,
    long limitSeconds,
    long usedSeconds,
    Instant dueAt,
    boolean overdue,
    boolean paused) {}
