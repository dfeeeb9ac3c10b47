package org.citycase.process;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.batch.BatchEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * The instances that a batch is going to be done to: it is told when it is ordered, because its
 * jobs run without anybody's name.
 */
final class BatchedInstances {

  private static final Set<String> OF_INSTANCES =
      Set.of(
          Batch.TYPE_PROCESS_INSTANCE_DELETION,
          Batch.TYPE_PROCESS_INSTANCE_MODIFICATION,
          Batch.TYPE_PROCESS_INSTANCE_MIGRATION,
          Batch.TYPE_PROCESS_INSTANCE_RESTART,
          Batch.TYPE_PROCESS_INSTANCE_UPDATE_SUSPENSION_STATE,
          Batch.TYPE_SET_VARIABLES,
          Batch.TYPE_CORRELATE_MESSAGE);

  private BatchedInstances() {}

  /** Those of the batch that the running command made; none when it made none. */
  static Set<String> of(CommandContext context) {
    Set<String> instances = new TreeSet<>();
    for (BatchEntity batch :
        context.getDbEntityManager().getCachedEntitiesByType(BatchEntity.class)) {
      List<String> ids =
          ((BatchConfiguration)
                  batch.getBatchJobHandler().readConfiguration(batch.getConfigurationBytes()))
              .getIds();
      if (OF_INSTANCES.contains(batch.getType())) {
        instances.addAll(ids);
      } else if (Batch.TYPE_SET_JOB_RETRIES.equals(batch.getType())) {
        ids.stream()
            .map(id -> context.getJobManager().findJobById(id))
            .filter(job -> job != null && job.getProcessInstanceId() != null)
            .map(JobEntity::getProcessInstanceId)
            .forEach(instances::add);
      }
    }
    return instances;
  }
}
