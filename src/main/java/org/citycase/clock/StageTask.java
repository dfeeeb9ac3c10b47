package org.citycase.clock;

/**
 * A task that begins a stretch of a stage.
 *
 * @param caseNumber the case
 * @param stage as the diagram names it, e.g. {@code file}
 * @param id the engine's id of the task
 * @param holder the groups that may do it, separated by commas
 * @param limit what the table {@code stage-limits} says of the stage
 */
public record StageTask(
    String caseNumber, String stage, String id, String holder, StageLimit limit) {}
