package org.citycase.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.citycase.clock.NightlyWork;
import org.citycase.trail.SealRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals (封存) the ends of all logs every night and whenever an auditor asks for it. Kept outside, a
 * seal proves also that no case was removed as a whole.
 */
@Service
public class Seals implements NightlyWork {

  /** Every length of a log is sealed once: a case whose log did not grow is in an older seal. */
  private static final String NEW_HEADS =
      "INSERT INTO cc_sealed_case (case_number, length, seal_seq, hash)"
          + " SELECT f.number, f.log_length, ?, f.log_hash FROM cc_case_file f WHERE NOT EXISTS"
          + " (SELECT 1 FROM cc_sealed_case s"
          + " WHERE s.case_number = f.number AND s.length = f.log_length)";

  private final JdbcClient jdbc;
  private final SealShelf shelf;
  private final CityClock clock;

  Seals(JdbcClient jdbc, SealShelf shelf, CityClock clock) {
    this.jdbc = jdbc;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** A seal as it is listed. */
  public record Listed(
      int seq,
      String day,
      OffsetDateTime at,
      int cases,
      int configurationLength,
      String configurationHash,
      String previousHash,
      String rootHash) {}

  /** A page of seals, newest first. */
  public record Page(List<Listed> items, int page, int size, long total) {}

  @Override
  @Transactional
  public void doAt(Instant midnight) {
    seal();
  }

  /** When the last seal was made. */
  @Transactional(readOnly = true)
  public Optional<Instant> last() {
    return shelf.newest(0, 1).stream().map(seal -> Instant.ofEpochMilli(seal.at())).findFirst();
  }

  /** Whether the viewer may make a seal beside those of the nights. */
  public static boolean mayMake(Viewer viewer) {
    return viewer.isIn("auditors") || viewer.isIn("camunda-admin");
  }

  /** Makes the next seal for a person; refuses who may not. */
  @Transactional
  public Listed seal(Viewer viewer) {
    if (!mayMake(viewer)) {
      throw Refusal.inBoth(
          Refusal.Kind.NOT_ALLOWED,
          "封存由审计员和系统管理员进行；下一次在午夜自动进行。",
          "Auditors and administrators make a seal; the next one is made at midnight by itself.");
    }
    return seal();
  }

  /** Makes the next seal. */
  @Transactional
  public Listed seal() {
    End last = end("cc_seal_chain", " FOR UPDATE");
    End configuration = end("cc_configuration_head", "");
    Instant now = clock.instant();
    String day = LocalDate.ofInstant(now, clock.getZone()).toString();
    int seq = last.length() + 1;
    jdbc.sql(NEW_HEADS).param(seq).update();
    SealRow.Heads sum = new SealRow.Heads();
    shelf.eachHead(seq, row -> sum.add(row.getString(1), row.getInt(2), row.getString(3)));
    SealRow seal =
        SealRow.of(
            new SealRow.Made(seq, day, now.toEpochMilli()),
            sum,
            new SealRow.Configuration(configuration.length(), configuration.hash()),
            last.hash());
    store(seal);
    return listed(seal);
  }

  private record End(int length, String hash) {}

  private End end(String table, String lock) {
    return jdbc.sql("SELECT length, hash FROM " + table + " WHERE id = 1" + lock)
        .query((row, number) -> new End(row.getInt(1), row.getString(2)))
        .single();
  }

  private void store(SealRow seal) {
    jdbc.sql(
            "INSERT INTO cc_seal (seq, sealed_day, at, cases, heads_hash, configuration_length,"
                + " configuration_hash, previous_hash, root_hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(seal.values())
        .update();
    jdbc.sql("UPDATE cc_seal_chain SET length = ?, hash = ? WHERE id = 1")
        .params(seal.seq(), seal.rootHash())
        .update();
  }

  @Transactional(readOnly = true)
  public Page page(int page, int size) {
    List<Listed> items = shelf.newest(page, size).stream().map(this::listed).toList();
    return new Page(items, page, size, shelf.count());
  }

  private Listed listed(SealRow seal) {
    return new Listed(
        seal.seq(),
        seal.day(),
        clock.inCity(Instant.ofEpochMilli(seal.at())),
        seal.cases(),
        seal.configurationLength(),
        seal.configurationHash(),
        seal.previousHash(),
        seal.rootHash());
  }
}
