package org.citycase.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.SentPhoto;
import org.citycase.clock.CityClock;
import org.citycase.web.CaseJson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes reports in so that a client may always send one again: under an {@code Idempotency-Key} the
 * first answer is kept in the transaction of the case and given again.
 */
@Component
class Intake {

  private static final int LONGEST_KEY = 200;

  private final Reports reports;
  private final CaseJson cases;
  private final JdbcClient jdbc;
  private final CityClock clock;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;

  Intake(
      Reports reports,
      CaseJson cases,
      JdbcClient jdbc,
      CityClock clock,
      ObjectMapper json,
      TransactionTemplate transaction) {
    this.reports = reports;
    this.cases = cases;
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
    this.transaction = transaction;
  }

  /** The case's number and the case as JSON. */
  record Answer(String number, JsonNode body) {}

  private record Kept(String bodyHash, String caseNumber, String answer) {}

  Answer take(Report report, Viewer sender, String key) {
    if (key == null || key.isBlank()) {
      Reports.Checked checked = reports.check(report, sender);
      return transaction.execute(status -> receive(checked));
    }
    if (key.length() > LONGEST_KEY) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "Idempotency-Key",
          "An Idempotency-Key has at most " + LONGEST_KEY + " characters.");
    }
    String hash = hash(report);
    return kept(key, sender, hash)
        .orElseGet(
            () -> {
              Reports.Checked checked = reports.check(report, sender);
              try {
                return transaction.execute(status -> receiveOnce(checked, key, hash));
              } catch (DuplicateKeyException sentTwiceAtOnce) {
                return kept(key, sender, hash).orElseThrow(() -> sentTwiceAtOnce);
              }
            });
  }

  private Answer receive(Reports.Checked checked) {
    CaseFile file = reports.open(checked);
    return new Answer(file.number(), json.valueToTree(cases.of(file, checked.sender())));
  }

  private Answer receiveOnce(Reports.Checked checked, String key, String hash) {
    Answer answer = receive(checked);
    jdbc.sql(
            "INSERT INTO cc_idempotency (idempotency_key, sender, body_hash, case_number, answer,"
                + " at) VALUES (?, ?, ?, ?, ?, ?)")
        .params(
            List.of(
                key,
                checked.sender().user(),
                hash,
                answer.number(),
                answer.body().toString(),
                clock.millis()))
        .update();
    return answer;
  }

  private Optional<Answer> kept(String key, Viewer sender, String hash) {
    return jdbc.sql(
            "SELECT body_hash, case_number, answer FROM cc_idempotency"
                + " WHERE idempotency_key = ? AND sender = ?")
        .params(key, sender.user())
        .query(Kept.class)
        .optional()
        .map(kept -> again(kept, sender, hash));
  }

  /**
   * All of the public are one sender: whose case another's key became is nobody else's business.
   */
  private Answer again(Kept kept, Viewer sender, String hash) {
    if (!kept.bodyHash().equals(hash)) {
      throw Refusal.ofField(
          Refusal.Kind.CONFLICT,
          "Idempotency-Key",
          sender.equals(Viewer.PUBLIC)
              ? "This key was used for another report: use a new key for a new report."
              : "This key was used for another report, case %s: use a new key for a new report."
                  .formatted(kept.caseNumber()));
    }
    try {
      return new Answer(kept.caseNumber(), json.readTree(kept.answer()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept answer is no JSON.", e);
    }
  }

  /** What makes two requests the same report: everything that was told, and the photos' bytes. */
  private static String hash(Report report) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(withoutPhotos(report).toString().getBytes(StandardCharsets.UTF_8));
      report.photos().forEach(photo -> add(digest, photo));
      digest.update((byte) 0);
      report.afterPhotos().forEach(photo -> add(digest, photo));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static void add(MessageDigest digest, SentPhoto photo) {
    digest.update((photo.lat() + " " + photo.lng()).getBytes(StandardCharsets.UTF_8));
    digest.update(photo.content());
  }

  private static Report withoutPhotos(Report report) {
    List<SentPhoto> none = List.of();
    return new Report(
        report.channel(),
        report.category(),
        report.condition(),
        report.measure(),
        report.description(),
        report.lat(),
        report.lng(),
        report.address(),
        report.component(),
        report.reporterName(),
        report.reporterPhone(),
        report.foundAt(),
        none,
        none,
        report.quick(),
        report.guard(),
        report.hotline());
  }
}
