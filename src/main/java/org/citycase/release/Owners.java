package org.citycase.release;

import java.util.Set;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.springframework.stereotype.Component;

/** Who may see and who may change the tables. */
@Component
class Owners {

  private static final String OWNERS = "process-owners";
  private static final String ADMIN = "camunda-admin";
  private static final Set<String> READERS = Set.of(OWNERS, "auditors", ADMIN);

  private final CurrentUser user;

  Owners(CurrentUser user) {
    this.user = user;
  }

  /** Refuses who may not see the tables. */
  void reader() {
    if (READERS.stream().noneMatch(user.viewer()::isIn)) {
      throw refused("The tables are seen by process owners and auditors.");
    }
  }

  /** The process owner who asks; refuses others. */
  String owner() {
    return memberOf(OWNERS, "Tables are changed by process owners (group process-owners).");
  }

  /** The administrator who asks; refuses others. */
  String admin() {
    return memberOf(ADMIN, "This is switched by an administrator (group camunda-admin).");
  }

  private String memberOf(String group, String sentence) {
    Viewer viewer = user.viewer();
    if (!viewer.isIn(group)) {
      throw refused(sentence);
    }
    return viewer.user();
  }

  private static Refusal refused(String sentence) {
    return new Refusal(Refusal.Kind.NOT_ALLOWED, sentence);
  }
}
