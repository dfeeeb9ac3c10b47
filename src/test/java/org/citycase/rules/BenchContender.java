package org.citycase.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** A way to answer the questions of a {@link BenchTable}: gives the id of the row that answers. */
interface BenchContender {

  LocalDate DAY = LocalDate.parse("2026-03-10");

  String rowFor(BenchTable.Asked question);

  static BenchContender ofOurs(CompiledTable table) {
    return question -> table.ask(question, DAY).id();
  }

  /** The least a program can do: the rows of a condition by hash, the others looked at. */
  static BenchContender byHand(BenchTable table) {
    Map<String, List<BenchTable.Line>> rows =
        table.lines().stream().collect(Collectors.groupingBy(BenchTable.Line::condition));
    return question ->
        rows.getOrDefault(question.condition(), List.of()).stream()
            .filter(row -> row.category().equals(question.category()))
            .filter(row -> row.channel().isEmpty() || row.channel().equals(question.channel()))
            .filter(row -> question.measure() >= 0)
            .max(Comparator.comparingInt(BenchTable.Line::priority))
            .orElseThrow()
            .id();
  }

  /** Camunda's DMN engine with FEEL in Scala, or with the older one that turns it into JUEL. */
  static BenchContender ofDmn(BenchTable table, boolean juel) {
    DefaultDmnEngineConfiguration configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.setEnableFeelLegacyBehavior(juel);
    DmnEngine engine = configuration.buildEngine();
    DmnDecision decision =
        engine.parseDecision(
            "bench", new ByteArrayInputStream(dmn(table).getBytes(StandardCharsets.UTF_8)));
    return question -> {
      Map<String, Object> facts = new HashMap<>();
      facts.put("category", question.category());
      facts.put("condition", question.condition());
      facts.put("channel", question.channel());
      facts.put("measure", question.measure());
      return engine.evaluateDecisionTable(decision, facts).getFirstResult().getEntry("row");
    };
  }

  private static String dmn(BenchTable table) {
    StringBuilder xml =
        new StringBuilder(
            "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d'"
                + " namespace='http://citycase.org'><decision id='bench' name='bench'>"
                + "<decisionTable id='t' hitPolicy='FIRST'>");
    for (String input : List.of("category", "condition", "channel", "measure")) {
      xml.append(
          "<input id='i_%1$s'><inputExpression id='e_%1$s' typeRef='%2$s'><text>%1$s</text></inputExpression></input>"
              .formatted(input, input.equals("measure") ? "double" : "string"));
    }
    for (String output : List.of("row", "decision", "limitValue", "sameLimit")) {
      xml.append(
          "<output id='o_%1$s' name='%1$s' typeRef='%2$s'/>"
              .formatted(output, output.toLowerCase().contains("limit") ? "integer" : "string"));
    }
    int number = 0;
    for (BenchTable.Line line : table.lines()) {
      number++;
      xml.append("<rule id='r").append(number).append("'>");
      entry(xml, "inputEntry", number + "a", text(line.category()));
      entry(xml, "inputEntry", number + "b", text(line.condition()));
      entry(xml, "inputEntry", number + "c", text(line.channel()));
      entry(xml, "inputEntry", number + "d", "&gt;= 0");
      entry(xml, "outputEntry", number + "e", text(line.id()));
      entry(xml, "outputEntry", number + "f", text("ask"));
      entry(xml, "outputEntry", number + "g", Integer.toString(table.limit()));
      entry(xml, "outputEntry", number + "h", Integer.toString(table.limit()));
      xml.append("</rule>");
    }
    return xml.append("</decisionTable></decision></definitions>").toString();
  }

  private static String text(String value) {
    return value.isEmpty() ? "" : '"' + value + '"';
  }

  private static void entry(StringBuilder xml, String element, String id, String text) {
    xml.append("<%1$s id='x%2$s'><text>%3$s</text></%1$s>".formatted(element, id, text));
  }
}
