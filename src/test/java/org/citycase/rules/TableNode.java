package org.citycase.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citycase.ContentFolder;
import org.citycase.TestDatabase;
import org.citycase.evaluate.Penalty;
import org.citycase.evaluate.PenaltyQuestion;
import org.citycase.trail.ConfigurationLog;
import org.citycase.trail.EvidenceRows;
import org.citycase.trail.Witnesses;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules room of one node, on a database and an archive it shares with others. */
final class TableNode implements AutoCloseable {

  static final String TABLE = "penalty";

  /** What all nodes share. */
  record Shared(DataSource database, TableArchive archive, Clock clock) {

    static Shared with(Clock clock) {
      return new Shared(TestDatabase.migrated("tables"), new StoredTexts(), clock);
    }
  }

  @Configuration
  @EnableTransactionManagement
  static class Transactions {}

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  TableNode(Path content, Shared shared, Map<String, Instant> filed) {
    this(content, shared, filed, "PT3S");
  }

  TableNode(Path content, Shared shared, Map<String, Instant> filed, String lead) {
    Map<String, Object> settings =
        Map.of("citycase.content", content.toString(), "citycase.tables.lead", lead);
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own", settings));
    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    context.registerBean(DataSource.class, shared::database, bean -> bean.setDestroyMethodName(""));
    context.registerBean(
        PlatformTransactionManager.class, () -> new JdbcTransactionManager(shared.database()));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(shared.database()));
    context.registerBean(ObjectMapper.class);
    context.registerBean(Clock.class, shared::clock);
    context.registerBean(TableArchive.class, shared::archive);
    context.registerBean(KnownWords.class, KnownWords::any);
    Filings filings =
        number ->
            Optional.ofNullable(filed.get(number)).map(at -> new Filings.Filed(at, Long.MAX_VALUE));
    context.registerBean(Filings.class, () -> filings);
    context.register(
        Transactions.class,
        ContentFolder.class,
        Receipts.class,
        Witnesses.class,
        EvidenceRows.class,
        ConfigurationLog.class,
        ReceiptCheck.class,
        DecisionTables.class,
        TableVersions.class,
        TableShelf.class,
        TablePublishing.class,
        TableDesk.class,
        TableStart.class);
    try {
      context.refresh();
    } catch (RuntimeException refused) {
      context.close();
      throw refused;
    }
  }

  /** A content folder with the tables of the house. */
  static Path content(Path folder) {
    try (Stream<Path> files = Files.list(Path.of("rules"))) {
      for (String room : List.of("processes", "forms", "rules/city")) {
        Files.createDirectories(folder.resolve(room));
      }
      for (Path file : files.filter(each -> each.toString().endsWith(".drl.csv")).toList()) {
        Files.copy(file, folder.resolve("rules").resolve(file.getFileName()));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DecisionTables tables() {
    return context.getBean(DecisionTables.class);
  }

  TableDesk desk() {
    return context.getBean(TableDesk.class);
  }

  <T> T the(Class<T> bean) {
    return context.getBean(bean);
  }

  /** The points of a penalty row in a version published from the newest one. */
  TableVersion publish(String row, String points) {
    return publish(row, points, by(null, false));
  }

  TableVersion publish(String row, String points, Publication by) {
    TableVersion latest = desk().latest(TABLE);
    return desk().publish(TABLE, withPoints(row, points), latest.version(), by);
  }

  String withPoints(String row, String points) {
    TableEdit edit = new TableEdit(List.of(new TableEdit.Cell(row, "points", points)), null, null);
    return desk().edited(TABLE, desk().text(TABLE, desk().latest(TABLE).version()), edit);
  }

  static Publication by(Instant effective, boolean correction) {
    return new Publication("owner2", "owner", "decree 12", effective, correction);
  }

  /** What a little delay costs now. */
  double points() {
    return peek().answer().points();
  }

  Decision<Penalty> peek() {
    return tables().peek(TABLE, new PenaltyQuestion("overdue", 0.2, 1), Penalty.class);
  }

  Decision<Penalty> ask(String caseNumber) {
    PenaltyQuestion question = new PenaltyQuestion("overdue", 0.2, 1);
    return inTransaction(() -> tables().ask(caseNumber, TABLE, question, Penalty.class));
  }

  <T> T inTransaction(Supplier<T> work) {
    return new TransactionTemplate(the(PlatformTransactionManager.class))
        .execute(status -> work.get());
  }

  ReceiptCheck.Outcome receipts() {
    return the(ReceiptCheck.class).of(Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE));
  }

  @Override
  public void close() {
    context.close();
  }
}
