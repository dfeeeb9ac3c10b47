package org.citycase.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citycase.casefile.CaseDesk.Trail;
import org.citycase.dossier.CaseStory.Detail;
import org.citycase.dossier.Intervention.Change;
import org.citycase.rules.Bilingual;
import org.springframework.stereotype.Component;

/**
 * Tells what somebody did to a case through the engine's own doors, in sentences for who never saw
 * an engine. What it has no sentence for is told by the names of operation and properties.
 */
@Component
class InterventionEvents {

  /** Which property a sentence is about, the first that was changed. */
  private static final List<String> SUBJECTS =
      List.of(
          "assignee",
          "dueDate",
          "duedate",
          "retries",
          "owner",
          "candidate",
          "processDefinitionId",
          "messageName",
          "signalName",
          "priority",
          "followUpDate",
          "annotation",
          "name",
          "suspensionState");

  private static final List<String> NUMBER = List.of("nrOfInstances");

  /** Told by themselves, or of no use to a reader. */
  private static final Set<String> TOLD =
      Set.of("operation", "entity", "element", "property", "before", "after", "changes");

  private final InterventionWords words;
  private final Names names;

  InterventionEvents(InterventionWords words, Names names) {
    this.words = words;
    this.names = names;
  }

  /** The title: what was done, in a few words. */
  Bilingual title(Trail entry) {
    String operation = Intervention.of(entry.data()).operation();
    Bilingual title = StoryWords.name("action", entry.action());
    return operation.isEmpty()
        ? title
        : StoryWords.say("tell.outcome", title, StoryWords.name("operation", operation));
  }

  Bilingual sentence(Trail entry, Map<String, Bilingual> elements) {
    Intervention done = Intervention.of(entry.data());
    Bilingual told = StoryWords.say("tell.act", names.person(entry.actor()), what(done, elements));
    for (Bilingual more : beside(done, entry.data(), elements)) {
      told = StoryWords.joined(told, more);
    }
    Bilingual whole = StoryWords.stopped(told);
    return entry.reason() == null
        ? whole
        : StoryWords.stopped(
            StoryWords.joined(whole, StoryWords.say("tell.reason", entry.reason())));
  }

  private Bilingual what(Intervention done, Map<String, Bilingual> elements) {
    Change change = done.of(SUBJECTS);
    String what = done.operation() + "." + done.entity();
    Bilingual element =
        done.element() == null
            ? StoryWords.say("intervene.anElement")
            : StoryWords.say("intervene.element", words.element(done.element(), elements));
    if (change != null && StoryWords.knows("intervene.changed." + what)) {
      return StoryWords.say(
          "intervene.changed." + what,
          element,
          words.value(change.property(), change.before()),
          words.value(change.property(), change.after()),
          words.value(change.property(), change.value()));
    }
    return StoryWords.knows("intervene." + what)
        ? StoryWords.say("intervene." + what, element)
        : unknown(done, elements);
  }

  private Bilingual unknown(Intervention done, Map<String, Bilingual> elements) {
    Bilingual told =
        StoryWords.say(
            "intervene.unknown",
            StoryWords.name("operation", done.operation()),
            StoryWords.name("entity", done.entity()));
    if (done.element() != null) {
      told = detail(told, "fact.element", words.element(done.element(), elements));
    }
    for (Change change : done.changes()) {
      told =
          StoryWords.joined(
              told,
              StoryWords.say(
                  "tell.detail", StoryWords.name("property", change.property()), moved(change)));
    }
    return told;
  }

  private static Bilingual detail(Bilingual told, String key, Bilingual value) {
    return StoryWords.joined(told, StoryWords.say("tell.detail", StoryWords.say(key), value));
  }

  /**
   * What was done at which elements, where the case stood and stands, and to how many beside it.
   */
  private List<Bilingual> beside(
      Intervention done, JsonNode data, Map<String, Bilingual> elements) {
    List<Bilingual> told = new ArrayList<>();
    for (String instruction : Intervention.texts(data.path("instructions"))) {
      told.add(StoryWords.say("intervene.and", words.instruction(instruction, elements)));
    }
    Bilingual stood = words.elements(Intervention.texts(data.path("stoodAt")), elements);
    Bilingual stands = words.elements(Intervention.texts(data.path("standsAt")), elements);
    if (data.has("standsAt") && !done.operation().equals("Delete")) {
      told.add(StoryWords.say("intervene.moved", stood, stands));
    } else if (data.has("stoodAt")) {
      told.add(StoryWords.say("intervene.stood", stood));
    }
    Change number = done.of(NUMBER);
    if (number != null && number.after() != null && !number.after().equals("1")) {
      told.add(StoryWords.say("intervene.together", number.after()));
    }
    return told;
  }

  List<Detail> details(Trail entry, Map<String, Bilingual> elements) {
    Intervention done = Intervention.of(entry.data());
    List<Detail> details = new ArrayList<>();
    add(details, "operation", StoryWords.name("operation", done.operation()));
    add(details, "entity", StoryWords.name("entity", done.entity()));
    if (done.element() != null) {
      add(details, "element", words.element(done.element(), elements));
    }
    done.changes()
        .forEach(
            change ->
                details.add(
                    new Detail(StoryWords.name("property", change.property()), moved(change))));
    entry
        .data()
        .fields()
        .forEachRemaining(
            fact -> {
              if (!TOLD.contains(fact.getKey())) {
                details.add(
                    new Detail(
                        StoryWords.name("fact", fact.getKey()),
                        words.fact(fact.getKey(), fact.getValue(), elements)));
              }
            });
    return details;
  }

  private static void add(List<Detail> details, String fact, Bilingual value) {
    details.add(new Detail(StoryWords.say("fact." + fact), value));
  }

  private Bilingual moved(Change change) {
    return change.before() == null
        ? words.value(change.property(), change.after())
        : StoryWords.say(
            "intervene.change",
            words.value(change.property(), change.before()),
            words.value(change.property(), change.after()));
  }
}
