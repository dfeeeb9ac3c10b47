package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.citycase.casefile.CaseFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Every line that is logged about a case names it, and who asked. */
@CityTest
class LogLinesTest {

  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private CaseFiles files;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Environment environment;

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    desk.at("2026-03-12T09:00:00+08:00");
    lines.start();
    ROOT.addAppender(lines);
  }

  @AfterEach
  void listenNoMore() {
    ROOT.detachAppender(lines);
  }

  private List<ILoggingEvent> about(String number) {
    return List.copyOf(lines.list).stream()
        .filter(line -> line.getFormattedMessage().contains(number))
        .toList();
  }

  private static String named(ILoggingEvent line) {
    return line.getMDCPropertyMap().get(CaseInLog.CASE_NUMBER);
  }

  @Test
  void whatARequestLogsNamesTheCaseAndThePerson() {
    String number = city.filedShop();
    assertThat(about(number)).isNotEmpty().allMatch(line -> number.equals(named(line)));
    assertThat(about(number))
        .extracting(line -> line.getMDCPropertyMap().get("userId"))
        .containsOnly("zhao");
  }

  @Test
  void whatATimerLogsNamesItsCase() {
    String number = city.filedShop();
    lines.list.clear();
    city.at("2026-05-12T09:00:00+08:00");
    assertThat(about(number)).isNotEmpty().allMatch(line -> number.equals(named(line)));
  }

  @Test
  void whatIsRefusedAtTheEnginesDoorIsNoErrorInTheLog() {
    String task = city.task("auditor", city.filedShop(), "user_acceptWork").path("id").asText();
    lines.list.clear();
    assertThat(city.completeTask("li", task, "accepted").status()).isEqualTo(403);
    assertThat(List.copyOf(lines.list)).noneMatch(line -> line.getLevel() == Level.ERROR);
  }

  @Test
  void afterItsTransactionACaseIsNamedNoMore() {
    String first = city.filedShop();
    String second = city.filedShop();
    transaction.executeWithoutResult(
        status -> {
          files.get(first);
          assertThat(MDC.get(CaseInLog.CASE_NUMBER)).isEqualTo(first);
          files.get(second);
          assertThat(MDC.get(CaseInLog.CASE_NUMBER)).isEqualTo(second);
        });
    assertThat(MDC.get(CaseInLog.CASE_NUMBER)).isNull();
  }

  @Test
  void withOneSwitchALineIsJsonThatNamesTheCase() throws IOException {
    LoggerContext context = new LoggerContext();
    context.putObject(Environment.class.getName(), environment);
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat("ecs");
    encoder.start();
    String number = city.filedShop();
    JsonNode line = new ObjectMapper().readTree(encoder.encode(about(number).get(0)));
    assertThat(line.path(CaseInLog.CASE_NUMBER).asText()).isEqualTo(number);
    assertThat(line.path("userId").asText()).isEqualTo("zhao");
    assertThat(line.path("message").asText()).contains(number);
  }
}
