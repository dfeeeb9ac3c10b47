package org.citycase.evaluate;

import java.util.Arrays;
import java.util.List;
import org.citycase.clock.StageClocks;
import org.citycase.clock.StageStretch;
import org.springframework.stereotype.Component;

/**
 * The field tasks of a case (核实、核查: what collectors are given to do) that were done late, by who
 * did them.
 */
@Component
class LateFieldTasks {

  private static final String COLLECTORS = "collectors";

  private final StageClocks stages;

  LateFieldTasks(StageClocks stages) {
    this.stages = stages;
  }

  /** The collectors, one entry for each task. */
  List<String> of(String number) {
    return stages.of(number).stream()
        .filter(stretch -> isInField(stretch) && stretch.overdue())
        .filter(stretch -> stretch.to() != null && stretch.person() != null)
        .map(StageStretch::person)
        .toList();
  }

  private static boolean isInField(StageStretch stretch) {
    return Arrays.stream(stretch.holder().split(","))
        .anyMatch(group -> group.startsWith(COLLECTORS));
  }
}
