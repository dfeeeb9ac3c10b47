package org.citycase.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.citycase.clock.CityClock;

/** One thing a person did to the engine, with all properties it changed. */
class Operation {

  /** Of a job definition: whether it was done to its jobs too, and not only to those to come. */
  static final String INCLUDE_JOBS = "includeJobs";

  /** What is done to history or to the settings of the engine, whichever case it names. */
  private static final Set<String> BESIDE_CASES =
      Set.of(
          UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY,
          UserOperationLogEntry.OPERATION_TYPE_SET_REMOVAL_TIME);

  private static final Set<String> IN_CASES =
      Set.of(
          EntityTypes.PROCESS_INSTANCE,
          EntityTypes.TASK,
          EntityTypes.JOB,
          EntityTypes.VARIABLE,
          EntityTypes.IDENTITY_LINK,
          EntityTypes.INCIDENT,
          EntityTypes.ATTACHMENT,
          EntityTypes.EXTERNAL_TASK);

  private static final Set<String> HOLDS =
      Set.of(
          UserOperationLogEntry.OPERATION_TYPE_SUSPEND,
          UserOperationLogEntry.OPERATION_TYPE_ACTIVATE);

  /** The engine calls it so when instances are held or released, and their jobs with them. */
  private static final Map<String, String> HOLDS_OF_MANY =
      Map.of(
          UserOperationLogEntry.OPERATION_TYPE_SUSPEND_JOB,
          UserOperationLogEntry.OPERATION_TYPE_SUSPEND,
          UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_JOB,
          UserOperationLogEntry.OPERATION_TYPE_ACTIVATE);

  private static final Pattern MILLIS = Pattern.compile("\\d{10,15}");

  /** Which cases an operation without a named one is done to. */
  enum Reach {
    /** Those the engine read for it, or those of the batch it made. */
    READ,
    /** All that stand in a diagram. */
    INSTANCES,
    /** All that have such a job. */
    JOBS
  }

  private final List<UserOperationLogEntryEventEntity> changes = new ArrayList<>();
  private final Map<String, Object> leftOut;

  /**
   * @param leftOut what the engine does not tell of it
   */
  Operation(Map<String, Object> leftOut) {
    this.leftOut = leftOut;
  }

  /**
   * Leaves out the work on tasks, which stands in the log as what was done to the case, and what
   * people say to each other; deployments are told by themselves, whoever makes them.
   */
  static boolean isTraced(UserOperationLogEntryEventEntity change) {
    String entity = change.getEntityType();
    boolean deployed =
        EntityTypes.DEPLOYMENT.equals(entity)
            && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(change.getOperationType());
    boolean work = EntityTypes.TASK.equals(entity) && isWork(change);
    return !work && !deployed && !EntityTypes.COMMENT.equals(entity);
  }

  /** To claim a task for somebody else, or to take it from him, is more than work. */
  private static boolean isWork(UserOperationLogEntryEventEntity change) {
    boolean own =
        Stream.of(change.getOrgValue(), change.getNewValue())
            .allMatch(person -> person == null || person.equals(change.getUserId()));
    return switch (change.getOperationType()) {
      case UserOperationLogEntry.OPERATION_TYPE_COMPLETE -> true;
      case UserOperationLogEntry.OPERATION_TYPE_CLAIM -> own;
      default -> false;
    };
  }

  /** The same for all properties of one operation. */
  static String key(UserOperationLogEntryEventEntity change) {
    return String.join(
        " ",
        change.getOperationType(),
        change.getEntityType(),
        change.getProcessInstanceId(),
        change.getTaskId(),
        change.getJobId(),
        change.getJobDefinitionId(),
        change.getProcessDefinitionId(),
        change.getDeploymentId(),
        change.getBatchId());
  }

  void add(UserOperationLogEntryEventEntity change) {
    changes.add(change);
  }

  UserOperationLogEntryEventEntity first() {
    return changes.get(0);
  }

  /** Whether it only sums up what is told of each instance by itself. */
  boolean isSum() {
    return isHoldOfMany() && "false".equals(after("async"));
  }

  private boolean isHoldOfMany() {
    return EntityTypes.PROCESS_INSTANCE.equals(first().getEntityType())
        && HOLDS_OF_MANY.containsKey(first().getOperationType());
  }

  boolean mayConcernCases() {
    return isSetting()
        ? reach() != Reach.READ
        : IN_CASES.contains(first().getEntityType())
            && !BESIDE_CASES.contains(first().getOperationType());
  }

  /** Whether it changes what holds for all cases to come. */
  boolean isSetting() {
    return EntityTypes.PROCESS_DEFINITION.equals(first().getEntityType())
        || EntityTypes.JOB_DEFINITION.equals(first().getEntityType());
  }

