package org.citycase.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** People sign in at the city's own service, programs with its tokens; bad tokens let nobody in. */
@GuardedCity
class CitySignInTest {

  private static final String REPORT =
      """
      {"channel": "media", "category": "C01-37", "condition": "C01-37-3",
       "component": "1101010137000012", "description": "灯不亮"}""";

  @Autowired private Visitor.Door door;
  @Autowired private ObjectMapper json;

  @AfterEach
  void goodTokensAgain() {
    CityIssuer.MISCHIEF.set(CityIssuer.Mischief.NONE);
  }

  private JsonNode read(HttpResponse<String> answer) throws IOException {
    return json.readTree(answer.body());
  }

  @Test
  void aPersonWithoutAnAccountHereWorksUnderHisNameAndRoles() throws IOException {
    Visitor xu = door.visitor();
    assertThat(xu.get("/login?lang=en").body()).contains("Sign in with your city account");
    String before = xu.session();
    HttpResponse<String> start = xu.signInThroughTheCity("xu");
    assertThat(start.uri().getPath()).isEqualTo("/");
    assertThat(start.body()).contains(">xu<");
    assertThat(xu.session()).isNotNull().isNotEqualTo(before);

    HttpResponse<String> filed = xu.post("/api/reports", REPORT);
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    String number = read(filed).path("number").asText();
    JsonNode task =
        read(xu.get("/camunda/api/engine/engine/default/task?processInstanceBusinessKey=" + number))
            .path(0);
    assertThat(task.path("taskDefinitionKey").asText()).isEqualTo("user_acceptReport");
    String outcome = "{\"variables\": {\"outcome\": {\"value\": \"accepted\"}}}";
    assertThat(
            xu.post("/engine-rest/task/" + task.path("id").asText() + "/complete", outcome)
                .statusCode())
        .isEqualTo(204);
    assertThat(read(xu.get("/api/cases/" + number + "/trail")).findValuesAsText("actor"))
        .contains("xu");
    assertThat(xu.get("/rules").statusCode()).isEqualTo(403);
  }

  @Test
  void tasklistKnowsWhoSignedInAndWhatHeMayOpen() throws IOException {
    Visitor gao = door.visitor();
    gao.signInThroughTheCity("gao");
    assertThat(gao.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    gao.with("Accept", "application/json");
    JsonNode known = read(gao.get("/camunda/api/admin/auth/user/default"));
    assertThat(known.path("userId").asText()).isEqualTo("gao");
    assertThat(known.path("authorizedApps").toString())
        .contains("tasklist")
        .doesNotContain("admin");
    assertThat(gao.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(value = CityIssuer.Mischief.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aTokenThatIsNotGoodLetsNobodyIn(CityIssuer.Mischief mischief) {
    CityIssuer.MISCHIEF.set(mischief);
    Visitor xu = door.visitor().from("198.51.100.3");
    HttpResponse<String> page = xu.signInThroughTheCity("xu");
    assertThat(page.uri().toString()).endsWith("/login?refused");
    assertThat(xu.get("/api/cases").statusCode()).isEqualTo(401);
  }

  @Test
  void whoHasNoRoleHereIsToldSo() {
    Visitor mo = door.visitor().with("Accept-Language", "en");
    HttpResponse<String> page = mo.signInThroughTheCity("mo");
    assertThat(page.body()).contains("it has no role here");
    assertThat(mo.get("/api/cases").statusCode()).isEqualTo(401);
  }

  @Test
  void anAnswerThatNobodyAskedForIsRefused() {
    Visitor stranger = door.visitor().from("198.51.100.4");
    for (String answer : new String[] {"code=abc&state=def", "error=%0aforged&state=x", "code=a"}) {
      assertThat(stranger.get("/login/oauth2/code/city?" + answer).uri().toString())
          .endsWith("/login?refused");
    }
  }

  @Test
  void whoLeavesLeavesTheCitysServiceToo() {
    Visitor xu = door.visitor();
    HttpResponse<String> start = xu.signInThroughTheCity("xu");
    HttpResponse<String> end = xu.fill(start, "/logout", Map.of());
    assertThat(end.previousResponse()).isPresent();
    assertThat(end.uri().toString()).contains("logout");
    assertThat(xu.get("/api/cases").statusCode()).isEqualTo(401);
    assertThat(start.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self' " + CityIssuer.address());
  }

  @Test
  void aProgramComesWithATokenMadeForThisService() throws IOException {
    assertThat(program(token()).get("/api/cases").statusCode()).isEqualTo(200);
    assertThat(program(token()).get("/engine-rest/task/count").statusCode()).isEqualTo(200);
    assertThat(program(token()).post("/api/reports", REPORT).statusCode()).isEqualTo(403);
    for (CityIssuer.Mischief mischief :
        new CityIssuer.Mischief[] {
          CityIssuer.Mischief.AUDIENCE,
          CityIssuer.Mischief.EXPIRED,
          CityIssuer.Mischief.ISSUER,
          CityIssuer.Mischief.KEY
        }) {
      CityIssuer.MISCHIEF.set(mischief);
      assertThat(program(token()).get("/api/cases").statusCode()).as(mischief + "").isEqualTo(401);
    }
    assertThat(program("nonsense").get("/api/cases").statusCode()).isEqualTo(401);
  }

  private Visitor program(String token) {
    return door.visitor().from("198.51.100.5").with("Authorization", "Bearer " + token);
  }

  private String token() throws IOException {
    Visitor program = door.visitor().basic(CityIssuer.PROGRAM, CityIssuer.PROGRAM_SECRET);
    return read(program.form(
            CityIssuer.address() + "/oauth2/token", "grant_type=client_credentials"))
        .path("access_token")
        .asText();
  }
}
