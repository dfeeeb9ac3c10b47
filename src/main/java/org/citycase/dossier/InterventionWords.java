package org.citycase.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.citycase.rules.Bilingual;
import org.springframework.stereotype.Component;

/** The engine's words and values as people of the city read them. */
@Component
class InterventionWords {

  private static final Set<String> PEOPLE = Set.of("assignee", "owner", "userId", "candidate");
  private static final Set<String> ELEMENTS = Set.of("stoodAt", "standsAt");

  /** What a timer is set to that waits for nothing just now. */
  private static final Instant NEVER = Instant.parse("2299-12-31T00:00:00Z");

  private static final Pattern MILLIS = Pattern.compile("\\d{12,14}");

  private final Names names;

  InterventionWords(Names names) {
    this.names = names;
  }

  /** An element by its name, else by its id. */
  Bilingual element(String id, Map<String, Bilingual> elements) {
    return elements.getOrDefault(id, StoryWords.same(id));
  }

  Bilingual elements(List<String> ids, Map<String, Bilingual> elements) {
    return ids.stream()
        .map(id -> element(id, elements))
        .reduce((one, next) -> StoryWords.say("name.both", one, next))
        .orElseGet(() -> StoryWords.say("intervene.nowhere"));
  }

  /** As the log holds it, e.g. {@code cancel user_fileCase}; an instance of it as its element. */
  Bilingual instruction(String told, Map<String, Bilingual> elements) {
    int blank = told.indexOf(' ');
    String what = blank < 0 ? told : told.substring(0, blank);
    String where = blank < 0 ? "" : told.substring(blank + 1).replaceFirst(":.*", "");
    return StoryWords.knows("instruction." + what)
        ? StoryWords.say("instruction." + what, element(where, elements))
        : StoryWords.same(told);
  }

  /** What a property was or is: instants in the city's time, people and versions by their names. */
  Bilingual value(String property, String value) {
    if (value == null || value.isEmpty()) {
      return StoryWords.say(PEOPLE.contains(property) ? "holder.nobody" : "intervene.nothing");
    }
    if (PEOPLE.contains(property)) {
      return names.person(value);
    }
    if (property.equals("groupId")) {
      return names.holder(value);
    }
    if (property.equals("processDefinitionId")) {
      return version(value);
    }
    return property.toLowerCase(Locale.ROOT).endsWith("date")
        ? date(value)
        : StoryWords.name("value", value);
  }

  Bilingual fact(String name, JsonNode value, Map<String, Bilingual> elements) {
    if (ELEMENTS.contains(name)) {
      return elements(Intervention.texts(value), elements);
    }
    return Intervention.texts(value).stream()
        .map(text -> name.equals("instructions") ? instruction(text, elements) : value(name, text))
        .reduce((one, next) -> StoryWords.say("name.both", one, next))
        .orElseGet(() -> StoryWords.say("intervene.nothing"));
  }

  /** Milliseconds in what was written first, instants with their offset since. */
  private Bilingual date(String value) {
    try {
      Instant at =
          MILLIS.matcher(value).matches()
              ? Instant.ofEpochMilli(Long.parseLong(value))
              : OffsetDateTime.parse(value).toInstant();
      return at.isBefore(NEVER)
          ? StoryWords.same(names.minute(at))
          : StoryWords.say("intervene.never");
    } catch (DateTimeException otherwise) {
      return StoryWords.same(value);
    }
  }

  /** {@code cityCase:2:…} as diagram and version. */
  private static Bilingual version(String definitionId) {
    String[] parts = definitionId.split(":");
    return parts.length < 2
        ? StoryWords.same(definitionId)
        : StoryWords.say("intervene.version", StoryWords.name("diagram", parts[0]), parts[1]);
  }
}
