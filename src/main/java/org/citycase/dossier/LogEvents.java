package org.citycase.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.citycase.casefile.CaseDesk.Trail;
import org.citycase.dossier.CaseStory.Detail;
import org.citycase.dossier.CaseStory.Event;
import org.citycase.dossier.CaseStory.Kind;
import org.citycase.rules.Bilingual;
import org.springframework.stereotype.Component;

/** Tells the entries of a case's log. */
@Component
class LogEvents {

  private static final Map<String, Kind> KINDS =
      Map.of(
          "addAttachment", Kind.PHOTO,
          "intervene", Kind.INTERVENTION,
          "readReporter", Kind.READ);

  /** What the event names already beside its details. */
  private static final Set<String> TOLD = Set.of("table", "row", "sha256");

  /** Facts whose value is a word of a closed list. */
  private static final Set<String> OUTCOMES = Set.of("outcome", "verification", "satisfaction");

  private final Names names;
  private final InterventionEvents interventions;
  private final ElementNames elements;

  LogEvents(Names names, InterventionEvents interventions, ElementNames elements) {
    this.names = names;
    this.interventions = interventions;
    this.elements = elements;
  }

  /** The entries of one case, in their order. */
  List<Event> of(String caseNumber, List<Trail> entries) {
    Map<String, Bilingual> drawn =
        entries.stream().anyMatch(LogEvents::intervened) ? elements.of(caseNumber) : Map.of();
    return entries.stream()
        .map(entry -> intervened(entry) ? intervention(entry, drawn) : told(entry))
        .toList();
  }

  private static boolean intervened(Trail entry) {
    return KINDS.get(entry.action()) == Kind.INTERVENTION;
  }

  private Event intervention(Trail entry, Map<String, Bilingual> drawn) {
    return event(
        entry,
        interventions.title(entry),
        interventions.sentence(entry, drawn),
        interventions.details(entry, drawn));
  }

  private Event told(Trail entry) {
    Bilingual title = title(entry);
    List<Detail> details = details(entry);
    return event(entry, title, sentence(entry, title, details), details);
  }

  private Event event(Trail entry, Bilingual title, Bilingual sentence, List<Detail> details) {
    return new Event(
        entry.at(),
        null,
        KINDS.getOrDefault(entry.action(), Kind.LOG),
        entry.seq(),
        StoryWords.title(title),
        sentence,
        entry.actor(),
        names.person(entry.actor()),
        text(entry.data(), "table"),
        null,
        text(entry.data(), "row"),
        text(entry.data(), "sha256"),
        entry.reason(),
        details,
        entry.hash());
  }

  private static Bilingual title(Trail entry) {
    String moved = entry.action() + "." + entry.to();
    boolean known = !entry.to().equals(entry.from()) && StoryWords.knows("action." + moved);
    Bilingual title = StoryWords.name("action", known ? moved : entry.action());
    String outcome = outcome(entry);
    return outcome == null
        ? title
        : StoryWords.say("tell.outcome", title, StoryWords.name("value", outcome));
  }

  private static String outcome(Trail entry) {
    if (entry.action().equals("checkOnSite")) {
      return text(entry.data(), "result");
    }
    return OUTCOMES.stream()
        .map(name -> text(entry.data(), name))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  private Bilingual sentence(Trail entry, Bilingual title, List<Detail> details) {
    if (KINDS.get(entry.action()) == Kind.PHOTO) {
      Bilingual kind = StoryWords.name("photo", text(entry.data(), "kind"));
      return StoryWords.stopped(StoryWords.say("tell.photo", names.person(entry.actor()), kind));
    }
    Bilingual told = StoryWords.say("tell.act", names.person(entry.actor()), title);
    if (entry.from() == null) {
      told = append(told, "tell.began", StoryWords.name("state", entry.to()));
    } else if (!entry.from().equals(entry.to())) {
      Bilingual from = StoryWords.name("state", entry.from());
      told = append(told, "tell.moved", from, StoryWords.name("state", entry.to()));
    }
    for (Detail detail : details) {
      told = append(told, "tell.detail", detail.name(), detail.value());
    }
    Bilingual whole = StoryWords.stopped(told);
    return entry.reason() == null
        ? whole
        : StoryWords.stopped(append(whole, "tell.reason", entry.reason()));
  }

  private static Bilingual append(Bilingual told, String key, Object... facts) {
    return StoryWords.joined(told, StoryWords.say(key, facts));
  }

  private List<Detail> details(Trail entry) {
    List<Detail> details = new ArrayList<>();
    String outcome = outcome(entry);
    entry
        .data()
        .properties()
        .forEach(
            fact -> {
              boolean inTitle = outcome != null && outcome.equals(fact.getValue().asText());
              if (!TOLD.contains(fact.getKey()) && !inTitle) {
                details.add(
                    new Detail(
                        StoryWords.name("fact", fact.getKey()),
                        value(fact.getKey(), fact.getValue())));
              }
            });
    return details;
  }

  private Bilingual value(String name, JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(one -> value(name, one))
          .reduce((one, next) -> StoryWords.say("name.both", one, next))
          .orElse(StoryWords.same("—"));
    }
    String text = value.isTextual() ? value.asText() : value.toString();
    return switch (name) {
      case "unit", "coUnits", "to", "people" -> names.holder(text);
      case "condition", "next", "stage" -> names.condition(text).name();
      case "kind" -> StoryWords.name(StoryWords.knows("photo." + text) ? "photo" : "value", text);
      case "guard", "by" -> names.person(text);
      default -> StoryWords.name("value", text);
    };
  }

  private static String text(JsonNode data, String name) {
    return data.hasNonNull(name) ? data.get(name).asText() : null;
  }
}
