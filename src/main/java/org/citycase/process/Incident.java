package org.citycase.process;

import java.time.Instant;

/**
 * 流程故障: something the engine could not do, however often it tried.
 *
 * @param element where in the diagram; null when it belongs to no element
 * @param label what the diagram calls the element; null when it says nothing
 * @param caseNumber null when it belongs to no case
 * @param instance the engine's instance; null when it belongs to none
 * @param message the first line of the error, without personal data
 * @param retriable whether it can be tried again here: a job that failed
 * @param times how often the same job was given up by now, this time included
 * @param care who takes care of it; null while nobody does
 */
public record Incident(
    String id,
    Instant at,
    String element,
    String label,
    String caseNumber,
    String instance,
    String message,
    boolean retriable,
    int times,
    Care care) {

  /**
   * Who takes care of an incident.
   *
   * @param assignee an administrator
   * @param note what he was told; may be empty
   * @param by who handed it over
   */
  public record Care(String assignee, String note, String by, Instant at) {}
}
