package org.citycase.rules;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citycase.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * The decision tables in force. A question has exactly one answer: when no row matches, or several
 * and none of them has the highest priority alone, the question is refused. A question is a record
 * marked {@link QuestionTo}; it holds no null.
 *
 * <p>A question about a case is answered by the version that was in force when the case was filed
 * (立案), before its filing by the version in force now; rows must be valid on the day of that
 * instant. A version published as a correction also answers for cases filed under the one before.
 */
@Service
public class DecisionTables {

  private final TableShelf shelf;
  private final Receipts receipts;
  private final ObjectProvider<Filings> filings;
  private final Clock clock;
  private final DecisionTimes times;

  DecisionTables(
      TableShelf shelf,
      Receipts receipts,
      ObjectProvider<Filings> filings,
      Clock clock,
      ObjectProvider<MeterRegistry> meters) {
    this.shelf = shelf;
    this.receipts = receipts;
    this.filings = filings;
    this.clock = clock;
    this.times = new DecisionTimes(meters.getIfAvailable(SimpleMeterRegistry::new));
  }

  /**
   * Asks a table about a case and stores the receipt in the running transaction, without which it
   * refuses to ask.
   */
  public <A> Decision<A> ask(
      String caseNumber, String table, Record question, Class<A> answerType) {
    Asking asking = asking(table, filed(caseNumber));
    CompiledTable.Matches matches = times.of(asking, question);
    Record answer = asking.answer(matches);
    receipts.append(
        caseNumber,
        new Receipt(
            asking.at(),
            asking.basis(),
            table,
            asking.version(),
            matches.winner().id(),
            Form.values(question),
            Form.values(answer),
            asking.tellsLost() ? matches.lost() : List.of()));
    return asking.decision(answerType.cast(answer), matches);
  }

  /**
   * Asks a table with facts by name, as a diagram does that knows no question: the question takes
   * the facts it names, and a fact it names that is not there is refused.
   */
  public Map<String, Object> askWith(String caseNumber, String table, Map<String, Object> facts) {
    Form<?> question = asking(table, Optional.empty()).loaded().question();
    Map<String, String> cells = new LinkedHashMap<>();
    for (String name : question.components().keySet()) {
      if (!facts.containsKey(name)) {
        throw new Refusal(
            Refusal.Kind.AGAINST_RULES,
            "Table %s asks for %s, which a case file does not hold: its room asks it."
                .formatted(table, name));
      }
      cells.put(name, String.valueOf(facts.get(name)));
    }
    return Form.values(ask(caseNumber, table, question.of(cells), Record.class).answer());
  }

  /** Asks the version in force now, without a receipt: for what concerns no filed case. */
  public <A> Decision<A> peek(String table, Record question, Class<A> answerType) {
    return peek(asking(table, Optional.empty()), question, answerType);
  }

  /**
   * Asks the version a case keeps, without a receipt: for previews and for what evidence a task
   * demands.
   */
  public <A> Decision<A> peekFor(
      String caseNumber, String table, Record question, Class<A> answerType) {
    return peek(asking(table, filed(caseNumber)), question, answerType);
  }

  /** The receipts of a case, oldest first. */
  public List<Receipt> receiptsOf(String caseNumber) {
    return receipts.of(caseNumber);
  }

  /** The version of a table in force now. */
  public String version(String table) {
    return asking(table, Optional.empty()).version();
  }

  public Set<String> names() {
    return shelf.histories().keySet();
  }

  /** Whether all tables are compiled; the service is not healthy before. */
  public boolean ready() {
    return shelf.isReady();
  }

  private <A> Decision<A> peek(Asking asking, Record question, Class<A> answerType) {
    CompiledTable.Matches matches = times.of(asking, question);
    return asking.decision(answerType.cast(asking.answer(matches)), matches);
  }

  private Optional<Filings.Filed> filed(String caseNumber) {
    Filings cases = filings.getIfAvailable();
    return cases == null ? Optional.empty() : cases.of(caseNumber);
  }

  private Asking asking(String table, Optional<Filings.Filed> filed) {
    Map<String, TableHistory> histories = shelf.histories();
    TableHistory history = histories.get(table);
    if (history == null) {
      throw new IllegalArgumentException(
          "There is no table " + table + "; the tables are " + histories.keySet() + ".");
    }
    Instant now = clock.instant();
    Instant basis = filed.map(Filings.Filed::at).orElse(now);
    TableVersion version =
        filed.map(one -> history.keptSince(one, now)).orElseGet(() -> history.at(now));
    LocalDate day = LocalDate.ofInstant(basis, clock.getZone());
    long newest =
        histories.values().stream().mapToLong(each -> each.latest().seq()).max().orElse(0);
    return new Asking(shelf.compiled(version), now, basis, day, newest);
  }
}
