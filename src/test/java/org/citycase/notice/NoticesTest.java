package org.citycase.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.citycase.TestDatabase;
import org.citycase.clock.InstantAsMillis;
import org.citycase.trail.EvidenceRows;
import org.citycase.trail.Witnesses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Tag(TestDatabase.TAG)
@DataJpaTest(properties = "spring.datasource.url=${database.notices}", showSql = false)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class NoticesTest {

  private static final Instant NOW = Instant.parse("2026-03-10T01:20:00Z");
  private static final Recipient LAMP_CO = new Recipient("城市照明管理所", "13800001234");

  /** The room alone; catches what leaves, and may be out of order. */
  @Configuration
  @EnableAutoConfiguration
  @EntityScan(basePackageClasses = {Notice.class, InstantAsMillis.class})
  @Import({
    Witnesses.class,
    EvidenceRows.class,
    Notices.class,
    Documents.class,
    NoticeDoor.class,
    LogNoticeSender.class,
    ContentFolder.class
  })
  static class Outside implements NoticeSender {
    private final List<Notice> sent = new ArrayList<>();
    private final List<NoticeGivenUp> givenUp = new ArrayList<>();
    private Runnable meanwhile;
    private boolean broken;
    private boolean deaf;

    @Override
    public String send(Notice notice) {
      if (meanwhile != null) {
        meanwhile.run();
      }
      if (broken) {
        throw new IllegalStateException("no connection");
      }
      sent.add(notice);
      return "gateway " + sent.size();
    }

    @EventListener
    void lost(NoticeGivenUp lost) {
      if (deaf) {
        throw new IllegalStateException("nobody to tell");
      }
      givenUp.add(lost);
    }

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }
  }

  @Autowired Notices notices;
  @Autowired Documents documents;
  @Autowired Outside outside;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void nothingSent() {
    outside.sent.clear();
    outside.givenUp.clear();
    outside.meanwhile = null;
    outside.broken = false;
    outside.deaf = false;
  }

  @Test
  void aTaskSheetIsKeptWithTheCaseAndSent() {
    Notice notice = notices.issue("K1", "task-sheet", LAMP_CO, taskSheet());
    assertThat(notice.body())
        .startsWith("派遣单\n案件编号：1101012026031000001\n责任单位：城市照明管理所 Street-lighting operator\n")
        .contains("C01-37 路灯 Street lamp", "2 工作日 2 work days", "Due: 2026-03-12 09:20")
        .contains("Place: 长安街 1 号 (unit grid 110101001001001)")
        .doesNotContain("##");
    assertThat(notices.of("K1")).containsExactly(notice);
    assertThat(notice.at()).isEqualTo(NOW);
    assertThat(outside.sent).containsExactly(notice);
  }

  @Test
  void aRefusalTellsTheReporterWhereToTurn() {
    Map<String, Object> facts =
        Map.of(
            "number", "1101012026031200002",
            "categoryName", "噪声 Noise",
            "address", "",
            "reason", "outside scope",
            "advice", "please call 12345 or 110");
    Notice notice = notices.issue("K2", "report-refused", new Recipient("王", "w@x.cn"), facts);
    assertThat(notice.body())
        .contains("未予受理", "建议：please call 12345 or 110", "Advice: please call 12345 or 110");
  }

  @Test
  void aClosedCaseTellsWhatWasDone() {
    Map<String, Object> facts =
        Map.of(
            "number", "1101012026031000001",
            "categoryName", "路灯 Street lamp",
            "address", "长安街 1 号",
            "unitName", "城市照明管理所 Street-lighting operator",
            "result", "换了灯泡 bulb replaced",
            "closedText", "2026-03-11 15:35");
    Notice notice = notices.issue("K3", "case-closed", new Recipient("王", ""), facts);
    assertThat(notice.body()).contains("处置结果：换了灯泡 bulb replaced", "Closed: 2026-03-11 15:35");
  }

  @Test
  void aMissingFactIsNamedAndNothingIsKept() {
    Map<String, Object> facts = taskSheet();
    facts.remove("dueText");
    assertThatThrownBy(() -> notices.issue("K4", "task-sheet", LAMP_CO, facts))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("forms/documents/task-sheet.vm needs the fact \"dueText\"");
    facts.put("dueText", null);
    assertThatThrownBy(() -> notices.issue("K4", "task-sheet", LAMP_CO, facts))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("\"dueText\"");
    assertThat(notices.of("K4")).isEmpty();
    assertThat(outside.sent).isEmpty();
  }

  @Test
  void velocityInAFactStaysText() {
    String sly = "$number #set($x = 1) ${unitName} #evaluate('$grid') $!{none} ## $$ \\$a";
    Map<String, Object> facts = taskSheet();
    facts.put("description", sly);
    assertThat(notices.issue("K5", "task-sheet", LAMP_CO, facts).body())
        .contains("Description: " + sly + "\n");
  }

  @Test
  void anUnknownDocumentIsRefused() {
    for (String name : List.of("no-such-document", "../tasks/task-sheet", "Task")) {
      assertThatThrownBy(() -> documents.text(name, Map.of()))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void whatIsRolledBackIsNeverSent() {
    transaction.executeWithoutResult(
        status -> {
          notices.issue("K6", "task-sheet", LAMP_CO, taskSheet());
          assertThat(outside.sent).isEmpty();
          status.setRollbackOnly();
        });
    assertThat(outside.sent).isEmpty();
    assertThat(notices.of("K6")).isEmpty();
  }

  @Test
  void aSenderOutOfOrderLosesNoNotice() {
    outside.broken = true;
    notices.issue("K7", "task-sheet", LAMP_CO, taskSheet());
    assertThat(notices.of("K7")).hasSize(1);
  }

  @Test
  void whatLeftHasTheReceiptOfTheSender() {
    Notice notice =
        transaction.execute(status -> notices.issue("K8", "task-sheet", LAMP_CO, taskSheet()));
    assertThat(notices.deliveries("K8"))
        .containsExactly(Map.entry(notice.id(), new Delivery(NOW, "gateway 1", 1, null)));
    notices.resend();
    assertThat(outside.sent).containsOnlyOnce(notice);
  }

  @Test
  void whatDidNotLeaveIsTriedAgainAndOnce() {
    outside.broken = true;
    Notice notice = notices.issue("K9", "task-sheet", LAMP_CO, taskSheet());
    Delivery failed = notices.deliveries("K9").get(notice.id());
    assertThat(failed.at()).isNull();
    assertThat(failed.failure()).contains("no connection");
    outside.broken = false;
    assertThat(notices.resend()).isPositive();
    assertThat(outside.sent).contains(notice);
    assertThat(notices.deliveries("K9").get(notice.id()))
        .satisfies(now -> assertThat(now.at()).isEqualTo(NOW))
        .satisfies(now -> assertThat(now.attempts()).isEqualTo(2))
        .satisfies(now -> assertThat(now.failure()).isNull());
    outside.sent.clear();
    notices.resend();
    assertThat(outside.sent).isEmpty();
  }

  @Test
  void afterFiveAttemptsItIsGivenUpAloudAndOnce() {
    outside.broken = true;
    Notice notice = notices.issue("K10", "task-sheet", LAMP_CO, taskSheet());
    for (int again = 0; again < 6; again++) {
      assertThat(notices.resend()).isZero();
    }
    assertThat(outside.givenUp.stream().filter(lost -> lost.notice().equals(notice)))
        .singleElement()
        .satisfies(lost -> assertThat(lost.attempts()).isEqualTo(5))
        .satisfies(lost -> assertThat(lost.failure()).contains("no connection"));
  }

  @Test
  void whatAnotherNodeHasTakenIsNotSentByThisOne() {
    outside.broken = true;
    Notice first = notices.issue("K11", "task-sheet", LAMP_CO, taskSheet());
    Notice second = notices.issue("K11", "task-sheet", LAMP_CO, taskSheet());
    outside.broken = false;
    outside.meanwhile =
        () ->
            jdbc.update(
                "UPDATE cc_notice SET attempts = attempts + 1 WHERE id = ? AND attempts = 1",
                second.id());
    notices.resend();
    assertThat(outside.sent).contains(first).doesNotContain(second);
    assertThat(notices.deliveries("K11").get(first.id()).attempts()).isEqualTo(2);
    notices.resend();
    assertThat(outside.sent).containsOnlyOnce(first, second);
  }

  @Test
  void whatAnotherNodeGaveUpIsNotAnnouncedAgain() {
    outside.broken = true;
    Notice notice = notices.issue("K12", "task-sheet", LAMP_CO, taskSheet());
    jdbc.update("UPDATE cc_notice SET attempts = 4 WHERE id = ?", notice.id());
    outside.meanwhile =
        () -> jdbc.update("UPDATE cc_notice SET given_up = TRUE WHERE id = ?", notice.id());
    notices.resend();
    assertThat(outside.givenUp.stream().map(NoticeGivenUp::notice)).doesNotContain(notice);
  }

  @Test
  void whoCannotHearOfALostNoticeDoesNotHoldUpTheNext() {
    outside.broken = true;
    Notice lost = notices.issue("K13", "task-sheet", LAMP_CO, taskSheet());
    jdbc.update("UPDATE cc_notice SET attempts = 4 WHERE id = ?", lost.id());
    Notice next = notices.issue("K13", "task-sheet", LAMP_CO, taskSheet());
    outside.deaf = true;
    notices.resend();
    assertThat(notices.deliveries("K13").get(next.id()).attempts()).isEqualTo(2);
    outside.deaf = false;
    notices.resend();
    assertThat(outside.givenUp.stream().map(NoticeGivenUp::notice)).containsOnlyOnce(lost);
  }

  @Test
  void aReceiptThatCannotBeKeptIsNoFailedSending() {
    Notice notice = new Notice(7L, "K14", "task-sheet", NOW, LAMP_CO, "灯");
    List<String> tried = new ArrayList<>();
    JdbcTemplate broken =
        new JdbcTemplate() {
          @Override
          public int update(String sql, Object... values) {
            tried.add(sql);
            throw new DataAccessResourceFailureException("the database is gone");
          }
        };
    NoticeDoor door = new NoticeDoor(outside, broken, null, outside.clock(), transaction, null);
    door.leave(new NoticeDoor.NoticeIssued(notice));
    assertThat(outside.sent).containsExactly(notice);
    assertThat(tried).singleElement().asString().contains("delivered_at = ?");
  }

  @Test
  void theLogNeverShowsAWholeAddress() {
    assertThat(LogNoticeSender.masked("13800001234")).isEqualTo("***1234");
    assertThat(LogNoticeSender.masked("wang@example.org")).isEqualTo("w***@example.org");
    assertThat(LogNoticeSender.masked("12345")).isEqualTo("***");
    assertThat(LogNoticeSender.masked("")).isEqualTo("(no address)");
  }

  @Test
  void everyFactOfADocumentIsListedInItsHead() throws Exception {
    for (String name :
        List.of(
            "task-sheet",
            "report-refused",
            "case-closed",
            "case-voided",
            "explanation",
            "appeal-decided",
            "escalation-remind",
            "escalation-urge",
            "escalation-supervise",
            "escalation-leader",
            "escalation-alarm",
            "supervision",
            "leader-instruction",
            "guard-left",
            "reply-late")) {
      List<String> lines = Files.readAllLines(Path.of("forms/documents/" + name + ".vm"));
      String head = String.join("\n", lines.stream().filter(l -> l.startsWith("##")).toList());
      lines.stream()
          .filter(line -> !line.startsWith("##"))
          .flatMap(line -> Pattern.compile("\\$\\{?(\\w+)").matcher(line).results())
          .forEach(
              fact -> assertThat(head).as(name).containsPattern("##   " + fact.group(1) + " "));
    }
  }

  private static Map<String, Object> taskSheet() {
    return new HashMap<>(
        Map.of(
            "number", "1101012026031000001",
            "categoryCode", "C01-37",
            "categoryName", "路灯 Street lamp",
            "conditionText", "单灯或局部不亮 Single lamp out",
            "description", "灯不亮",
            "address", "长安街 1 号",
            "grid", "110101001001001",
            "unitName", "城市照明管理所 Street-lighting operator",
            "limitText", "2 工作日 2 work days",
            "dueText", "2026-03-12 09:20"));
  }
}
