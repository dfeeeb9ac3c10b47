package org.citycase;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Some days of the demo city that an auditor has much to look at in: a case that was closed after
 * rework and appealed, one that is overdue, one that runs, a return, an intervention of the
 * administrator and a street full of rubbish.
 *
 * <p>The days end on Thursday, 2026-03-19 at 09:10.
 */
class TracedCases {

  static final String FIRST_MORNING = "2026-03-10T09:00:00+08:00";
  static final String TODAY = "2026-03-19";
  static final int RUBBISH = 52;
  static final String REPORTER = "王小明";
  static final String PHONE = "13812345678";
  private static final String LAMP = "1101010137000012";

  private final CityClient city;
  private final String reworked;
  private final String overdue;
  private final String running;
  private int pictures;

  /** Lives through the days; time must stand at their first morning. */
  TracedCases(CityClient city) {
    this.city = city;
    reworked = reported(LAMP, 39.90045, "路口的路灯不亮，晚上很暗 <b>急</b> & 请尽快处理。");
    handledThreeTimes();
    overdue = reported("1101010137000013", 39.9041, "小学门口路灯整夜不亮，家长反映三次");
    isLate();
    running = reported("1101010137000014", 39.9050, "公交站旁路灯忽明忽暗");
    city.at("2026-03-17T15:10:00+08:00");
    filed(running);
    city.does("lamp-co", running, "user_acceptWork", "accepted", "handler", "赵师傅");
    isTouchedByTheAdministrator();
    theDayEnds();
  }

  /** Closed late after two failed checks; its unit appealed in vain. */
  String reworked() {
    return reworked;
  }

  /** Still being handled after its due instant, supervised, with a leader's instruction. */
  String overdue() {
    return overdue;
  }

  /** Being handled in time; the administrator has moved one of its tasks. */
  String running() {
    return running;
  }

  private String reported(String lamp, double lat, String words) {
    String number =
        city.report(
                "li",
                "hotline",
                "C01-37",
                "component",
                lamp,
                "condition",
                "C01-37-3",
                "description",
                words,
                "location",
                Map.of(
                    "lat", lat, "lng", lat < 39.901 ? 116.40060 : 116.4053, "address", "长安街 3 号"),
                "reporter",
                Map.of("name", REPORTER, "phone", PHONE),
                "photos",
                city.photos(lamp(false), lamp(false)))
            .number();
    city.does("li", number, "user_acceptReport", "accepted");
    return number;
  }

  private void filed(String number) {
    city.does("zhao", number, "user_fileCase", "filed");
  }

  private void handledThreeTimes() {
    city.at("2026-03-10T09:20:00+08:00");
    filed(reworked);
    city.does("lamp-co", reworked, "user_acceptWork", "accepted", "handler", "王师傅");
    supervised(reworked, "important", "学校门口，请盯紧");
    city.at("2026-03-10T11:00:00+08:00");
    city.does("lamp-co", reworked, "user_handleCase", "extension", "reason", "等待配件");
    city.does("sun", reworked, "user_decideExtension", "refused", "reason", "配件库内有货");
    city.at("2026-03-11T10:00:00+08:00");
    repaired("incomplete");
    city.at("2026-03-12T09:00:00+08:00");
    repaired("check");
    city.does("chen", reworked, "user_checkOnSite", "failed", "reason", "灯仍不亮");
    city.at("2026-03-16T17:00:00+08:00");
    repaired("check");
    city.attach("chen", reworked, "check", lamp(true));
    city.does("chen", reworked, "user_checkOnSite", "passed");
    city.at("2026-03-16T17:20:00+08:00");
    city.does("zhao", reworked, "user_closeCase", "closed");
    city.post("lamp-co", "/api/cases/" + reworked + "/appeal", Map.of("reason", "配件停产，非本单位原因"));
  }

  private void repaired(String review) {
    city.attach("lamp-co", reworked, "after", lamp(true));
    city.does("lamp-co", reworked, "user_handleCase", "done", "result", "更换灯泡，已亮灯");
    city.does("li", reworked, "user_reviewFeedback", review, "reason", "请补充说明");
  }

  private void isLate() {
    filed(overdue);
    city.does("lamp-co", overdue, "user_acceptWork", "return", "reason", "不是本单位的路灯");
    city.does("sun", overdue, "user_decideReturn", "refused", "reason", "台账登记为路灯公司");
    city.does("lamp-co", overdue, "user_acceptWork", "accepted", "handler", "李师傅");
  }

  private void isTouchedByTheAdministrator() {
    String task = city.task("auditor", running, "user_handleCase").path("id").asText();
    city.post("admin", "/engine-rest/task/" + task + "/assignee", Map.of("userId", "lamp-co"));
  }

  private void theDayEnds() {
    city.at("2026-03-18T10:00:00+08:00");
    rubbish(0, RUBBISH / 4);
    city.at("2026-03-18T16:00:00+08:00");
    city.at(TODAY + "T09:05:00+08:00");
    rubbish(RUBBISH / 4, RUBBISH);
    supervised(overdue, "overdue", "超期未结，今日必须修好");
    city.post("leader", "/api/cases/" + overdue + "/leader-instruction", Map.of("text", "请说明原因"));
    city.post("owner", "/api/tables/penalty/drafts", Map.of());
    city.at(TODAY + "T09:10:00+08:00");
  }

  /** Each heap in a grid of its own: none is a duplicate of another. */
  private void rubbish(int from, int to) {
    for (int i = from; i < to; i++) {
      city.report(
              "chen",
              "collector",
              "E01-10",
              "description",
              "暴露垃圾 " + (i + 1) + " 号点位",
              "location",
              Map.of("lat", 39.90045 + i % 8 * 0.0009, "lng", 116.4006 + i / 8 * 0.0012))
          .number();
    }
  }

  private void supervised(String number, String kind, String note) {
    city.post("he", "/api/cases/" + number + "/supervise", Map.of("kind", kind, "note", note));
  }

  /** A lamp at night, dark or burning, drawn so that no two are the same. */
  private byte[] lamp(boolean burning) {
    BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(24, 32, 52 + pictures++ * 6));
    pen.fillRect(0, 0, 800, 600);
    pen.setColor(new Color(90, 90, 96));
    pen.fillRect(390, 130, 20, 470);
    pen.setColor(burning ? new Color(255, 226, 120) : new Color(70, 70, 70));
    pen.fillOval(340, 60, 120, 120);
    pen.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "jpg", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
