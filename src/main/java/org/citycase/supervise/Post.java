package org.citycase.supervise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citycase.casefile.CaseFile;
import org.citycase.notice.CaseNotices;
import org.citycase.notice.Notice;
import org.citycase.notice.Recipient;
import org.citycase.process.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings a document to every person of a group. Where a group has nobody it goes to the duty
 * leaders with an alarm, and where they have nobody to the administrators: never silently nowhere.
 */
@Component
class Post {

  private static final Logger LOG = LoggerFactory.getLogger(Post.class);
  private static final String DUTY_LEADERS = "duty-leaders";
  private static final String ADMINISTRATORS = "camunda-admin";
  private static final String ALARM = "escalation-alarm";

  private final CaseNotices notices;
  private final Members members;

  Post(CaseNotices notices, Members members) {
    this.notices = notices;
    this.members = members;
  }

  /**
   * Who was told.
   *
   * @param group whom it was meant for
   * @param alarm whether it was meant for somebody else, who is not there
   */
  record Told(String group, boolean alarm, List<Notice> notices) {}

  /** Tells everybody of the group, in the running transaction. */
  Told tell(CaseFile file, String group, String document, Occasion why) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("share", why.share() == 0 ? "" : String.valueOf(why.share()));
    facts.put("group", group);
    facts.put("note", why.note() == null ? "" : why.note());
    List<Recipient> people = people(group);
    if (!people.isEmpty()) {
      return new Told(group, false, notices.toPeople(file.number(), document, people, facts));
    }
    LOG.warn("Case {}: nobody is in the group {} to be told of {}.", file.number(), group, why);
    facts.put("note", "%s 组无人 nobody is in the group. %s".formatted(group, facts.get("note")));
    return new Told(group, true, notices.toPeople(file.number(), ALARM, standIns(file), facts));
  }

  private List<Recipient> standIns(CaseFile file) {
    List<Recipient> leaders = people(DUTY_LEADERS);
    if (!leaders.isEmpty()) {
      return leaders;
    }
    LOG.error(
        "Case {}: there is no duty leader to take an alarm; it goes to the group {}.",
        file.number(),
        ADMINISTRATORS);
    return people(ADMINISTRATORS);
  }

  private List<Recipient> people(String group) {
    return members.of(group).stream()
        .map(person -> Recipient.official(person.name(), person.user()))
        .toList();
  }
}
