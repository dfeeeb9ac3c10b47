package org.citycase.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases an operation is done to. */
@Component
class TouchedCases {

  private static final String INSTANCES =
      """
      SELECT e.BUSINESS_KEY_ AS number, e.PROC_INST_ID_ AS instance
      FROM ACT_RU_EXECUTION e JOIN ACT_RE_PROCDEF d ON d.ID_ = e.PROC_DEF_ID_
      WHERE e.PARENT_ID_ IS NULL AND e.BUSINESS_KEY_ IS NOT NULL AND\s""";

  private static final String JOBS =
      """
      SELECT DISTINCT e.BUSINESS_KEY_ AS number, e.PROC_INST_ID_ AS instance
      FROM ACT_RU_JOB j JOIN ACT_RU_EXECUTION e ON e.ID_ = j.PROCESS_INSTANCE_ID_
      WHERE e.BUSINESS_KEY_ IS NOT NULL AND\s""";

  private static final String FAILED = " AND j.RETRIES_ = 0";

  private final CaseOfInstance cases;
  private final JdbcClient jdbc;

  TouchedCases(CaseOfInstance cases, JdbcClient jdbc) {
    this.cases = cases;
    this.jdbc = jdbc;
  }

  /**
   * The numbers of the cases, in their order, each with the instance that was touched. Some may be
   * no case of the city but an instance of somebody else's diagram.
   */
  Map<String, String> of(Operation operation, CommandContext context) {
    UserOperationLogEntryEventEntity one = operation.first();
    if (one.getProcessInstanceId() != null) {
      return cases.of(Set.of(one.getProcessInstanceId()), context);
    }
    return switch (operation.reach()) {
      case INSTANCES ->
          one.getProcessDefinitionId() == null
              ? all(INSTANCES + "d.KEY_ = ?", one.getProcessDefinitionKey())
              : all(INSTANCES + "d.ID_ = ?", one.getProcessDefinitionId());
      case JOBS -> withJobs(one);
      case READ -> {
        Set<String> batch = BatchedInstances.of(context);
        yield cases.of(batch.isEmpty() ? read(context) : batch, context);
      }
    };
  }

  private Map<String, String> withJobs(UserOperationLogEntryEventEntity one) {
    boolean failed =
        UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES.equals(one.getOperationType());
    String more = failed ? FAILED : "";
    if (one.getJobDefinitionId() != null) {
      return all(JOBS + "j.JOB_DEF_ID_ = ?" + more, one.getJobDefinitionId());
    }
    return one.getProcessDefinitionId() == null
        ? all(JOBS + "j.PROCESS_DEF_KEY_ = ?" + more, one.getProcessDefinitionKey())
        : all(JOBS + "j.PROCESS_DEF_ID_ = ?" + more, one.getProcessDefinitionId());
  }

  private Map<String, String> all(String statement, String definition) {
    Map<String, String> all = new TreeMap<>();
    jdbc.sql(statement)
        .param(definition)
        .query((row, index) -> all.put(row.getString("number"), row.getString("instance")))
        .list();
    return all;
  }

  /** The instances that the engine read to do it. */
  private static Set<String> read(CommandContext context) {
    Set<String> instances = new TreeSet<>();
    context
        .getDbEntityManager()
        .getCachedEntitiesByType(ExecutionEntity.class)
        .forEach(execution -> instances.add(execution.getProcessInstanceId()));
    context
        .getDbEntityManager()
        .getCachedEntitiesByType(JobEntity.class)
        .forEach(job -> add(instances, job.getProcessInstanceId()));
    return instances;
  }

  private static void add(Set<String> instances, String instance) {
    if (instance != null) {
      instances.add(instance);
    }
  }
}
