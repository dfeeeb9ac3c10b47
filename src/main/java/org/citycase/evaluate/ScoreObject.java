package org.citycase.evaluate;

import java.util.Arrays;
import java.util.List;
import org.citycase.Refusal;

/** What is evaluated (评价对象): units, districts, and people by their post. */
enum ScoreObject {
  UNIT("unit", "", ""),
  REGION("region", "", ""),
  COLLECTOR("post", "collector", "collectors"),
  OPERATOR("post", "operator", "operators"),
  DUTY_LEADER("post", "dutyLeader", "duty-leaders"),
  DISPATCHER("post", "dispatcher", "dispatchers");

  private final String kind;
  private final String post;
  private final String group;

  ScoreObject(String kind, String post, String group) {
    this.kind = kind;
    this.post = post;
    this.group = group;
  }

  /** The objects of this kind: one for units and regions, all posts for {@code post}. */
  static List<ScoreObject> ofKind(String kind) {
    List<ScoreObject> found =
        Arrays.stream(values()).filter(object -> object.kind.equals(kind)).toList();
    if (found.isEmpty()) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "object",
          "Unknown object '" + kind + "': use one of unit, post, region.");
    }
    return found;
  }

  String kind() {
    return kind;
  }

  String post() {
    return post;
  }

  /** The group whose members hold the post; empty for units and regions. */
  String group() {
    return group;
  }
}
