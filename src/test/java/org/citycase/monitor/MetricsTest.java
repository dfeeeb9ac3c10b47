package org.citycase.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.clock.CityClock;
import org.citycase.process.EngineLoad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Prometheus reads, and that dashboard and alerts ask for nothing else. */
@CityTest
class MetricsTest {

  private static final String SCRAPE = "/actuator/prometheus";
  private static final String COLLECTOR = "prometheus";
  private static final Pattern NAME =
      Pattern.compile("\\b(?:citycase|http|hikaricp|jvm|logback|process|disk)_[a-z_]+");
  private static final Pattern SAME_ON_EACH_NODE = Pattern.compile("citycase_city_[a-z_]+");

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private CityGauges gauges;
  @Autowired private EngineLoad engine;
  @Autowired private CityClock clock;

  @BeforeEach
  void morning() {
    desk.at("2026-03-12T09:00:00+08:00");
  }

  private String scraped() {
    return city.get(COLLECTOR, SCRAPE).body().path("text").asText();
  }

  private double value(String series) {
    return scraped()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  @Test
  void theFiguresTellInWhichStepAndLightTheCasesAre() {
    city.filedShop();
    city.report("li", "hotline", "E04-05");
    gauges.measure();
    assertThat(scraped().lines().filter(line -> line.startsWith("citycase_city_cases_open{")))
        .containsExactlyInAnyOrder(
            "citycase_city_cases_open{light=\"none\",state=\"reported\",step=\"register\"} 1.0",
            "citycase_city_cases_open{light=\"green\",state=\"dispatched\",step=\"handle\"} 1.0");
    city.at("2026-05-12T09:00:00+08:00");
    gauges.measure();
    assertThat(
            value("citycase_city_cases_open{light=\"red\",state=\"dispatched\",step=\"handle\"}"))
        .isEqualTo(1);
    assertThat(
            value("citycase_city_cases_open{light=\"green\",state=\"dispatched\",step=\"handle\"}"))
        .isZero();
  }

  @Test
  void aReportIsCountedWhenItIsTakenInAndNotWhenItIsRefused() {
    String counter = "citycase_reports_total{channel=\"hotline\"}";
    double before = value(counter);
    assertThat(city.report("li", "hotline", "E04-05").status()).isEqualTo(201);
    assertThat(city.report("li", "hotline", "E99-99").status()).isGreaterThanOrEqualTo(400);
    assertThat(value(counter)).isEqualTo(before + 1);
  }

  @Test
  void anEndIsCountedOnce() {
    String counter = "citycase_cases_ended_total{state=\"rejected\"}";
    double before = value(counter);
    String number = city.report("li", "hotline", "E04-05").number();
    city.does(
        "li", number, "user_acceptReport", "rejected", "reason", "不属实", "advice", "谢谢 thank you");
    assertThat(city.stateOf(number)).isEqualTo("REJECTED");
    assertThat(value(counter)).isEqualTo(before + 1);
  }

  @Test
  void aTableThatIsAskedShowsItsTime() {
    String counter = "citycase_decision_seconds_count{table=\"filing-standard\"}";
    double before = value(counter);
    city.filedShop();
    assertThat(value(counter)).isGreaterThan(before);
  }

  @Test
  void aTimerThatIsDueAndNotFiredIsOverdue() {
    city.filedShop();
    assertThat(engine.at(clock.now()).overdueTimers()).isZero();
    EngineLoad.Load late = engine.at(clock.now().plus(Duration.ofDays(30)));
    assertThat(late.overdueTimers()).isPositive();
    assertThat(late.waiting()).isGreaterThanOrEqualTo(late.overdueTimers());
    assertThat(late.lag()).isPositive().isLessThan(Duration.ofDays(31));
  }

  @Test
  void theMetricsOpenForTheirCollectorAndForAdministratorsOnly() {
    assertThat(city.get(COLLECTOR, SCRAPE).status()).isEqualTo(200);
    assertThat(city.get("admin", SCRAPE).status()).isEqualTo(200);
    assertThat(city.get("li", SCRAPE).status()).isEqualTo(403);
    assertThat(city.get("owner", SCRAPE).status()).isEqualTo(403);
    assertThat(city.get(null, SCRAPE).status()).isEqualTo(401);
    assertThat(city.get(COLLECTOR, "/api/cases").status()).isEqualTo(401);
    assertThat(city.get(COLLECTOR, "/actuator/env").status()).isEqualTo(401);
  }

  @Test
  void dashboardAndAlertsAskOnlyForWhatAScrapeHolds() throws IOException {
    city.filedShop();
    gauges.measure();
    Set<String> known =
        scraped()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]")[0])
            .collect(Collectors.toSet());
    Set<String> asked =
        questions().stream()
            .flatMap(question -> NAME.matcher(question).results())
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    assertThat(asked).hasSizeGreaterThan(20);
    assertThat(known).containsAll(asked);
  }

  @Test
  void whatIsTheSameOnEachNodeIsNeverAddedUpOverNodes() throws IOException {
    for (String question : questions()) {
      String greatest =
          question.replaceAll(
              "(?:max(?: by \\([a-z, ]+\\))? ?|absent)\\(citycase_city_[a-z_]+(?:\\{[^}]*})?(?: offset 1h)?\\)",
              "");
      assertThat(SAME_ON_EACH_NODE.matcher(greatest).find()).as(question).isFalse();
    }
  }

  private static List<String> questions() throws IOException {
    List<String> questions = new ArrayList<>();
    JsonNode board = new ObjectMapper().readTree(Path.of("docker/dashboard.json").toFile());
    questions.addAll(board.findValuesAsText("expr"));
    Files.readAllLines(Path.of("docker/alerts.yaml")).stream()
        .map(String::trim)
        .filter(line -> line.startsWith("expr: "))
        .forEach(line -> questions.add(line.substring("expr: ".length())));
    assertThat(questions).hasSizeGreaterThan(35);
    return questions;
  }
}
