package org.citycase.dossier;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citycase.process.Paths;
import org.citycase.rules.Bilingual;
import org.springframework.stereotype.Component;

/** What the elements of the diagrams are called that a case walked on. */
@Component
class ElementNames {

  /** A label holds both names, e.g. {@code 立案 File case}. */
  private static final Pattern BOTH =
      Pattern.compile("(\\d+ )?([\\u2E80-\\uFFFF]\\S*) ([\\x20-\\x7E]+)");

  private final Paths paths;

  ElementNames(Paths paths) {
    this.paths = paths;
  }

  /** By the ids of the elements; of several versions the newest. */
  Map<String, Bilingual> of(String caseNumber) {
    Map<String, Bilingual> names = new HashMap<>();
    paths
        .of(caseNumber)
        .forEach(
            walk ->
                paths
                    .names(walk.definitionId())
                    .forEach((element, label) -> names.put(element, parted(label))));
    return names;
  }

  static Bilingual parted(String label) {
    Matcher both = BOTH.matcher(label.replaceAll("\\s+", " ").trim());
    return both.matches()
        ? new Bilingual(both.group(2), both.group(3))
        : StoryWords.same(label.replaceAll("\\s+", " ").trim());
  }
}
