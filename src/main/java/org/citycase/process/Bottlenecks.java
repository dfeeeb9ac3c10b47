package org.citycase.process;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Where the time goes and where cases turn in circles (瓶颈), for a set of cases: what each step of
 * the diagram took, by the calendar, and how often it was entered again.
 */
@Service
public class Bottlenecks {

  private final BottleneckFigures figures;
  private final DrawnDiagrams diagrams;

  Bottlenecks(BottleneckFigures figures, DrawnDiagrams diagrams) {
    this.figures = figures;
    this.diagrams = diagrams;
  }

  /**
   * The cases that are looked at; null means any.
   *
   * @param from cases reported at this instant or later
   * @param to cases reported before this instant
   * @param unit the responsible unit's code
   * @param category the category's code
   * @param district the county's code
   * @param definitionId only walks on this version of a diagram; null: on any version of cityCase
   */
  public record Filter(
      Instant from,
      Instant to,
      String unit,
      String category,
      String district,
      String definitionId) {}

  /**
   * One step over all those cases. Seconds are by the calendar, of visits that are over; null when
   * none is.
   *
   * @param kind the engine's type of the element: userTask, exclusiveGateway, …
   * @param name what the drawn version calls it, Chinese and English; its id where it has no such
   *     element
   * @param cases how many cases were ever there
   * @param loops visits beyond the first of each case
   * @param waiting how many stand there now
   * @param waitingSince since when the longest of them does; null when none
   */
  public record Step(
      String element,
      String kind,
      String name,
      long visits,
      long cases,
      long loops,
      long canceled,
      long waiting,
      Instant waitingSince,
      Long median,
      Long mean,
      Long p90,
      Long max) {}

  /** A version of the diagram and how many of the cases walked on it. */
  public record Version(String definitionId, int version, Instant deployedAt, long cases) {}

  /**
   * What was found.
   *
   * @param drawn the version to draw it on: the one asked for, or the newest of those walked on
   *     (the one in force when no case matches)
   * @param cases how many cases match and walked
   * @param versions all versions those cases walked on, newest first
   * @param steps in the order of their ids
   */
  public record Report(String drawn, long cases, List<Version> versions, List<Step> steps) {}

  /** Counts the visits of the cases that match, in the database. */
  public Report of(Filter filter) {
    List<Version> versions = figures.versions(filter);
    String drawn =
        filter.definitionId() != null
            ? filter.definitionId()
            : versions.isEmpty() ? diagrams.newest() : versions.get(0).definitionId();
    return new Report(
        drawn,
        figures.cases(filter, versions),
        versions,
        figures.steps(filter, diagrams.of(drawn).names()));
  }
}