  Reach reach() {
    boolean drawn =
        first().getProcessDefinitionId() != null || first().getProcessDefinitionKey() != null;
    return switch (first().getEntityType()) {
      case EntityTypes.PROCESS_DEFINITION ->
          "true".equals(after("includeProcessInstances")) ? Reach.INSTANCES : Reach.READ;
      case EntityTypes.PROCESS_INSTANCE ->
          drawn && HOLDS.contains(first().getOperationType()) ? Reach.INSTANCES : Reach.READ;
      case EntityTypes.JOB_DEFINITION ->
          Boolean.TRUE.equals(leftOut.get(INCLUDE_JOBS)) ? Reach.JOBS : Reach.READ;
      case EntityTypes.JOB ->
          first().getJobId() == null && (drawn || first().getJobDefinitionId() != null)
              ? Reach.JOBS
              : Reach.READ;
      default -> Reach.READ;
    };
  }

  /** Whether it holds, lets go or moves one instance. */
  boolean isOfOneInstance() {
    UserOperationLogEntryEventEntity one = first();
    return EntityTypes.PROCESS_INSTANCE.equals(one.getEntityType())
        && one.getProcessInstanceId() != null
        && (HOLDS.contains(one.getOperationType())
            || UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE.equals(
                one.getOperationType()));
  }

  /** Whether it takes the history of instances away at once, which the engine reads for it. */
  boolean isOfHistory() {
    UserOperationLogEntryEventEntity one = first();
    return EntityTypes.PROCESS_INSTANCE.equals(one.getEntityType())
        && UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY.equals(one.getOperationType())
        && one.getBatchId() == null
        && "false".equals(after("async"));
  }

  /** Whether it is about where an instance stands. */
  boolean isMove() {
    return EntityTypes.PROCESS_INSTANCE.equals(first().getEntityType())
        && !HOLDS.contains(operation());
  }

  /** Why it was done, as far as he who did it told the engine; null otherwise. */
  String reason() {
    return first().getAnnotation() == null ? after("deleteReason") : first().getAnnotation();
  }

  private String after(String property) {
    return changes.stream()
        .filter(change -> property.equals(change.getProperty()))
        .map(UserOperationLogEntryEventEntity::getNewValue)
        .findFirst()
        .orElse(null);
  }

  private String operation() {
    String type = first().getOperationType();
    return isHoldOfMany() ? HOLDS_OF_MANY.get(type) : type;
  }

  /** What it was called: the operation, and the kind of thing it was done to unless it says so. */
  String name() {
    String operation = operation();
    String entity = first().getEntityType().replace(" membership", "Membership");
    String name = operation.contains(entity) ? operation : operation + entity;
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** What it was done to, as far as the engine says. */
  String subject() {
    UserOperationLogEntryEventEntity one = first();
    for (String id :
        new String[] {
          one.getDeploymentId(),
          one.getProcessInstanceId(),
          one.getBatchId(),
          one.getJobDefinitionId(),
          one.getProcessDefinitionId(),
          one.getProcessDefinitionKey()
        }) {
      if (id != null) {
        return id;
      }
    }
    return changes.stream()
        .filter(change -> change.getProperty() != null && change.getProperty().endsWith("Id"))
        .map(change -> change.getNewValue() == null ? change.getOrgValue() : change.getNewValue())
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(one.getEntityType());
  }

  /**
   * What it changed: property, before and after; all of them in a list when there are several. With
   * what the engine leaves out, and instants as the city reads them.
   */
  Map<String, Object> data(CityClock clock) {
    Map<String, Object> data = new LinkedHashMap<>(leftOut);
    data.put("operation", operation());
    data.put("entity", first().getEntityType());
    List<Map<String, Object>> all =
        changes.stream()
            .map(change -> change(change, clock))
            .filter(change -> !change.isEmpty())
            .toList();
    if (all.size() == 1) {
      data.putAll(all.get(0));
    } else if (!all.isEmpty()) {
      data.put("changes", all);
    }
    return data;
  }

  private static Map<String, Object> change(
      UserOperationLogEntryEventEntity change, CityClock clock) {
    Map<String, Object> told = new LinkedHashMap<>();
    String property = change.getProperty();
    boolean date = property != null && property.toLowerCase(Locale.ROOT).endsWith("date");
    put(told, "property", property);
    put(told, "before", date ? inCity(change.getOrgValue(), clock) : change.getOrgValue());
    put(told, "after", date ? inCity(change.getNewValue(), clock) : change.getNewValue());
    return told;
  }

  /** The engine tells dates as milliseconds. */
  private static String inCity(String millis, CityClock clock) {
    return millis != null && MILLIS.matcher(millis).matches()
        ? clock.inCity(Instant.ofEpochMilli(Long.parseLong(millis))).toString()
        : millis;
  }

  private static void put(Map<String, Object> told, String name, String value) {
    if (value != null) {
      told.put(name, value);
    }
  }
}
