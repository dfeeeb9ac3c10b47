package org.citycase.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.citycase.CityCaseApplication;
import org.citycase.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes that start at the same moment on a schema without a table. */
@Tag(TestDatabase.NODES)
@EnabledIfSystemProperty(named = "citycase.test.mysql", matches = ".+")
class EmptySchemaIT {

  @TempDir private Path folder;

  private ConfigurableApplicationContext node(String name) {
    return new SpringApplicationBuilder(CityCaseApplication.class)
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + TestDatabase.url("empty_schema"),
            "--citycase.demo=true",
            "--camunda.bpm.job-execution.enabled=false",
            "--camunda.bpm.process-engine-name=" + name,
            "--citycase.data=" + folder.resolve(name));
  }

  @Test
  void oneOfThemPreparesItAndTheOtherFindsItDone() throws Exception {
    CompletableFuture<ConfigurableApplicationContext> one =
        CompletableFuture.supplyAsync(() -> node("default"));
    CompletableFuture<ConfigurableApplicationContext> other =
        CompletableFuture.supplyAsync(() -> node("there"));
    try (ConfigurableApplicationContext first = one.get(5, TimeUnit.MINUTES);
        ConfigurableApplicationContext second = other.get(5, TimeUnit.MINUTES)) {
      JdbcTemplate jdbc = first.getBean(JdbcTemplate.class);
      assertThat(second.isRunning()).isTrue();
      assertThat(numbers(jdbc, "SELECT MAX(VERSION_) FROM ACT_RE_PROCDEF")).containsExactly(1);
      assertThat(numbers(jdbc, "SELECT COUNT(*) - COUNT(DISTINCT NAME_) FROM ACT_RE_DEPLOYMENT"))
          .containsExactly(0);
      assertThat(numbers(jdbc, "SELECT COUNT(*) FROM cc_city")).containsExactly(1);
      assertThat(numbers(jdbc, "SELECT COUNT(*) FROM cc_category")).containsExactly(232);
      assertThat(numbers(jdbc, "SELECT COUNT(*) FROM flyway_schema_history WHERE success = 0"))
          .containsExactly(0);
      assertThat(
              numbers(
                  jdbc,
                  "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                      + " AND table_collation <> 'utf8mb4_0900_bin'"))
          .containsExactly(0);
    }
  }

  private static List<Integer> numbers(JdbcTemplate jdbc, String query) {
    return jdbc.queryForList(query, Integer.class);
  }
}
