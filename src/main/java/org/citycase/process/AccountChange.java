package org.citycase.process;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ReflectionUtils;

/** What of an account or a group a command changes; of a password only that it does. */
final class AccountChange {

  private static final Field USER = PassingVariables.field(SaveUserCmd.class, "user");
  private static final Field GROUP = PassingVariables.field(SaveGroupCmd.class, "group");

  private final List<Map<String, Object>> changes = new ArrayList<>();

  private AccountChange() {}

  /** Whether the command saves a user or a group that is there already. */
  static boolean isIn(Command<?> command) {
    if (command instanceof SaveUserCmd) {
      return read(USER, command) instanceof UserEntity user && user.getRevision() > 0;
    }
    return command instanceof SaveGroupCmd
        && read(GROUP, command) instanceof GroupEntity group
        && group.getRevision() > 0;
  }

  /** Property, before and after of each; asked before the command is executed. */
  static List<Map<String, Object>> of(Command<?> command, JdbcClient jdbc) {
    AccountChange change = new AccountChange();
    if (command instanceof SaveUserCmd) {
      change.user((UserEntity) read(USER, command), jdbc);
    } else {
      change.group((GroupEntity) read(GROUP, command), jdbc);
    }
    return change.changes;
  }

  private void user(UserEntity user, JdbcClient jdbc) {
    jdbc.sql("SELECT FIRST_, LAST_, EMAIL_ FROM ACT_ID_USER WHERE ID_ = ?")
        .param(user.getId())
        .query()
        .listOfRows()
        .forEach(
            row -> {
              compare("firstName", row.get("FIRST_"), user.getFirstName());
              compare("lastName", row.get("LAST_"), user.getLastName());
              compare("email", row.get("EMAIL_"), user.getEmail());
            });
    if (user.hasNewPassword()) {
      changes.add(Map.of("property", "password"));
    }
  }

  private void group(GroupEntity group, JdbcClient jdbc) {
    jdbc.sql("SELECT NAME_, TYPE_ FROM ACT_ID_GROUP WHERE ID_ = ?")
        .param(group.getId())
        .query()
        .listOfRows()
        .forEach(
            row -> {
              compare("name", row.get("NAME_"), group.getName());
              compare("type", row.get("TYPE_"), group.getType());
            });
  }

  private void compare(String property, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      Map<String, Object> change = new LinkedHashMap<>();
      change.put("property", property);
      change.put("before", before);
      change.put("after", after);
      changes.add(change);
    }
  }

  private static Object read(Field field, Object owner) {
    return ReflectionUtils.getField(field, owner);
  }
}
