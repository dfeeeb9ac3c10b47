package org.citycase.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** A checked table compiled by Drools; shared by all threads, one new session for each question. */
class CompiledTable {

  private final CheckedTable table;
  private final KieBase base;
  private final Duration took;

  CompiledTable(CheckedTable table) {
    long begin = System.nanoTime();
    this.table = table;
    this.base = compile(table);
    this.took = Duration.ofNanos(System.nanoTime() - begin);
  }

  /** How long it was compiled. */
  Duration took() {
    return took;
  }

  CheckedTable table() {
    return table;
  }

  /** The row that answers and those that matched and lost. */
  record Matches(Answer.Row winner, List<Lost> lost) {}

  /** The one row that answers on a day; refuses when none or more than one does. */
  Answer.Row ask(Record question, LocalDate on) {
    return asked(question, on).winner();
  }

  /** The one row that answers on a day and the rows that lost; refuses when none or several do. */
  Matches asked(Record question, LocalDate on) {
    Answer answer = new Answer();
    StatelessKieSession session = base.newStatelessKieSession();
    session.setGlobal("answer", answer);
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void beforeMatchFired(BeforeMatchFiredEvent event) {
            answer.begin(event.getMatch().getRule().getName());
          }
        });
    session.execute(question);
    Answer.Row winner = theOne(answer.rows(), question, on);
    return new Matches(winner, lost(answer.rows(), winner, on));
  }

  private Answer.Row theOne(List<Answer.Row> matching, Record question, LocalDate on) {
    List<Answer.Row> valid = matching.stream().filter(row -> row.validOn(on)).toList();
    int highest = valid.stream().mapToInt(Answer.Row::priority).max().orElse(0);
    List<Answer.Row> winners = valid.stream().filter(row -> row.priority() == highest).toList();
    if (winners.size() == 1) {
      return winners.get(0);
    }
    throw new Refusal(Refusal.Kind.AGAINST_RULES, fault(winners, question));
  }

  private static List<Lost> lost(List<Answer.Row> matching, Answer.Row winner, LocalDate on) {
    return matching.stream()
        .filter(row -> row != winner)
        .map(
            row ->
                new Lost(row.id(), row.validOn(on) ? Lost.PRIORITY : Lost.VALIDITY, row.priority()))
        .sorted(Comparator.comparing(Lost::priority).reversed().thenComparing(Lost::row))
        .toList();
  }

  private String fault(List<Answer.Row> winners, Record question) {
    String asked = "The question was " + Form.values(question) + ".";
    if (winners.isEmpty()) {
      return "Table "
          + table.name()
          + " has no row for this question; its owner must add one. "
          + asked;
    }
    String rows = winners.stream().map(Answer.Row::id).sorted().collect(Collectors.joining(", "));
    return "Table "
        + table.name()
        + " has more than one row for this question: "
        + rows
        + (table.prioritised()
            ? ". Its owner must give one of them a higher priority. "
            : ". Its owner must narrow their conditions. ")
        + asked;
  }

  private static KieBase compile(CheckedTable table) {
    ClassLoader loader = CompiledTable.class.getClassLoader();
    KnowledgeBuilder builder =
        KnowledgeBuilderFactory.newKnowledgeBuilder(
            KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, loader));
    builder.add(
        ResourceFactory.newByteArrayResource(drl(table).getBytes(StandardCharsets.UTF_8)),
        ResourceType.DRL);
    if (builder.hasErrors()) {
      throw new IllegalStateException(
          "Table "
              + table.name()
              + " was found sound but does not compile: "
              + builder.getErrors());
    }
    InternalKnowledgeBase base =
        KnowledgeBaseFactory.newKnowledgeBase(
            KieServices.get().newKieBaseConfiguration(null, loader));
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }

  /** The mvel dialect compiles two to three times faster than the Java one. */
  private static String drl(CheckedTable table) {
    byte[] csv = table.csv().getBytes(StandardCharsets.UTF_8);
    return new SpreadsheetCompiler()
        .compile(new ByteArrayInputStream(csv), InputType.CSV)
        .replaceFirst("(?m)^(package .*)$", "$1\ndialect \"mvel\"");
  }
}
