package org.citycase.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the case an instance belongs to, even when the instance is over or just deleted. */
@Component
class CaseOfInstance {

  private static final int AT_ONCE = 500;

  private static final List<String> SOURCES =
      List.of(
          "SELECT DISTINCT instance_id AS instance, case_number AS number FROM cc_visit"
              + " WHERE instance_id IN (:some)",
          "SELECT ID_ AS instance, BUSINESS_KEY_ AS number FROM ACT_RU_EXECUTION"
              + " WHERE BUSINESS_KEY_ IS NOT NULL AND ID_ IN (:some)");

  private final JdbcClient jdbc;

  CaseOfInstance(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What these instances are about, each with one of them, in the order of the numbers: cases, or
   * what somebody else's diagram is about.
   */
  Map<String, String> of(Collection<String> instances, CommandContext context) {
    Map<String, String> cases = new TreeMap<>();
    List<String> asked = new ArrayList<>();
    for (String instance : instances) {
      ExecutionEntity known =
          context.getDbEntityManager().getCachedEntity(ExecutionEntity.class, instance);
      if (known == null) {
        asked.add(instance);
      } else if (known.getBusinessKey() != null) {
        cases.put(known.getBusinessKey(), instance);
      }
    }
    for (int from = 0; from < asked.size(); from += AT_ONCE) {
      List<String> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
      SOURCES.forEach(source -> find(source, some, cases));
    }
    return cases;
  }

  private void find(String source, List<String> some, Map<String, String> cases) {
    jdbc.sql(source)
        .param("some", some)
        .query((row, index) -> cases.put(row.getString("number"), row.getString("instance")))
        .list();
  }
}
