package org.citycase.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.citycase.casefile.ReporterErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a reporter from the answers kept for reports sent twice. The hash of the request goes too,
 * because a phone could be guessed from it; the same key is refused from then on.
 */
@Component
class ErasedAnswers {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ErasedAnswers(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Kept(String idempotencyKey, String sender, String answer) {}

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void erase(ReporterErased erased) {
    List<Kept> answers =
        jdbc.sql(
                "SELECT idempotency_key, sender, answer FROM cc_idempotency"
                    + " WHERE case_number IN (:numbers)")
            .param("numbers", erased.cases())
            .query(Kept.class)
            .list();
    for (Kept kept : answers) {
      jdbc.sql(
              "UPDATE cc_idempotency SET answer = ?, body_hash = 'erased'"
                  + " WHERE idempotency_key = ? AND sender = ?")
          .params(withoutReporter(kept.answer()), kept.idempotencyKey(), kept.sender())
          .update();
    }
  }

  private String withoutReporter(String answer) {
    try {
      ObjectNode kept = (ObjectNode) json.readTree(answer);
      return kept.without(List.of("reporter", "reporterMasked")).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept answer is no JSON.", e);
    }
  }
}
