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
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
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
  private final PasswordHashes passwords;
  private final DemoPasswords demos;
  private final boolean demo;
  private final boolean isNoDemo;
  private final String adminPassword;

  Accounts(
      IdentityService identity,
      People people,
      Units units,
      DeskRights rights,
      ConfigurationLog log,
      CityClock clock,
      PasswordHashes passwords,
      DemoPasswords demos,
      @Value("${citycase.demo:#{null}}") Boolean demo,
      @Value("${spring.datasource.url}") String url,
      @Value("${citycase.admin-password:}") String adminPassword) {
    this.identity = identity;
    this.people = people;
    this.units = units;
    this.rights = rights;
    this.log = log;
    this.clock = clock;
    this.passwords = passwords;
    this.demos = demos;
    this.adminPassword = adminPassword;
    this.isNoDemo = Boolean.FALSE.equals(demo);
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
    Set<String> wanted = new TreeSet<>(Viewer.DESKS);
    people.all().forEach(person -> wanted.addAll(person.groups()));
    List<String> groups = wanted.stream().filter(known::add).toList();
    groups.forEach(this::openGroup);
    List<User> accounts = identity.createUserQuery().list();
    Set<String> users = accounts.stream().map(User::getId).collect(Collectors.toSet());
    List<Person> opened =
        people.all().stream().filter(person -> !users.contains(person.user())).toList();
    if (opened.stream().anyMatch(this::isGiven)) {
      checkAdminPassword();
    }
    opened.forEach(this::openAccount);
    if (!opened.isEmpty()) {
      LOG.info(
          "{} accounts opened{}.",
          opened.size(),
          demo ? " (user name is the password)" : ", locked");
    }
    tell(groups, opened);
    if (!demo) {
      endDemo(demos.among(accounts));
    }
    rights.grant(known);
    nameTheEnginesOwn();
  }

  /**
   * The engine's pages wait for a first administrator until its own group has one; in a fork of the
   * engine that group has another name than the city's.
   */
  private void nameTheEnginesOwn() {
    String own = Groups.CAMUNDA_ADMIN;
    if (identity.createUserQuery().memberOfGroup(own).count() > 0) {
      return;
    }
    if (identity.createGroupQuery().groupId(own).count() == 0) {
      openGroup(own);
    }
    identity.createUserQuery().memberOfGroup(ADMINISTRATORS).list().stream()
        .map(User::getId)
        .forEach(user -> identity.createMembership(user, own));
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

  /** What was once a demonstration keeps its open accounts until it is said to be none. */
  private void endDemo(List<User> open) {
    if (open.isEmpty()) {
      return;
    }
    if (!isNoDemo) {
      LOG.warn(
          "{} accounts have their name as password, as in a demonstration: a start with"
              + " citycase.demo=false locks them.",
          open.size());
      return;
    }
    if (!adminPassword.isBlank()) {
      checkAdminPassword();
    }
    open.forEach(this::lock);
    LOG.warn("{} accounts of the demonstration are locked now.", open.size());
  }

  private void lock(User account) {
    boolean isAdmin =
        identity.createUserQuery().userId(account.getId()).memberOfGroup(ADMINISTRATORS).count()
            > 0;
    account.setPassword(firstPassword(account.getId(), isAdmin));
    save(account, isAdmin && !adminPassword.isBlank());
    log.append(
        clock.instant(),
        DeploymentTrace.SERVICE,
        "lockAccount",
        account.getId(),
        Map.of("password", "demo"));
  }

  private void save(User account, boolean isGiven) {
    if (isGiven) {
      identity.saveUser(account);
    } else {
      passwords.hurriedly(() -> ((IdentityServiceImpl) identity).saveUser(account, true));
    }
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
    boolean isAdmin = person.groups().contains(ADMINISTRATORS);
    user.setPassword(demo ? person.user() : firstPassword(person.user(), isAdmin));
    save(user, isGiven(person));
    person.groups().forEach(group -> identity.createMembership(person.user(), group));
  }

  /** Whether the first password is the one that was named for the administrator. */
  private boolean isGiven(Person person) {
    return !demo && person.groups().contains(ADMINISTRATORS) && !adminPassword.isBlank();
  }

  private void checkAdminPassword() {
    if (!PasswordRule.accepts(adminPassword)) {
      throw new Refusal(
          Refusal.Kind.MALFORMED, "citycase.admin-password is too easy: " + PasswordRule.EN + ".");
    }
  }

  private String firstPassword(String user, boolean isAdmin) {
    if (!isAdmin) {
      return UUID.randomUUID().toString();
    }
    if (adminPassword.isBlank()) {
      String once = UUID.randomUUID().toString();
      LOG.warn(
          "The first password of {} is {}: sign in, change it, and give the others theirs."
              + " Or name one with citycase.admin-password.",
          user,
          once);
      return once;
    }
    return adminPassword;
  }
}
