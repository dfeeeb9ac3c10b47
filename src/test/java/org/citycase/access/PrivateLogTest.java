package org.citycase.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever is done with a reporter's name, number and words, and however it fails: no log has them.
 */
@GuardedCity
class PrivateLogTest {

  private static final String NAME = "欧阳标记";
  private static final String PHONE = "13977712345";
  private static final String WORDS = "标记路口的灯不亮";
  private static final List<String> MARKS = List.of(NAME, PHONE, "7712345", WORDS, "QWxhbg");

  @Autowired private Visitor.Door door;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcTemplate jdbc;
  @LocalServerPort private int port;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void leave() {
    root.detachAppender(log);
  }

  private Visitor li() {
    return door.visitor().from("192.0.2.90").basic("li", "li");
  }

  private static String report(String description) {
    return """
        {"channel": "hotline", "category": "C01-37", "condition": "C01-37-3",
         "component": "1101010137000012", "description": "%s",
         "reporter": {"name": "%s", "phone": "%s"}}"""
        .formatted(description, NAME, PHONE);
  }

  private String taken(String description) throws IOException {
    HttpResponse<String> answer = li().post("/api/reports", report(description));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json.readTree(answer.body()).path("number").asText();
  }

  private String task(String number) throws IOException {
    String tasks = li().get("/engine-rest/task?processInstanceBusinessKey=" + number).body();
    return json.readTree(tasks).path(0).path("id").asText();
  }

  private HttpResponse<String> completes(String task, String outcome, String reason) {
    return li().post(
            "/engine-rest/task/" + task + "/complete",
            """
            {"variables": {"outcome": {"value": "%s"}, "reason": {"value": "%s"},
             "advice": {"value": "%s"}}}"""
                .formatted(outcome, reason, reason));
  }

  private void nothingPersonalWasLogged() {
    for (ILoggingEvent event : log.list) {
      String line =
          event.getFormattedMessage()
              + event.getMDCPropertyMap()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy()));
      MARKS.forEach(mark -> assertThat(line).as(event.getLoggerName()).doesNotContain(mark));
    }
  }

  @Test
  void aCaseFromItsReportToTheErasureOfItsReporter() throws IOException {
    String number = taken(WORDS);
    assertThat(li().get("/cases?q=" + PHONE).statusCode()).isEqualTo(200);
    assertThat(li().get("/api/cases?q=" + PHONE).statusCode()).isEqualTo(200);
    li().post("/api/cases/" + number + "/reporter", "{}");
    String task = task(number);
    assertThat(completes(task, PHONE, WORDS).statusCode()).isEqualTo(400);
    assertThat(completes(task, "rejected", NAME + PHONE).statusCode()).isEqualTo(204);
    door.visitor()
        .basic("zhao", "zhao")
        .post("/api/cases/" + number + "/reporter/erasure", "{\"reason\": \"" + NAME + "\"}");
    nothingPersonalWasLogged();
  }

  @Test
  void whatCannotBeReadOrIsRefused() {
    String spoilt = report(WORDS).replace("\"hotline\"", "\"" + PHONE + "\"");
    assertThat(li().post("/api/reports", spoilt).statusCode()).isEqualTo(400);
    assertThat(li().post("/api/reports", report(WORDS) + NAME + "{").statusCode()).isLessThan(500);
    for (String wrong :
        List.of(
            "{\"description\": {\"" + NAME + "\": 1}}",
            "{\"measure\": \"" + PHONE + "\"}",
            "{\"foundAt\": \"" + PHONE + "\"}",
            "[\"" + NAME + "\"]",
            "\"" + WORDS)) {
      assertThat(li().post("/api/reports", wrong).statusCode()).isEqualTo(400);
    }
    li().get("/api/cases?from=" + PHONE);
    li().get("/api/cases?page=" + PHONE);
    li().get("/cases?page=" + PHONE);
    li().get("/cases/" + PHONE);
    li().get("/engine-rest/task?dueBefore=" + PHONE);
    li().post("/engine-rest/task/" + PHONE + "/complete", "{\"variables\": {\"" + NAME + "\": 1}}");
    li().post("/engine-rest/task/x/complete", "{\"variables\": \"" + PHONE + "\"}");
    door.visitor().from("192.0.2.91").basic(PHONE, PHONE).get("/api/cases");
    door.visitor().from("192.0.2.91").signIn(NAME, PHONE);
    for (int i = 0; i < 7; i++) {
      door.visitor().from("192.0.2.92").post("/api/reports", report(WORDS));
    }
    nothingPersonalWasLogged();
  }

  @Test
  void aRequestThatTheServerItselfCannotRead() throws IOException {
    for (String line :
        List.of(
            "GET /api/cases?q=" + NAME + " HTTP/1.1",
            "GET /api/cases?q=%zz" + PHONE + " HTTP/1.1",
            PHONE + " / HTTP/1.1")) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket
            .getOutputStream()
            .write(
                (line
                        + "\r\nHost: a\r\nCookie: a="
                        + PHONE
                        + "\u0001;;=\"\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        socket.getInputStream().readAllBytes();
      }
    }
    nothingPersonalWasLogged();
  }

  @Test
  void aDatabaseThatQuotesWhatItRefuses() throws IOException {
    jdbc.execute("ALTER TABLE cc_case_file MODIFY COLUMN description VARCHAR(40)");
    try {
      HttpResponse<String> failed = li().post("/api/reports", report(WORDS.repeat(9)));
      assertThat(failed.statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(failed.body()).doesNotContain(WORDS, "VARCHAR", "Exception");
    } finally {
      jdbc.execute("ALTER TABLE cc_case_file MODIFY COLUMN description VARCHAR(4000)");
    }
    nothingPersonalWasLogged();
  }

  @Test
  void aListenerOfTheEngineThatFails() throws IOException {
    String task = task(taken(WORDS));
    jdbc.execute("ALTER TABLE cc_case_file MODIFY COLUMN last_reason VARCHAR(200)");
    try {
      HttpResponse<String> failed = completes(task, "rejected", (NAME + PHONE).repeat(15));
      assertThat(failed.statusCode()).isGreaterThanOrEqualTo(400);
    } finally {
      jdbc.execute("ALTER TABLE cc_case_file MODIFY COLUMN last_reason VARCHAR(2000)");
    }
    assertThat(completes(task, "rejected", WORDS).statusCode()).isEqualTo(204);
    nothingPersonalWasLogged();
  }
}
