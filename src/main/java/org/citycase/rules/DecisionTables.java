package org.citycase.rules;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * The decision tables of the rules folder. All are checked and compiled when the service starts; a
 * broken one stops the start with file, row and column. A question has exactly one answer: when no
 * row matches, or several and none of them has the highest priority alone, the question is refused.
 * A question is a record marked {@link QuestionTo}; it holds no null.
 */
@Service
public class DecisionTables {

  private static final Logger LOG = LoggerFactory.getLogger(DecisionTables.class);

  private final Map<String, TableFolder.Loaded> tables;
  private final Receipts receipts;
  private final Clock clock;

  DecisionTables(
      ContentFolder content, ObjectProvider<KnownWords> known, Receipts receipts, Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
    long begin = System.nanoTime();
    this.tables = new TableFolder(content.rules(), known.getIfAvailable(KnownWords::any)).load();
    LOG.info(
        "{} decision tables ready after {} ms: {}.",
        tables.size(),
        (System.nanoTime() - begin) / 1_000_000,
        tables.values().stream()
            .map(each -> each.compiled().table())
            .map(
                table ->
                    table.name() + " " + table.version() + " " + table.rowIds().size() + " rows")
            .collect(Collectors.joining(", ")));
  }

  /**
   * Asks a table about a case and stores the receipt in the running transaction, without which it
   * refuses to ask.
   */
  public <A> Decision<A> ask(
      String caseNumber, String table, Record question, Class<A> answerType) {
    TableFolder.Loaded asked = table(table, question);
    Answer.Row row = asked.compiled().ask(question);
    Record answer = asked.answer().of(row.values());
    receipts.append(
        caseNumber,
        new Receipt(
            clock.instant(),
            table,
            version(table),
            row.id(),
            Form.values(question),
            Form.values(answer)));
    return new Decision<>(answerType.cast(answer), table, version(table), row.id());
  }

  /**
   * Asks a table with facts by name, as a diagram does that knows no question: the question takes
   * the facts it names, and a fact it names that is not there is refused.
   */
  public Map<String, Object> askWith(String caseNumber, String table, Map<String, Object> facts) {
    Form<?> question = known(table).question();
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

  /** Asks a table without a receipt: for previews and for what evidence a task demands. */
  public <A> Decision<A> peek(String table, Record question, Class<A> answerType) {
    TableFolder.Loaded asked = table(table, question);
    Answer.Row row = asked.compiled().ask(question);
    A answer = answerType.cast(asked.answer().of(row.values()));
    return new Decision<>(answer, table, version(table), row.id());
  }

  /** The receipts of a case, oldest first. */
  public List<Receipt> receiptsOf(String caseNumber) {
    return receipts.of(caseNumber);
  }

  /** The version of a table in force. */
  public String version(String table) {
    return known(table).compiled().table().version();
  }

  public Set<String> names() {
    return tables.keySet();
  }

  /** Whether all tables are compiled; the service is not healthy before. */
  public boolean ready() {
    return !tables.isEmpty();
  }

  private TableFolder.Loaded table(String name, Record question) {
    TableFolder.Loaded table = known(name);
    if (table.question().type() != question.getClass()) {
      throw new IllegalArgumentException(
          question.getClass().getSimpleName() + " is not the question of table " + name + ".");
    }
    return table;
  }

  private TableFolder.Loaded known(String name) {
    TableFolder.Loaded table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException(
          "There is no table " + name + "; the tables are " + tables.keySet() + ".");
    }
    return table;
  }
}
