package org.citycase.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Penalties;
import org.citycase.casefile.PenaltyItem;
import org.citycase.casefile.PenaltySheet;
import org.citycase.casefile.PenaltySheets;
import org.citycase.casefile.PersonalPenalties;
import org.citycase.casefile.PersonalPenalty;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * The penalty points of cases by the table {@code penalty}: counted anew as long as a case is open,
 * as they were frozen once it is closed. A case that ended otherwise costs no unit anything.
 */
@Component
class CasePenalties implements PenaltySheets {

  static final String TABLE = "penalty";

  private final Faults faults;
  private final LateFieldTasks lateTasks;
  private final DecisionTables tables;
  private final Penalties items;
  private final PersonalPenalties persons;

  CasePenalties(
      Faults faults,
      LateFieldTasks lateTasks,
      DecisionTables tables,
      Penalties items,
      PersonalPenalties persons) {
    this.faults = faults;
    this.lateTasks = lateTasks;
    this.tables = tables;
    this.items = items;
    this.persons = persons;
  }

  @Override
  public PenaltySheet of(CaseFile file) {
    return file.state() == CaseState.CLOSED
        ? frozen(file.number())
        : count(file, question -> tables.peek(TABLE, question, Penalty.class).answer());
  }

  /** Counts the points of a closed case, with receipts, and freezes them; once frozen they stay. */
  void freeze(CaseFile file) {
    if (!frozen(file.number()).isEmpty()) {
      return;
    }
    PenaltySheet sheet = count(file, question -> ask(file.number(), question));
    sheet.items().forEach(items::save);
    sheet.persons().forEach(persons::save);
  }

  /** Takes back the overdue points of all units by adjusting items; tells how many points. */
  BigDecimal exempt(String number) {
    List<PenaltyItem> stored = items.findByCaseNumberOrderByPosition(number);
    BigDecimal back = BigDecimal.ZERO;
    int next = stored.size();
    for (PenaltyItem item : stored) {
      if (Fault.OVERDUE.equals(item.getCause())) {
        Penalty granted = ask(number, new PenaltyQuestion("appealGranted", 0, 1));
        BigDecimal share = BigDecimal.valueOf(granted.factor());
        PenaltyItem entry = item.adjusted(next++, "appealGranted", granted.code(), share);
        items.save(entry);
        back = back.add(entry.getPoints());
      }
    }
    return back;
  }

  private Penalty ask(String number, PenaltyQuestion question) {
    return tables.ask(number, TABLE, question, Penalty.class).answer();
  }

  private PenaltySheet frozen(String number) {
    return new PenaltySheet(
        items.findByCaseNumberOrderByPosition(number),
        persons.findByCaseNumberOrderByPosition(number));
  }

  private PenaltySheet count(CaseFile file, Function<PenaltyQuestion, Penalty> standard) {
    return new PenaltySheet(ofUnits(file, standard), ofPersons(file.number(), standard));
  }

  private List<PenaltyItem> ofUnits(CaseFile file, Function<PenaltyQuestion, Penalty> standard) {
    boolean counts = !file.state().isEnd() || file.state() == CaseState.CLOSED;
    if (!counts || file.assignment().unit() == null) {
      return List.of();
    }
    List<PenaltyItem> counted = new ArrayList<>();
    new Scoring(standard)
        .score(faults.of(file), file.isLeaderOrMedia(), sharing(file))
        .forEach(
            line ->
                counted.add(
                    new PenaltyItem(
                        file.number(),
                        counted.size(),
                        line.cause(),
                        line.code(),
                        line.unit(),
                        line.points())));
    return counted;
  }

  private static Sharing sharing(CaseFile file) {
    boolean shared = file.assignment().isCoordinated();
    return new Sharing(
        file.assignment().unit(),
        shared ? file.assignment().coUnits() : List.of(),
        file.assignment().split());
  }

  private List<PersonalPenalty> ofPersons(
      String number, Function<PenaltyQuestion, Penalty> standard) {
    List<PersonalPenalty> counted = new ArrayList<>();
    for (String collector : lateTasks.of(number)) {
      Penalty late = standard.apply(new PenaltyQuestion("lateFieldTask", 0, 1));
      BigDecimal points = BigDecimal.valueOf(late.points());
      counted.add(new PersonalPenalty(number, counted.size(), late.code(), collector, points));
    }
    return counted;
  }
}
