package org.citycase.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Penalties;
import org.citycase.casefile.PenaltyItem;
import org.citycase.casefile.PenaltySheet;
import org.citycase.casefile.PenaltySheets;
import org.citycase.casefile.PersonalPenalties;
import org.citycase.casefile.PersonalPenalty;
import org.citycase.clock.Round;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * The penalty points of cases by the table {@code penalty}: counted anew as long as a case is open,
 * as they were frozen once it is closed. A case that ended otherwise costs no unit anything.
 */
@Component
class CasePenalties implements PenaltySheets {

  static final String TABLE = "penalty";

  private static final PenaltyQuestion APPEAL_GRANTED = new PenaltyQuestion("appealGranted", 0, 1);

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
        : count(file, question -> peek(file.number(), question));
  }

  @Override
  public Map<String, PenaltySheet> stored(Collection<String> numbers) {
    Map<String, List<PenaltyItem>> ofUnits =
        items.findByCaseNumberInOrderByPosition(numbers).stream()
            .collect(Collectors.groupingBy(PenaltyItem::caseNumber));
    Map<String, List<PersonalPenalty>> ofPersons =
        persons.findByCaseNumberInOrderByPosition(numbers).stream()
            .collect(Collectors.groupingBy(PersonalPenalty::caseNumber));
    return numbers.stream()
        .collect(
            Collectors.toMap(
                number -> number,
                number ->
                    new PenaltySheet(
                        ofUnits.getOrDefault(number, List.of()),
                        ofPersons.getOrDefault(number, List.of()))));
  }

  private Penalty peek(String number, PenaltyQuestion question) {
    return tables.peekFor(number, TABLE, question, Penalty.class).answer();
  }

  @Override
  public List<PenaltyItem> ifJudged(CaseFile file, List<Round> rounds) {
    return ifJudged(file, rounds, (PenaltyQuestion question) -> peek(file.number(), question));
  }

  @Override
  public List<PenaltyItem> ifJudged(
      CaseFile file, List<Round> rounds, UnaryOperator<Map<String, Object>> penalties) {
    return ifJudged(
        file, rounds, (PenaltyQuestion question) -> Penalty.of(penalties.apply(question.facts())));
  }

  private List<PenaltyItem> ifJudged(
      CaseFile file, List<Round> rounds, Function<PenaltyQuestion, Penalty> standard) {
    List<PenaltyItem> counted = ofUnits(file, () -> faults.of(file, rounds), standard);
    return file.isExempt() ? withBack(counted, standard) : counted;
  }

  private static List<PenaltyItem> withBack(
      List<PenaltyItem> counted, Function<PenaltyQuestion, Penalty> standard) {
    List<PenaltyItem> items = new ArrayList<>(counted);
    for (PenaltyItem item : counted) {
      if (Fault.OVERDUE.equals(item.getCause())) {
        items.add(back(item, items.size(), standard.apply(APPEAL_GRANTED)));
      }
    }
    return items;
  }

  private static PenaltyItem back(PenaltyItem item, int position, Penalty granted) {
    BigDecimal share = BigDecimal.valueOf(granted.factor());
    return item.adjusted(position, APPEAL_GRANTED.trigger(), granted.code(), share);
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
        PenaltyItem entry = back(item, next++, ask(number, APPEAL_GRANTED));
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
    return new PenaltySheet(
        ofUnits(file, () -> faults.of(file), standard), ofPersons(file.number(), standard));
  }

  private static List<PenaltyItem> ofUnits(
      CaseFile file, Supplier<List<Fault>> wrong, Function<PenaltyQuestion, Penalty> standard) {
    boolean counts = !file.state().isEnd() || file.state() == CaseState.CLOSED;
    if (!counts || file.assignment().unit() == null) {
      return List.of();
    }
    List<PenaltyItem> counted = new ArrayList<>();
    new Scoring(standard)
        .score(wrong.get(), file.isLeaderOrMedia(), sharing(file))
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
