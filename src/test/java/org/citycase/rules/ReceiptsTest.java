package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citycase.ContentFolder;
import org.citycase.TestDatabase;
import org.citycase.casefile.Filing;
import org.citycase.casefile.FilingQuestion;
import org.citycase.clock.StageLimit;
import org.citycase.clock.StageLimitQuestion;
import org.citycase.trail.ConfigurationLog;
import org.citycase.trail.EvidenceRows;
import org.citycase.trail.Witnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables as the service has them: loaded at the start, with receipts in the database. */
@Tag(TestDatabase.TAG)
class ReceiptsTest {

  private static final Instant NOW = Instant.parse("2026-03-10T01:10:00Z");
  private static final String CASE = "1101012026031000001";
  private static final FilingQuestion LAMP =
      new FilingQuestion("C01-37", "C01-37-3", "collector", false, 0, "", true, false, false);

  @TempDir Path content;

  private AnnotationConfigApplicationContext context;

  @Configuration
  @EnableTransactionManagement
  static class Database {

    @Bean(destroyMethod = "")
    DataSource dataSource() {
      return TestDatabase.migrated("tables");
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
      return JdbcClient.create(database);
    }

    @Bean
    ObjectMapper json() {
      return new ObjectMapper();
    }

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    TableArchive archive() {
      return new StoredTexts();
    }

    @Bean
    KnownWords knownWords() {
      return KnownWords.any();
    }
  }

  @BeforeEach
  void ownContent() throws IOException {
    for (String room : List.of("processes", "forms", "rules")) {
      Files.createDirectories(content.resolve(room));
    }
    try (Stream<Path> files = Files.list(Path.of("rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, content.resolve("rules").resolve(file.getFileName()));
      }
    }
  }

  @AfterEach
  void stop() {
    if (context.isActive()) {
      context.close();
    }
  }

  @Test
  void anAnswerLeavesItsReceiptWithTheCase() {
    DecisionTables tables = start();
    Decision<Filing> decision =
        inTransaction(() -> tables.ask(CASE, "filing-standard", LAMP, Filing.class));
    assertThat(decision.row()).isEqualTo("C01-37-3");
    assertThat(decision.answer())
        .isEqualTo(new Filing("ask", "C01-37-3", 2, "work_day", false, "", ""));
    inTransaction(
        () ->
            tables.ask(
                CASE,
                "stage-limits",
                new StageLimitQuestion("close", "collector"),
                StageLimit.class));

    List<Receipt> receipts = tables.receiptsOf(CASE);
    assertThat(receipts).extracting(Receipt::row).containsExactly("C01-37-3", "P1 3.4 close");
    Receipt first = receipts.get(0);
    assertThat(first.at()).isEqualTo(NOW);
    assertThat(first.table()).isEqualTo("filing-standard");
    assertThat(first.version()).isEqualTo(tables.version("filing-standard")).hasSize(12);
    assertThat(first.question())
        .containsEntry("category", "C01-37")
        .containsEntry("photo", true)
        .containsEntry("measure", 0.0)
        .containsEntry("maturity", "")
        .hasSize(9);
    assertThat(first.answer())
        .isEqualTo(
            Map.of(
                "decision", "ask",
                "condition", "C01-37-3",
                "limitValue", 2,
                "limitUnit", "work_day",
                "quick", false,
                "quantity", "",
                "measureUnit", ""));
    assertThat(tables.receiptsOf("1101012026031000002")).isEmpty();
  }

  @Test
  void aReceiptIsRolledBackWithWhatWasDecided() {
    DecisionTables tables = start();
    new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              tables.ask(CASE, "filing-standard", LAMP, Filing.class);
              status.setRollbackOnly();
            });
    assertThat(tables.receiptsOf(CASE)).isEmpty();
  }

  @Test
  void withoutATransactionNothingIsAskedForACaseButAPeekIsFree() {
    DecisionTables tables = start();
    assertThatThrownBy(() -> tables.ask(CASE, "filing-standard", LAMP, Filing.class))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThat(tables.peek("filing-standard", LAMP, Filing.class).answer().limitValue())
        .isEqualTo(2);
    assertThat(tables.receiptsOf(CASE)).isEmpty();
  }

  @Test
  void allTablesAreReadyAfterTheStart() {
    DecisionTables tables = start();
    assertThat(tables.ready()).isTrue();
    assertThat(tables.names()).hasSize(12);
  }

  @Test
  void aTableOrAQuestionThatDoesNotExistIsAProgrammingError() {
    DecisionTables tables = start();
    assertThatThrownBy(() -> tables.peek("filing", LAMP, Filing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no table filing");
    assertThatThrownBy(() -> tables.peek("penalty", LAMP, Filing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the question of table penalty");
  }

  @Test
  void aBrokenCellStopsTheStartWithFileRowAndColumn() throws IOException {
    Path file = content.resolve("rules/penalty.drl.csv");
    Files.writeString(
        file, Files.readString(file).replace("OT-1,overdue,,0.5", "OT-1,overdue,,half"));
    assertThatThrownBy(this::start)
        .hasMessageContaining("penalty.drl.csv")
        .hasMessageContaining("E9: 'half' is not a number");
  }

  @Test
  void aTableOfNobodyIsLeftAlone() throws IOException {
    Files.writeString(content.resolve("rules/old-penalty.drl.csv"), "anything");
    assertThat(start().names()).hasSize(12);
  }

  private DecisionTables start() {
    context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("own", Map.of("citycase.content", content.toString())));
    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    context.register(
        Database.class,
        ContentFolder.class,
        Receipts.class,
        Witnesses.class,
        EvidenceRows.class,
        ConfigurationLog.class,
        DecisionTables.class,
        TableVersions.class,
        TableShelf.class,
        TablePublishing.class,
        TableStart.class);
    context.refresh();
    return context.getBean(DecisionTables.class);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
        .execute(status -> work.get());
  }
}
