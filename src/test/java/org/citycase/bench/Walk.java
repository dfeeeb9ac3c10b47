package org.citycase.bench;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citycase.casefile.Channel;

/** The ways through all seven steps that the benchmark takes in turn, in the demo city. */
enum Walk {

  /** 暴露垃圾 seen by a collector: filed and dispatched by the rules. */
  RUBBISH(Channel.COLLECTOR, "E01-10", "E01-10-1", "SANITATION-A"),

  /** 路灯 seen by a collector: filed by hand, dispatched by the rules. */
  LAMP(
      Channel.COLLECTOR,
      "C01-37",
      "C01-37-3",
      "LAMP-CO",
      new Step("user_fileCase", "zhao", "filed")),

  /** 店外经营 told by a citizen: verified on the spot, and the citizen is called back. */
  SHOP(
      Channel.HOTLINE,
      "E04-05",
      "E04-05-1",
      "STREET-A",
      new Step("user_acceptReport", "li", "verify"),
      new Step("user_verifyReport", "chen", "true"),
      new Step("user_acceptReport", "li", "accepted"),
      new Step("user_fileCase", "zhao", "filed")),

  /** 路灯 shown by the media: dispatched by a person. */
  MEDIA(
      Channel.MEDIA,
      "C01-37",
      "C01-37-3",
      "LAMP-CO",
      new Step("user_acceptReport", "li", "accepted"),
      new Step("user_fileCase", "zhao", "filed"),
      new Step("user_dispatchCase", "sun", "dispatched", entry("unit", "LAMP-CO")));

  /** A task, who does it and what he says with it. */
  record Step(String task, String person, Map<String, Object> said) {

    @SafeVarargs
    Step(String task, String person, String outcome, Map.Entry<String, Object>... more) {
      this(task, person, said(outcome, more));
    }

    private static Map<String, Object> said(String outcome, Map.Entry<String, Object>[] more) {
      Map<String, Object> said = new HashMap<>(Map.ofEntries(more));
      said.put("outcome", outcome);
      return Map.copyOf(said);
    }
  }

  final Channel channel;
  final String category;
  final String condition;
  final String unit;
  final List<Step> steps;

  Walk(Channel channel, String category, String condition, String unit, Step... first) {
    this.channel = channel;
    this.category = category;
    this.condition = condition;
    this.unit = unit;
    String clerk = unit.toLowerCase(java.util.Locale.ROOT);
    Stream<Step> last =
        Stream.of(
            new Step("user_acceptWork", clerk, "accepted"),
            new Step("user_handleCase", clerk, "done", entry("result", "已处理 Done")),
            new Step("user_reviewFeedback", "li", "check"),
            new Step("user_checkOnSite", "chen", "passed"),
            new Step("user_closeCase", "zhao", "closed"));
    Stream<Step> callBack =
        channel == Channel.HOTLINE
            ? Stream.of(new Step("user_callBack", "li", "satisfied"))
            : Stream.empty();
    this.steps = Stream.of(Stream.of(first), last, callBack).flatMap(one -> one).toList();
  }

  static Walk of(int number) {
    return values()[number % values().length];
  }

  boolean has(String task) {
    return steps.stream().anyMatch(step -> step.task().equals(task));
  }
}
