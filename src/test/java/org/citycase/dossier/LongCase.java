package org.citycase.dossier;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.citycase.CityClient;

/** A case that much happened to: returned, extended, supervised, reworked, overdue, closed. */
final class LongCase {

  private static final String LAMP = "1101010137000012";

  private final CityClient city;
  private int pictures;

  LongCase(CityClient city) {
    this.city = city;
  }

  /** More than 40 entries in its log and 8 photos. */
  String closed() {
    String number = reworked();
    city.at("2026-03-17T16:00:00+08:00");
    city.does("chen", number, "user_checkOnSite", "passed");
    city.does("zhao", number, "user_closeCase", "closed");
    return number;
  }

  private String reworked() {
    String number =
        city.report(
                "li",
                "hotline",
                "C01-37",
                "component",
                LAMP,
                "condition",
                "C01-37-3",
                "description",
                "路口的路灯不亮，晚上很暗 <b>急</b> & 请尽快处理。",
                "reporter",
                Map.of("name", "王小明", "phone", "13812345678"),
                "photos",
                city.photos(picture(), picture()))
            .number();
    city.does("li", number, "user_acceptReport", "verify");
    city.attach("chen", number, "check", picture());
    city.does("chen", number, "user_verifyReport", "relocated", "lat", 39.90046, "lng", 116.40061);
    city.does("li", number, "user_acceptReport", "accepted");
    city.at("2026-03-10T09:20:00+08:00");
    city.does("zhao", number, "user_fileCase", "filed");
    city.does("lamp-co", number, "user_acceptWork", "accepted", "handler", "王师傅");
    city.post(
        "he",
        "/api/cases/" + number + "/supervise",
        Map.of("kind", "important", "note", "学校门口，请盯紧"));
    city.post("leader", "/api/cases/" + number + "/leader-instruction", Map.of("text", "今晚前修好"));
    city.at("2026-03-10T11:00:00+08:00");
    city.does("lamp-co", number, "user_handleCase", "extension", "reason", "等待配件");
    city.does("sun", number, "user_decideExtension", "refused", "reason", "配件库内有货");
    city.does("lamp-co", number, "user_handleCase", "hold", "reason", "等天晴", "until", "2026-03-20");
    city.does("sun", number, "user_decideHold", "refused", "reason", "天气不影响换灯");
    city.at("2026-03-11T10:00:00+08:00");
    feedsBack(number, "incomplete");
    city.at("2026-03-12T09:00:00+08:00");
    feedsBack(number, "check");
    city.does("chen", number, "user_checkOnSite", "failed", "reason", "灯仍不亮");
    city.at("2026-03-16T17:00:00+08:00");
    feedsBack(number, "check");
    city.attach("chen", number, "check", picture());
    city.does("chen", number, "user_checkOnSite", "failed", "reason", "只修了一盏");
    city.at("2026-03-17T15:00:00+08:00");
    city.post(
        "he",
        "/api/cases/" + number + "/supervise",
        Map.of("kind", "overdue", "note", "超期一天，今日必须修好"));
    city.post("leader", "/api/cases/" + number + "/leader-instruction", Map.of("text", "请说明原因"));
    feedsBack(number, "check");
    return number;
  }

  private void feedsBack(String number, String review) {
    city.attach("lamp-co", number, "after", picture());
    city.does("lamp-co", number, "user_handleCase", "done", "result", "更换灯泡，已亮灯");
    city.does("li", number, "user_reviewFeedback", review, "reason", "请补充说明");
  }

  /** A lamp at night, drawn so that no two are the same. */
  byte[] picture() {
    BufferedImage picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(24, 32, 52 + pictures * 12));
    pen.fillRect(0, 0, 1600, 1200);
    pen.setColor(new Color(90, 90, 96));
    pen.fillRect(780, 260, 40, 940);
    pen.setColor(pictures++ % 2 == 0 ? new Color(70, 70, 70) : new Color(255, 226, 120));
    pen.fillOval(680, 120, 240, 240);
    pen.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "jpg", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
