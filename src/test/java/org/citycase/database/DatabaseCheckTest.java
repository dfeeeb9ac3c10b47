package org.citycase.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.citycase.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.mock.env.MockEnvironment;

/** Wrong settings of the database, and the sentence each stops the start with. */
@Tag(TestDatabase.TAG)
class DatabaseCheckTest {

  private final MockEnvironment settings =
      new MockEnvironment()
          .withProperty(
              "spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");

  private List<DatabaseFault> faults(String url) {
    settings.setProperty("spring.datasource.url", url);
    new DatabaseSettings().postProcessEnvironment(settings, null);
    return DatabaseCheck.faults(settings);
  }

  private String sentence(String url) {
    List<DatabaseFault> faults = faults(url);
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).zh()).containsPattern("\\p{IsHan}").endsWith("。");
    return faults.get(0).en();
  }

  @Test
  void aHostThatIsUnknownAndAPortWhereNobodyAnswersAreNamed() {
    assertThat(sentence("jdbc:mysql://no-such-host.invalid/city?user=u&password=secret"))
        .isEqualTo(
            "The host in jdbc:mysql://no-such-host.invalid/city is not known: correct the address.");
    assertThat(sentence("jdbc:mysql://who:secret@127.0.0.1:1/city"))
        .isEqualTo(
            "Nothing answers at jdbc:mysql://127.0.0.1:1/city: start MySQL, or correct host and"
                + " port.");
  }

  @Test
  void h2NeedsNoneOfThis() {
    assertThat(faults("jdbc:h2:mem:nothing")).isEmpty();
    assertThat(settings.getProperty("spring.datasource.username")).isEqualTo("sa");
  }

  @Test
  void aParameterInTheUrlAndASettingOfTheOperatorWin() {
    String driver = "spring.datasource.hikari.data-source-properties.";
    settings.setProperty("spring.datasource.url", "jdbc:mysql://db/city?socketTimeout=1&a=b");
    settings.setProperty(driver + "connectTimeout", "7");
    new DatabaseSettings().postProcessEnvironment(settings, null);
    assertThat(settings.getProperty(driver + "socketTimeout")).isNull();
    assertThat(settings.getProperty(driver + "connectTimeout")).isEqualTo("7");
    assertThat(settings.getProperty(driver + "sendFractionalSeconds")).isEqualTo("false");
  }

  /** What only a server can tell. */
  @Nested
  @EnabledIfSystemProperty(named = "citycase.test.mysql", matches = ".+")
  class OnMySql {

    private final String url = TestDatabase.url("settings");
    private final String schema = url.replaceAll("\\?.*", "").replaceFirst(".*/", "");

    @BeforeEach
    void schema() {
      sql("ALTER DATABASE " + schema + " CHARACTER SET utf8mb4");
      sql("DROP USER IF EXISTS settings_test@'127.0.0.1'");
      sql("CREATE USER settings_test@'127.0.0.1' IDENTIFIED BY 'right'");
    }

    private void sql(String statement) {
      try (Connection root = DriverManager.getConnection(url);
          Statement run = root.createStatement()) {
        run.execute(statement);
      } catch (SQLException e) {
        throw new IllegalStateException(statement, e);
      }
    }

    private String as(String password) {
      return url.replaceAll("\\?.*", "?user=settings_test&password=" + password);
    }

    @Test
    void aRightSettingHasNoFaultAndLeavesNothingBehind() throws SQLException {
      assertThat(faults(url)).isEmpty();
      try (Connection root = DriverManager.getConnection(url);
          var tables = root.getMetaData().getTables(schema, null, "cc_start%", null)) {
        assertThat(tables.next()).isFalse();
      }
    }

    @Test
    void theWrongPasswordAndAMissingRightAreNamed() {
      assertThat(sentence(as("wrong"))).contains("refuses the password of");
      assertThat(sentence(as("right"))).contains("may not be used by this account");
      sql("GRANT SELECT, INSERT, CREATE, DROP ON " + schema + ".* TO settings_test@'127.0.0.1'");
      assertThat(sentence(as("right")))
          .contains("lacks a right", "INDEX command denied")
          .endsWith("run GRANT ALL ON %s.* TO 'settings_test'@'127.0.0.1'.".formatted(schema));
    }

    @Test
    void aSchemaThatIsNotThereOrNotNamedIsNamed() {
      assertThat(sentence(url.replace(schema, schema + "_none")))
          .contains("there is no database " + schema + "_none");
      assertThat(sentence(url.replace(schema, ""))).contains("names no database");
    }

    @Test
    void aCharacterSetWithoutRoomForAllCharactersIsNamed() {
      sql("ALTER DATABASE " + schema + " CHARACTER SET latin1");
      assertThat(sentence(url)).contains("character set latin1", "ALTER DATABASE " + schema);
    }

    @Test
    void anotherIsolationAndAClockThatIsOffAreNamed() {
      settings.setProperty("citycase.database.clock-tolerance", "PT-1S");
      assertThat(sentence(url)).contains("clock of the database server");
      settings.setProperty("citycase.database.clock-tolerance", "PT5M");
      settings.setProperty(
          "spring.datasource.hikari.transaction-isolation", "TRANSACTION_REPEATABLE_READ");
      assertThat(sentence(url)).contains("TRANSACTION_READ_COMMITTED only");
    }
  }
}
