package org.citycase.process;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.citycase.clock.CityClock;
import org.citycase.standard.People;
import org.citycase.standard.Person;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;
import org.citycase.trail.ConfigurationLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives every person of the city an account in the engine's user store. In a demonstration the user
 * name is the password; otherwise an account is locked until an administrator sets a password, and
 * the administrator's own first one is given at the start.
 */
@Component
class Accounts {

  private static final String UNIT = "unit-";
  private static final String AREA = "collectors-";

  /** The roles as Tasklist shows them. */
  private static final Map<String, String> DESK_NAMES =
      Map.ofEntries(
          Map.entry("collectors", "监督员"),
          Map.entry("operators", "受理员"),
          Map.entry("duty-leaders", "值班长"),
          Map.entry("dispatchers", "派遣员"),
          Map.entry("coordinators", "协调员"),
          Map.entry("inspectors", "督察员"),
          Map.entry("evaluators", "考评员"),
          Map.entry("process-owners", "流程负责人"),
          Map.entry("auditors", "审计员"),
          Map.entry("leaders", "领导"),
          Map.entry("camunda-admin", "系统管理员"));

  private static final String ADMINISTRATORS = "camunda-admin";
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private final IdentityService identity;
  private final People people;
  private final Units units;
  private final DeskRights rights;
  private final ConfigurationLog log;
  private final CityClock clock;
  private final boolean demo;
  private final String adminPassword;

  Accounts(
      IdentityService identity,
      People people,
      Units units,
      DeskRights rights,
      ConfigurationLog log,
      CityClock clock,
      @Value("${citycase.demo:#{null}}") Boolean demo,
      @Value("${spring.datasource.url}") String url,
      @Value("${citycase.admin-password:}") String adminPassword) {
    this.identity = identity;
    this.people = people;
    this.units = units;
    this.rights = rights;
    this.log = log;
    this.clock = clock;
    this.adminPassword = adminPassword;
    this.demo = demo == null ? url.startsWith("jdbc:h2:") : demo;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(0)
  @Transactional
  public void open() {
    Set<String> known =
        identity.createGroupQuery().list().stream()
            .map(Group::getId)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> wanted = new TreeSet<>(DeskRights.DESKS);
    people.all().forEach(person -> wanted.addAll(person.groups()));
    List<String> groups = wanted.stream().filter(known::add).toList();
    groups.forEach(this::openGroup);
    Set<String> users =
        identity.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
    List<Person> opened =
        people.all().stream().filter(person -> !users.contains(person.user())).toList();
    opened.forEach(this::openAccount);
    if (!opened.isEmpty()) {
      LOG.info(
          "{} accounts opened{}.",
          opened.size(),
          demo ? " (user name is the password)" : ", locked");
    }
    tell(groups, opened);
    rights.grant(known);
  }

  private void tell(List<String> groups, List<Person> opened) {
    if (groups.isEmpty() && opened.isEmpty()) {
      return;
    }
    Map<String, List<String>> users = new TreeMap<>();
    opened.forEach(person -> users.put(person.user(), List.copyOf(person.groups())));
    log.append(
        clock.instant(),
        DeploymentTrace.SERVICE,
        "openAccounts",
        "accounts",
        Map.of("groups", groups, "users", users));
  }

  private void openGroup(String id) {
    Group group = identity.newGroup(id);
    group.setName(name(id));
    group.setType("WORKFLOW");
    identity.saveGroup(group);
  }

  private String name(String group) {
    if (group.startsWith(UNIT)) {
      return units.find(group.substring(UNIT.length())).map(Unit::nameZh).orElse(group);
    }
    if (group.startsWith(AREA)) {
      return DESK_NAMES.get("collectors") + " " + group.substring(AREA.length());
    }
    return DESK_NAMES.getOrDefault(group, group);
  }

  private void openAccount(Person person) {
    User user = identity.newUser(person.user());
    user.setFirstName(person.name());
    user.setLastName("");
    user.setPassword(firstPassword(person));
    identity.saveUser(user);
    person.groups().forEach(group -> identity.createMembership(person.user(), group));
  }

  private String firstPassword(Person person) {
    if (demo) {
      return person.user();
    }
    if (!person.groups().contains(ADMINISTRATORS)) {
      return UUID.randomUUID().toString();
    }
    if (adminPassword.isBlank()) {
      String once = UUID.randomUUID().toString();
      LOG.warn(
          "The first password of {} is {}: sign in, change it, and give the others theirs."
              + " Or name one with citycase.admin-password.",
          person.user(),
          once);
      return once;
    }
    return adminPassword;
  }
}
