package org.citycase.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citycase.CityClient;
import org.citycase.EmptyDesk;
import org.citycase.clock.CityClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A city with cases of every kind, a configuration that was changed, and three seals. */
class WitnessedCity {

  private static final Map<String, String> REPORTER = Map.of("name", "王小明", "phone", "13812345678");

  private final CityClient city;
  private final EmptyDesk desk;
  private final ConfigurationLog configuration;
  private final TransactionTemplate transaction;
  private final JdbcTemplate jdbc;
  private final CityClock clock;

  WitnessedCity(ApplicationContext house) {
    this.city = house.getBean(CityClient.class);
    this.desk = house.getBean(EmptyDesk.class);
    this.configuration = house.getBean(ConfigurationLog.class);
    this.transaction = new TransactionTemplate(house.getBean(PlatformTransactionManager.class));
    this.clock = house.getBean(CityClock.class);
    this.jdbc = house.getBean(JdbcTemplate.class);
  }

  /** Fills it and gives the numbers of the cases. */
  List<String> fill() {
    List<String> cases = new ArrayList<>();
    jdbc.update("DELETE FROM cc_configuration_log");
    jdbc.update("UPDATE cc_configuration_head SET length = 0, hash = ?", Canonical.NO_HASH);
    desk.at("2026-03-16T09:00:00+08:00");
    configured("declareEmergency");
    cases.add(reworked());
    seal();
    configured("publishTable");
    cases.add(dispatchedLate());
    cases.add(rejected());
    cases.add(erased());
    cases.add(merged());
    cases.add(returned());
    cases.add(guarded());
    seal();
    configured("deployDiagram");
    cases.add(running());
    cases.add(reported());
    seal();
    cases.add(running());
    configured("changeAccount");
    return cases;
  }

  void seal() {
    done(city.post("auditor", "/api/audit/seals", Map.of()));
  }

  private void configured(String action) {
    transaction.executeWithoutResult(
        status ->
            configuration.append(
                clock.instant(), "owner", action, "city", Map.of("版本", "v " + action)));
  }

  /** Fed back, failed, fed back too late, appealed against, closed: with points for the unit. */
  private String reworked() {
    String wheels = city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
    city.does("zhao", wheels, "user_fileCase", "filed");
    city.does("street-a", wheels, "user_acceptWork", "accepted");
    city.at("2026-03-16T16:00:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.at("2026-03-16T16:40:00+08:00");
    city.attach("chen", wheels, "check", CityClient.picture());
    city.does("chen", wheels, "user_checkOnSite", "failed", "reason", "still muddy");
    city.at("2026-03-17T11:20:00+08:00");
    city.feedsBack("street-a", wheels);
    city.does("li", wheels, "user_reviewFeedback", "check");
    city.does("chen", wheels, "user_checkOnSite", "passed");
    city.does("zhao", wheels, "user_closeCase", "closed");
    done(city.post("street-a", "/api/cases/" + wheels + "/appeal", Map.of("reason", "it rained")));
    return wheels;
  }

  /** Closed with points for the dispatcher who was late. */
  private String dispatchedLate() {
    city.at("2026-03-18T08:55:00+08:00");
    String lamp = city.report("li", "media", "C01-37", "condition", "C01-37-3").number();
    city.does("li", lamp, "user_acceptReport", "accepted");
    city.at("2026-03-18T09:00:00+08:00");
    city.does("zhao", lamp, "user_fileCase", "filed");
    city.at("2026-03-18T09:21:00+08:00");
    city.does("sun", lamp, "user_dispatchCase", "dispatched", "unit", "LAMP-CO");
    city.does("lamp-co", lamp, "user_acceptWork", "accepted", "handler", "王");
    city.feedsBack("lamp-co", lamp);
    city.does("li", lamp, "user_reviewFeedback", "check");
    city.does("chen", lamp, "user_checkOnSite", "passed");
    city.does("zhao", lamp, "user_closeCase", "closed");
    return lamp;
  }

  private String rejected() {
    String noise = city.report("li", "hotline", "E01-28", "reporter", REPORTER).number();
    city.does(
        "li", noise, "user_acceptReport", "rejected", "reason", "outside 超出", "advice", "12345");
    return noise;
  }

  private String erased() {
    String erased = rejected();
    done(
        city.post(
            "zhao", "/api/cases/" + erased + "/reporter/erasure", Map.of("reason", "he asked")));
    return erased;
  }

  /** A danger whose guard left it, which alarms the duty leader. */
  private String guarded() {
    Object[] cover = {"component", "1101010102000001", "condition", "C01-02-1", "guard", true};
    String danger = city.report("chen", "collector", "C01-02", cover).number();
    done(city.post("chen", "/api/cases/" + danger + "/guard", Map.of("event", "left")));
    done(city.post("chen", "/api/cases/" + danger + "/guard", Map.of("event", "start")));
    return danger;
  }

  private static void done(CityClient.Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.body().toString());
    }
  }

  private String merged() {
    Object[] cover = {"component", "1101010101000001", "condition", "C01-01-2"};
    String first = city.report("chen", "collector", "C01-01", cover).number();
    city.does("zhao", first, "user_fileCase", "filed");
    String second =
        city.report("li", "hotline", "C01-01", "component", "1101010101000001").number();
    city.does("li", second, "user_acceptReport", "merged", "mergedInto", first);
    return second;
  }

  private String returned() {
    String mud = city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
    city.does("zhao", mud, "user_fileCase", "filed");
    city.does("street-a", mud, "user_acceptWork", "return", "reason", "not ours");
    return mud;
  }

  private String running() {
    String mud = city.report("chen", "collector", "E03-12", "condition", "E03-12-1").number();
    city.does("zhao", mud, "user_fileCase", "filed");
    city.does("street-a", mud, "user_acceptWork", "accepted");
    return mud;
  }

  private String reported() {
    Object[] call = {"reporter", REPORTER, "hotline", Map.of("line", "12345", "kind", "emergency")};
    return city.report("li", "hotline", "E04-05", call).number();
  }
}
