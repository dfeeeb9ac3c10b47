package org.citycase.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who guesses the password of an account locks it, at whichever door; its administrator opens it.
 */
@GuardedCity
class LockOutTest {

  private static OffsetDateTime now = OffsetDateTime.parse("2026-03-10T09:00:00+08:00");

  @Autowired private Visitor.Door door;
  @Autowired private JdbcTemplate jdbc;

  private int seen;

  @BeforeEach
  void aQuietMorning() {
    seen = jdbc.queryForObject("SELECT COUNT(*) FROM cc_configuration_log", Integer.class);
    later();
  }

  private Visitor admin() {
    return door.visitor().basic("admin", "admin");
  }

  /** The engine makes each wrong password wait longer; this waits long enough. */
  private void later() {
    minutes(2, admin());
  }

  private static void minutes(int many, Visitor asking) {
    now = now.plusMinutes(many);
    assertThat(asking.put("/api/clock", "{\"now\": \"" + now + "\"}").statusCode()).isEqualTo(200);
  }

  private int tries(String user, String password) {
    return door.visitor()
        .from("192.0.2." + user.length())
        .basic(user, password)
        .get("/api/cases")
        .statusCode();
  }

  private List<String> told() {
    return jdbc.queryForList(
        "SELECT CONCAT(actor, ' ', action, ' ', subject) FROM cc_configuration_log"
            + " WHERE seq > ? ORDER BY seq",
        String.class,
        seen);
  }

  @Test
  void aWrongPasswordMakesTheRightOneWait() {
    assertThat(tries("he", "guess")).isEqualTo(401);
    assertThat(tries("he", "he")).isEqualTo(401);
    later();
    assertThat(tries("he", "he")).isEqualTo(200);
  }

  @Test
  void severalWrongOnesLockTheAccountUntilItIsOpened() {
    assertThat(tries("kong", "kong")).isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      assertThat(tries("kong", "guess" + i)).isEqualTo(401);
      later();
    }
    assertThat(tries("kong", "kong")).isEqualTo(401);
    HttpResponse<String> page = door.visitor().from("192.0.2.77").signIn("kong", "kong");
    assertThat(page.uri().toString()).endsWith("/login?error");
    assertThat(told()).containsExactly("system lockAccount kong");

    assertThat(admin().post("/engine-rest/user/kong/unlock", "").statusCode()).isEqualTo(204);
    assertThat(tries("kong", "kong")).isEqualTo(200);
    assertThat(told()).hasSize(2).last().asString().startsWith("admin unlock");
  }

  @Test
  void aLockEndsByItselfAndTheAdministratorsToo() {
    for (String user : List.of("wu", "admin")) {
      for (int i = 0; i < 5; i++) {
        assertThat(tries(user, "guess" + i)).isEqualTo(401);
        minutes(2, door.visitor().basic("li", "li"));
      }
      assertThat(tries(user, user)).isEqualTo(401);
      minutes(16, door.visitor().basic("li", "li"));
      assertThat(tries(user, user)).isEqualTo(200);
    }
    assertThat(told()).containsExactly("system lockAccount wu", "system lockAccount admin");
  }

  @Test
  void theEnginesOwnDoorsTellNobodyWhosePasswordItIs() {
    String guess = "{\"username\": \"qian\", \"password\": \"qian\"}";
    String form = "username=qian&password=qian";
    Visitor clerk = door.visitor().basic("li", "li");
    for (String path :
        List.of("identity/verify", "identity/verify/", "engine/default/identity/verify")) {
      assertThat(clerk.post("/engine-rest/" + path, guess).statusCode()).as(path).isEqualTo(403);
      assertThat(clerk.post("/camunda/api/engine/" + path, guess).statusCode()).isEqualTo(403);
    }
    assertThat(clerk.form("/camunda/api/admin/auth/user/default/login/tasklist", form).statusCode())
        .isEqualTo(403);
    assertThat(told()).isEmpty();
  }

  @Test
  void nobodyLearnsWhetherAnAccountExistsOrIsLocked() {
    for (int i = 0; i < 5; i++) {
      tries("zhao", "guess");
      later();
    }
    Visitor guesser = door.visitor().from("192.0.2.81");
    List<String> answers =
        List.of("zhao", "sun", "no-such-person").stream()
            .map(user -> guesser.basic(user, "guess").get("/api/cases"))
            .map(answer -> answer.statusCode() + answer.body())
            .distinct()
            .toList();
    assertThat(answers).hasSize(1).first().asString().startsWith("401").contains("locked until");
    admin().post("/engine-rest/user/zhao/unlock", "");
    later();
  }

  @Test
  void whoSignedInBeforeIsNotStoppedByTheGuessesOfHisNeighbour() {
    String address = "203.0.113.40";
    Visitor desk = door.visitor().from(address).basic("li", "li");
    assertThat(desk.get("/api/cases").statusCode()).isEqualTo(200);
    assertThat(door.visitor().from(address).signIn("chen", "chen").statusCode()).isEqualTo(200);
    Visitor guesser = door.visitor().from(address);
    for (int i = 0; i < 20; i++) {
      guesser.basic("nobody" + i, "x").get("/api/cases");
    }
    assertThat(guesser.basic("he", "he").get("/api/cases").statusCode()).isEqualTo(429);
    assertThat(desk.get("/api/cases").statusCode()).isEqualTo(200);
    Visitor again = door.visitor().from(address);
    assertThat(again.signIn("chen", "chen").uri().getPath()).isEqualTo("/");
    assertThat(desk.from("203.0.113.41").get("/api/cases").statusCode()).isEqualTo(200);
  }

  @Test
  void whoGuessesForManyAccountsIsStoppedByHisAddress() {
    String address = "203.0.113.7";
    for (int i = 0; i < 20; i++) {
      assertThat(
              door.visitor().from(address).basic("nobody" + i, "x").get("/api/cases").statusCode())
          .isEqualTo(401);
    }
    HttpResponse<String> stopped = door.visitor().from(address).basic("li", "li").get("/api/cases");
    assertThat(stopped.statusCode()).isEqualTo(429);
    assertThat(stopped.headers().firstValue("Retry-After")).contains("60");
    assertThat(stopped.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    Visitor pretending = door.visitor().from("198.51.100.1, " + address);
    assertThat(pretending.basic("li", "li").get("/api/cases").statusCode()).isEqualTo(429);
    assertThat(door.visitor().from("203.0.113.8").basic("li", "li").get("/api/cases").statusCode())
        .isEqualTo(200);
  }

  @Test
  void citizensAreCountedByTheAddressTheProxySaw() {
    String report =
        """
        {"channel": "public", "category": "C01-37", "component": "1101010137000012",
         "description": "灯不亮"}""";
    Visitor citizen = door.visitor().from("203.0.113.20");
    for (int i = 0; i < 5; i++) {
      assertThat(citizen.post("/api/reports", i % 2 == 0 ? report : "{").statusCode())
          .isNotEqualTo(429);
    }
    HttpResponse<String> stopped =
        citizen.from("10.9.9.9, 203.0.113.20").post("/api/reports", report);
    assertThat(stopped.statusCode()).isEqualTo(429);
    assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
    Visitor another = door.visitor().from("203.0.113.21");
    assertThat(another.post("/api/reports", report).statusCode()).isNotEqualTo(429);
    HttpResponse<String> large =
        another.post("/api/reports", report + " ".repeat(17 * 1024 * 1024));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("16 MB");
  }
}
