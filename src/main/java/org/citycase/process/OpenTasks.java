package org.citycase.process;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a task is still there, as the database has it: the engine's own view may be older. */
@Component
class OpenTasks {

  private final JdbcClient jdbc;

  OpenTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean has(String taskId) {
    return jdbc.sql("SELECT COUNT(*) FROM ACT_RU_TASK WHERE ID_ = ?")
            .param(taskId)
            .query(Integer.class)
            .single()
        > 0;
  }
}
