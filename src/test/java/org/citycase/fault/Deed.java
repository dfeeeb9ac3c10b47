package org.citycase.fault;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * What somebody says when he completes a task: mostly what leads on, now and then another way.
 *
 * @param more further variables
 */
record Deed(String outcome, Map<String, Object> more) {

  private static final Map<String, Deed> ON =
      Map.ofEntries(
          on("user_acceptReport", "accepted"),
          on("user_verifyReport", "true"),
          on("user_fileCase", "filed"),
          on("user_dispatchCase", "dispatched", "unit", "LAMP-CO"),
          on("user_coordinateCase", "dispatched", "unit", "STREET-A", "coUnits", "TELECOM-CO"),
          on("user_acceptWork", "accepted"),
          on("user_handleCase", "done", "result", "修好了 repaired"),
          on("user_helpHandle", "done", "result", "协助 helped"),
          on("user_reviewExtension", "agreed"),
          on("user_decideExtension", "granted"),
          on("user_decideHold", "granted"),
          on("user_decideReturn", "refused", "reason", "就归你 it is yours"),
          on("user_resumeCase", "resumed"),
          on("user_orderSubstitute", "notNeeded", "reason", "快了 soon done"),
          on("user_substituteCase", "done", "result", "代整改 done"),
          on("user_reviewFeedback", "check"),
          on("user_checkOnSite", "passed"),
          on("user_closeCase", "closed"),
          on("user_callBack", "satisfied"));

  private static final Map<String, Deed> ELSE =
      Map.ofEntries(
          on("user_acceptReport", "verify"),
          on("user_fileCase", "sentBack", "reason", "哪一盏 which one"),
          on("user_dispatchCase", "coordinate", "reason", "两家 two owners"),
          on("user_acceptWork", "return", "reason", "不归我 not ours"),
          on("user_handleCase", "extension", "reason", "缺件 parts missing"),
          on("user_orderSubstitute", "ordered", "contractor", "城建 builders"),
          on("user_reviewFeedback", "incomplete", "reason", "照片不清 unclear"),
          on("user_checkOnSite", "failed", "reason", "没亮 dark"),
          on("user_closeCase", "recheck", "reason", "模糊 blurred"));

  private static Map.Entry<String, Deed> on(String task, String outcome, Object... more) {
    Map<String, Object> said = new HashMap<>();
    for (int i = 0; i < more.length; i += 2) {
      said.put(more[i].toString(), more[i + 1]);
    }
    return Map.entry(task, new Deed(outcome, said));
  }

  /** The other way in one of twelve times, never when the case is to come to its end. */
  static Deed at(String task, Random random, boolean straight) {
    Deed other = ELSE.get(task);
    return other != null && !straight && random.nextInt(12) == 0 ? other : ON.get(task);
  }

  boolean needsAfterPhoto(String task) {
    return task.equals("user_handleCase") && outcome.equals("done");
  }

  /** As the engine's REST interface takes it. */
  Map<String, Object> body() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("outcome", Map.of("value", outcome));
    more.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return Map.of("variables", variables);
  }
}
