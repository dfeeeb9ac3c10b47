package org.citycase.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.citycase.audit.BottleneckQuestion;
import org.citycase.clock.CityClock;
import org.citycase.process.Bottlenecks;
import org.citycase.process.Bottlenecks.Step;
import org.citycase.standard.District;
import org.citycase.standard.Districts;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * The bottlenecks (瓶颈) of a set of cases: the diagram coloured by what each step took, and a table
 * of the same figures.
 */
@PageController
class BottleneckPage {

  private static final int DAYS = 30;

  private final Bottlenecks bottlenecks;
  private final AuditNames names;
  private final Districts districts;
  private final MessageSource messages;
  private final CityClock clock;

  BottleneckPage(
      Bottlenecks bottlenecks,
      AuditNames names,
      Districts districts,
      MessageSource messages,
      CityClock clock) {
    this.bottlenecks = bottlenecks;
    this.names = names;
    this.districts = districts;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A step as the page shows it.
   *
   * @param level of heat, 0 for none to {@link Heat#LEVELS}
   * @param shown the figure that makes its colour
   */
  record Line(Step step, String name, int level, String shown) {}

  /** Without a period it is about the last days; one that is left empty is asked for, too. */
  @ModelAttribute("question")
  BottleneckQuestion question(BottleneckQuestion asked, WebRequest request) {
    boolean open = request.getParameter("from") == null && request.getParameter("to") == null;
    return open
        ? asked.since(clock.inCity(clock.instant()).toLocalDate().minusDays(DAYS - 1))
        : asked;
  }

  @GetMapping("/audit/bottlenecks")
  String page(
      @ModelAttribute(name = "question", binding = false) BottleneckQuestion asked,
      @RequestParam(defaultValue = "MEDIAN") Heat by,
      Locale locale,
      Model model) {
    Bottlenecks.Report report = bottlenecks.of(asked.filter(clock.getZone()));
    List<Step> steps = report.steps().stream().filter(BottleneckPage::tells).toList();
    Speech say = Speech.in(locale, clock.getZone());
    model.addAttribute("asked", new AuditQuestion("", "", "", "", "", asked.from(), asked.to(), 0));
    model.addAttribute("report", report);
    model.addAttribute("by", by);
    model.addAttribute("heats", Heat.values());
    model.addAttribute("scale", by.scale(steps, say));
    model.addAttribute("lines", lines(steps, by, say));
    model.addAttribute("clock", clock);
    model.addAttribute(
        "districts",
        districts.all().stream().filter(one -> one.level() == District.Level.COUNTY).toList());
    names.into(model);
    return "audit/bottlenecks";
  }

  /** Gateways and services pass a case on at once; they tell nothing. */
  private static boolean tells(Step step) {
    return step.kind().equals("userTask")
        || step.waiting() > 0
        || step.max() != null && step.max() > 0;
  }

  private static List<Line> lines(List<Step> steps, Heat by, Speech say) {
    int[] levels = by.levels(steps);
    return IntStream.range(0, steps.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> !Heat.isWork(steps.get(i)))
                .thenComparing(i -> by.of(steps.get(i)), Comparator.reverseOrder()))
        .map(i -> line(steps.get(i), levels[i], by, say))
        .toList();
  }

  private static Line line(Step step, int level, Heat by, Speech say) {
    String name = new StepLabel(say.english()).of(step.name());
    return new Line(step, name, level, by.told(by.of(step), say));
  }

  @GetMapping("/audit/bottlenecks.csv")
  void sheet(
      @ModelAttribute(name = "question", binding = false) BottleneckQuestion asked,
      Locale locale,
      HttpServletResponse response) {
    Bottlenecks.Report report = bottlenecks.of(asked.filter(clock.getZone()));
    String[] columns = {
      "element",
      "step",
      "kind",
      "visits",
      "cases",
      "loops",
      "canceled",
      "waiting",
      "waitingSince",
      "median",
      "mean",
      "p90",
      "max"
    };
    List<String> head =
        Arrays.stream(columns)
            .map(column -> messages.getMessage("audit.column." + column, null, locale))
            .toList();
    try (CsvAnswer sheet = new CsvAnswer(response, "bottlenecks.csv", head)) {
      report.steps().forEach(step -> line(sheet, step));
    }
  }

  private void line(CsvAnswer sheet, Step step) {
    sheet.line(
        step.element(),
        step.name(),
        step.kind(),
        step.visits(),
        step.cases(),
        step.loops(),
        step.canceled(),
        step.waiting(),
        step.waitingSince() == null ? null : clock.inCity(step.waitingSince()),
        step.median(),
        step.mean(),
        step.p90(),
        step.max());
  }
}
