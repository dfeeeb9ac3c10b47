package org.citycase.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.Penalties;
import org.citycase.casefile.PenaltyItem;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.ClockView;
import org.citycase.clock.LimitUnit;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * 综合评价 of one case: the penalty points of its units by the table {@code penalty}, in the order
 * overdue, failed checks, doubling for leader and media, split of a coordinated case.
 */
@Component
class Evaluation {

  private static final String TABLE = "penalty";
  private static final int SCALE = 3;

  private final CaseFiles files;
  private final CaseClocks clocks;
  private final CityClock clock;
  private final DecisionTables tables;
  private final Penalties penalties;

  Evaluation(
      CaseFiles files,
      CaseClocks clocks,
      CityClock clock,
      DecisionTables tables,
      Penalties penalties) {
    this.files = files;
    this.clocks = clocks;
    this.clock = clock;
    this.tables = tables;
    this.penalties = penalties;
  }

  private record Points(String code, BigDecimal points) {}

  /** Scores a closed case; tells whether a reporter is to be called back. */
  boolean score(String number) {
    CaseFile file = files.get(number);
    if (file.assignment().unit() != null) {
      store(file, doubled(file, triggered(file)));
    }
    return file.reported().hasReporter()
        || files.mergedInto(number).stream().anyMatch(merged -> merged.reported().hasReporter());
  }

  private List<Points> triggered(CaseFile file) {
    List<Points> items = new ArrayList<>();
    ClockView face = clocks.view(file.number(), clock.instant());
    if (face.overdue()) {
      Penalty overdue = ask(file, "overdue", Math.max(face.overtimeMultiple(), 0), 1);
      BigDecimal points = BigDecimal.valueOf(overdue.points());
      if (face.limit().unit() == LimitUnit.URGENT_HOUR) {
        points = points.multiply(factor(ask(file, "urgentLimit", 0, 1)));
      }
      items.add(new Points(overdue.code(), points));
    }
    for (int failed = 1; failed <= file.reworkCount(); failed++) {
      Penalty rework = ask(file, "failedCheck", 0, failed);
      items.add(new Points(rework.code(), BigDecimal.valueOf(rework.points())));
    }
    return items;
  }

  private List<Points> doubled(CaseFile file, List<Points> items) {
    if (items.isEmpty() || !file.isLeaderOrMedia()) {
      return items;
    }
    BigDecimal factor = factor(ask(file, "leaderOrMedia", 0, 1));
    return items.stream()
        .map(item -> new Points(item.code(), item.points().multiply(factor)))
        .toList();
  }

  /** A coordinated case: the main unit bears the table's share, the helpers the rest alike. */
  private void store(CaseFile file, List<Points> items) {
    int position = 0;
    boolean shared =
        file.assignment().isCoordinated()
            && !file.assignment().coUnits().isEmpty()
            && !items.isEmpty();
    BigDecimal main = shared ? factor(ask(file, "coordinated", 0, 1)) : BigDecimal.ONE;
    for (Points item : items) {
      save(file, position++, item, file.assignment().unit(), main);
      if (shared) {
        BigDecimal each =
            BigDecimal.ONE
                .subtract(main)
                .divide(
                    BigDecimal.valueOf(file.assignment().coUnits().size()),
                    SCALE,
                    RoundingMode.HALF_UP);
        for (String helper : file.assignment().coUnits()) {
          save(file, position++, item, helper, each);
        }
      }
    }
  }

  private void save(CaseFile file, int position, Points item, String unit, BigDecimal share) {
    BigDecimal points = item.points().multiply(share).setScale(SCALE, RoundingMode.HALF_UP);
    penalties.save(new PenaltyItem(file.number(), position, item.code(), unit, points));
  }

  private Penalty ask(CaseFile file, String trigger, double multiple, int count) {
    return tables
        .ask(file.number(), TABLE, new PenaltyQuestion(trigger, multiple, count), Penalty.class)
        .answer();
  }

  private static BigDecimal factor(Penalty penalty) {
    return BigDecimal.valueOf(penalty.factor());
  }
}
