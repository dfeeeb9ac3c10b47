package org.citycase.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Properties;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.citycase.bench.Walk.Step;
import org.springframework.util.function.ThrowingSupplier;

/** The same diagram on an engine without the service: empty rooms, no authorizations. */
final class BareCorridor implements Corridor, AutoCloseable {

  private static final Path DIAGRAM = Path.of("processes", "city-case.bpmn");

  private final Tally tally = new Tally();
  private final HikariDataSource database = new HikariDataSource();
  private final ProcessEngine engine;

  BareCorridor() {
    this(CountedService.url("bench-bare"), new Properties());
  }

  /**
   * On a database of its own.
   *
   * @param driver what the service tells the same driver
   */
  BareCorridor(String url, Properties driver) {
    database.setJdbcUrl(url);
    database.setDataSourceProperties(driver);
    database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    StandaloneInMemProcessEngineConfiguration bare =
        new StandaloneInMemProcessEngineConfiguration();
    bare.setProcessEngineName("bare");
    bare.setDataSource(new CountedDatabase(database, tally));
    bare.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
    bare.setIdGenerator(new StrongUuidGenerator());
    bare.setMetricsEnabled(false);
    bare.setTaskMetricsEnabled(false);
    bare.setJobExecutorActivate(false);
    bare.setBeans(BareRoom.all());
    engine = bare.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addInputStream(
            DIAGRAM.getFileName().toString(),
            ThrowingSupplier.of(() -> java.nio.file.Files.newInputStream(DIAGRAM)).get())
        .deploy();
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public void walk(int number) {
    String key = String.valueOf(number);
    engine.getRuntimeService().startProcessInstanceByKey("cityCase", key);
    for (Step step : Walk.of(number).steps) {
      Task task = open(key);
      if (task == null || !task.getTaskDefinitionKey().equals(step.task())) {
        throw new IllegalStateException("Case " + key + " does not wait at " + step.task());
      }
      engine.getTaskService().complete(task.getId(), passing(step));
    }
    if (open(key) != null) {
      throw new IllegalStateException("Case " + key + " has not come to its end.");
    }
  }

  private Task open(String key) {
    return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key).singleResult();
  }

  private static VariableMap passing(Step step) {
    VariableMap said = Variables.createVariables();
    step.said()
        .forEach((name, value) -> said.putValueTyped(name, Variables.untypedValue(value, true)));
    return said;
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }
}
