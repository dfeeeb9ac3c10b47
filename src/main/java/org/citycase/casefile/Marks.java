package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;

/** The marks beside a case's state. */
@Embeddable
class Marks {

  private boolean supervised;
  private boolean leader;
  private boolean media;
  private boolean quick;
  private boolean recurrence;
  private boolean substitute;
  private boolean exempt;

  protected Marks() {}

  static Marks of(Channel channel) {
    Marks marks = new Marks();
    marks.leader = channel == Channel.LEADER;
    marks.media = channel == Channel.MEDIA;
    return marks;
  }

  void supervised() {
    supervised = true;
  }

  void instructed() {
    supervised = true;
    leader = true;
  }

  void handledQuickly() {
    quick = true;
  }

  void recurred() {
    recurrence = true;
  }

  void substituted() {
    substitute = true;
  }

  void exempted() {
    exempt = true;
  }

  boolean isExempt() {
    return exempt;
  }

  boolean isSubstitute() {
    return substitute;
  }

  boolean isQuick() {
    return quick;
  }

  boolean isLeaderOrMedia() {
    return leader || media;
  }

  /** Those that are set, in the words of the interface. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    add(names, supervised, "supervised");
    add(names, leader, "leader");
    add(names, media, "media");
    add(names, quick, "quick");
    add(names, recurrence, "recurrence");
    add(names, substitute, "substitute");
    add(names, exempt, "exempt");
    return names;
  }

  private static void add(List<String> names, boolean set, String name) {
    if (set) {
      names.add(name);
    }
  }
}
