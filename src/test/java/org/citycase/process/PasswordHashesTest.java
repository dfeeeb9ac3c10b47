package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Two nodes on one database, and accounts that were opened before passwords were hashed by us. */
class PasswordHashesTest {

  private static final String GOOD = "Laterne-4711";

  private static ProcessEngine old;
  private static ProcessEngine one;
  private static ProcessEngine other;

  private static ProcessEngine engine(String name, boolean ours) {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setJdbcUrl("jdbc:h2:mem:passwords;DB_CLOSE_DELAY=-1");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setLoginMaxAttempts(3);
    configuration.setLoginDelayBase(0);
    configuration.setEnforceHistoryTimeToLive(false);
    if (ours) {
      configuration.setPasswordEncryptor(new PasswordHashes());
      configuration.setEnablePasswordPolicy(true);
    }
    return configuration.buildProcessEngine();
  }

  @BeforeAll
  static void nodes() {
    old = engine("old", false);
    one = engine("one", true);
    other = engine("other", true);
  }

  @AfterAll
  static void end() {
    List.of(other, one, old).forEach(ProcessEngine::close);
  }

  private static String account(ProcessEngine engine, String name) {
    User user = engine.getIdentityService().newUser(name);
    user.setPassword(GOOD);
    engine.getIdentityService().saveUser(user);
    return hash(name);
  }

  private static String hash(String name) {
    return ((UserEntity) one.getIdentityService().createUserQuery().userId(name).singleResult())
        .getPassword();
  }

  private static EngineLogin login(ProcessEngine engine) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("identity", engine.getIdentityService());
    return new EngineLogin(
        beans.getBeanProvider(IdentityService.class),
        (PasswordHashes)
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getPasswordEncryptor());
  }

  private static void signIn(ProcessEngine engine, String name, String password) {
    login(engine).authenticate(new UsernamePasswordAuthenticationToken(name, password));
  }

  @Test
  void aPasswordIsKeptAsABcryptHashWithASaltOfItsOwn() {
    String first = account(one, "first");
    String second = account(one, "second");
    assertThat(first).startsWith("{bcrypt}$2a$10$").isNotEqualTo(second);
    signIn(other, "first", GOOD);
    assertThat(hash("first")).isEqualTo(first);
  }

  @Test
  void anOlderHashStillOpensAndIsMadeAnewAtTheNextSignIn() {
    assertThat(account(old, "veteran")).startsWith("{SHA-512}");
    assertThatThrownBy(() -> signIn(one, "veteran", "guess"))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(hash("veteran")).startsWith("{SHA-512}");
    signIn(one, "veteran", GOOD);
    assertThat(hash("veteran")).startsWith("{bcrypt}");
    signIn(other, "veteran", GOOD);
  }

  @Test
  void whatIsRememberedEndsWithTheOldPassword() {
    account(one, "changing");
    signIn(one, "changing", GOOD);
    signIn(one, "changing", GOOD);
    User user = other.getIdentityService().createUserQuery().userId("changing").singleResult();
    user.setPassword("Fenster-4712");
    other.getIdentityService().saveUser(user);
    assertThatThrownBy(() -> signIn(one, "changing", GOOD))
        .isInstanceOf(BadCredentialsException.class);
    signIn(one, "changing", "Fenster-4712");
  }

  @Test
  void aLockOnOneNodeHoldsOnTheOtherThoughItRemembersThePassword() {
    account(one, "guessed");
    signIn(other, "guessed", GOOD);
    for (int i = 0; i < 3; i++) {
      assertThat(one.getIdentityService().checkPassword("guessed", "guess")).isFalse();
    }
    assertThatThrownBy(() -> signIn(other, "guessed", GOOD))
        .isInstanceOf(BadCredentialsException.class);
    one.getIdentityService().unlockUser("guessed");
    signIn(other, "guessed", GOOD);
  }

  @Test
  void anEasyPasswordIsRefusedAndALongOneIsReadToItsEnd() {
    User user = one.getIdentityService().newUser("long");
    user.setPassword("easy");
    assertThatThrownBy(() -> one.getIdentityService().saveUser(user))
        .isInstanceOf(ProcessEngineException.class);
    String verses = "Ab1!" + "明月几时有把酒问青天".repeat(20);
    user.setPassword(verses);
    ((IdentityServiceImpl) one.getIdentityService()).saveUser(user, false);
    signIn(one, "long", verses);
    assertThatThrownBy(() -> signIn(one, "long", verses.substring(0, verses.length() - 1)))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void aPasswordThatIsItsNameIsFoundWhetherOurHashOrAnOlderOne() {
    account(one, "careful");
    named(old, "olddemo", "olddemo");
    PasswordHashes ours =
        (PasswordHashes)
            ((ProcessEngineConfigurationImpl) one.getProcessEngineConfiguration())
                .getPasswordEncryptor();
    ours.hurriedly(() -> named(one, "demo", "demo"));
    ours.hurriedly(() -> named(one, "locked", "nobody knows"));
    assertThat(
            new DemoPasswords(one.getIdentityService())
                .among(one.getIdentityService().createUserQuery().list()))
        .extracting(User::getId)
        .containsExactlyInAnyOrder("demo", "olddemo");
  }

  private static void named(ProcessEngine engine, String name, String password) {
    User user = engine.getIdentityService().newUser(name);
    user.setPassword(password);
    ((IdentityServiceImpl) engine.getIdentityService()).saveUser(user, true);
  }
}
