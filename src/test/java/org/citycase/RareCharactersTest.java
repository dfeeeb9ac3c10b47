package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Names and texts that need four bytes for a character, in our tables and in the engine's. */
@CityTest
class RareCharactersTest {

  private static final String RARE = "𠮷野家😀𡃁街";

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private IdentityService identity;
  @Autowired private TaskService tasks;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void theySurviveInAReportInAUserInATaskAndInAComment() {
    desk.at("2026-03-10T09:00:00+08:00");
    String number = city.report("li", "leader", "E01-10", "description", RARE).number();
    assertThat(city.get("auditor", "/api/cases/" + number).body().path("description").asText())
        .isEqualTo(RARE);

    Task task = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    task.setDescription(RARE);
    tasks.saveTask(task);
    tasks.createComment(task.getId(), task.getProcessInstanceId(), RARE);
    assertThat(tasks.createTaskQuery().taskDescription(RARE).count()).isEqualTo(1);
    assertThat(tasks.getTaskComments(task.getId()).get(0).getFullMessage()).isEqualTo(RARE);

    User user = identity.newUser("rare");
    user.setLastName(RARE);
    identity.saveUser(user);
    assertThat(identity.createUserQuery().userLastName(RARE).singleResult().getId())
        .isEqualTo("rare");
    identity.deleteUser("rare");
  }

  @Test
  void whatDiffersInCaseOrAccentOrABlankIsNotTheSame() {
    jdbc.update("DELETE FROM cc_case_number");
    List<String> keys = List.of("a", "A", "á", "a ");
    keys.forEach(
        key -> jdbc.update("INSERT INTO cc_case_number (prefix, last_number) VALUES (?, 1)", key));
    assertThat(
            jdbc.queryForObject(
                "SELECT COUNT(*) FROM cc_case_number WHERE prefix = 'a'", Integer.class))
        .isEqualTo(1);
    jdbc.update("DELETE FROM cc_case_number");
  }

  @Test
  void everyTableIsInOneCharacterSet() {
    if (TestDatabase.isMySql()) {
      List<Map<String, Object>> others =
          jdbc.queryForList(
              "SELECT table_name, column_name FROM information_schema.columns"
                  + " WHERE table_schema = DATABASE() AND collation_name <> 'utf8mb4_0900_bin'");
      assertThat(others).isEmpty();
    }
  }
}
