package org.citycase.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The filters a desk needs in Tasklist, made when they are missing: an administrator may change
 * them, and they stay changed. Nobody sees a task through a filter that is not his to see.
 */
@Component
class DeskFilters {

  private static final String MY_GROUPS = "${currentUserGroups()}";

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  DeskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(1)
  @Transactional
  public void offer() {
    offer(1, "我的任务 My tasks", "#0b5394", query().taskAssigneeExpression("${currentUser()}"));
    offer(2, "我的岗位 My desk", "#38761d", mine());
    offer(
        3,
        "我的单位 My unit",
        "#134f5c",
        query().taskCandidateGroupLike("unit-%").includeAssignedTasks());
    offer(
        4,
        "我的网格 My grid",
        "#7f6000",
        query().taskCandidateGroupLike("collectors%").includeAssignedTasks());
    offer(
        5,
        "今日到期 Due today",
        "#b45f06",
        mine().dueAfterExpression("${cityDay.begin()}").dueBeforeExpression("${cityDay.end()}"));
    offer(6, "已超期 Overdue", "#990000", mine().dueBeforeExpression("${now()}"));
  }

  private TaskQuery query() {
    return tasks.createTaskQuery();
  }

  private TaskQuery mine() {
    return query().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
  }

  private void offer(int place, String name, String colour, TaskQuery query) {
    if (filters.createFilterQuery().filterName(name).count() > 0) {
      return;
    }
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query.orderByDueDate().asc().orderByTaskPriority().desc());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("priority", place * 10);
    properties.put("color", colour);
    properties.put("refresh", true);
    properties.put("showUndefinedVariable", false);
    properties.put("variables", List.of());
    filter.setProperties(properties);
    filters.saveFilter(filter);
    Authorization read = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
    read.setResource(Resources.FILTER);
    read.setResourceId(filter.getId());
    read.addPermission(Permissions.READ);
    authorizations.saveAuthorization(read);
  }
}
