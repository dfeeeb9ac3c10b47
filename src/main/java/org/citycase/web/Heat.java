package org.citycase.web;

import java.util.List;
import java.util.stream.IntStream;
import org.citycase.process.Bottlenecks.Step;

/** Which figure of a step makes its colour on the diagram. */
enum Heat {
  MEDIAN,
  P90,
  LOOPS,
  WAITING;

  /** The hottest colour. */
  static final int LEVELS = 5;

  /** The figure: seconds, or a count. */
  long of(Step step) {
    Long figure =
        switch (this) {
          case MEDIAN -> step.median();
          case P90 -> step.p90();
          case LOOPS -> (Long) step.loops();
          case WAITING -> (Long) step.waiting();
        };
    return figure == null ? 0 : figure;
  }

  /** As people say it. */
  String told(long figure, Speech say) {
    return this == MEDIAN || this == P90 ? say.lasting(figure) : String.valueOf(figure);
  }

  /** The level of each step: by the root of its share of the largest, so that small ones differ. */
  int[] levels(List<Step> steps) {
    long top = top(steps);
    return steps.stream()
        .mapToInt(step -> top == 0 || !isWork(step) ? 0 : level((double) of(step) / top))
        .toArray();
  }

  private static int level(double share) {
    return (int) Math.ceil(LEVELS * Math.sqrt(share));
  }

  /** What each level reaches up to, the coolest first; nothing when all is cold. */
  List<String> scale(List<Step> steps, Speech say) {
    long top = top(steps);
    return top == 0
        ? List.of()
        : IntStream.rangeClosed(1, LEVELS)
            .mapToObj(level -> told(top * level * level / (LEVELS * LEVELS), say))
            .toList();
  }

  private long top(List<Step> steps) {
    return steps.stream().filter(Heat::isWork).mapToLong(this::of).max().orElse(0);
  }

  /**
   * Only work has a colour: what holds other steps is as hot as they are together, and a timer that
   * watches a step takes its time by intent.
   */
  static boolean isWork(Step step) {
    return step.kind().endsWith("Task");
  }
}
