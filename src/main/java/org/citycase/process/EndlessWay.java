package org.citycase.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Whether a case could walk in a circle without ever waiting: such a circle is walked within one
 * transaction, by whoever reports the next case. A sub-process in which somebody works counts as a
 * wait; what its conditions leave out at run time {@link StepBound} stops.
 */
class EndlessWay {

  private static final Set<String> SCOPES = Set.of("subProcess", "transaction");
  private static final Set<String> TASKS = Set.of("userTask", "receiveTask");
  private static final Set<String> WAITING =
      Set.of("timerEventDefinition", "messageEventDefinition");

  private static final int LONGEST = 1_000;

  private final Map<String, List<String>> ways = new HashMap<>();
  private final Set<String> waits = new HashSet<>();
  private final Set<String> done = new HashSet<>();

  private EndlessWay(Element scope) {
    Map<String, String> links = new HashMap<>();
    for (Element part : scope.elements()) {
      String id = part.attribute("id");
      if (waits(part)) {
        waits.add(id);
      }
      if (part.attribute("attachedToRef") != null) {
        lead(part.attribute("attachedToRef"), id);
      }
      if (part.getTagName().equals("sequenceFlow")) {
        lead(part.attribute("sourceRef"), part.attribute("targetRef"));
      }
      Element link = part.element("linkEventDefinition");
      if (link != null && part.getTagName().equals("intermediateCatchEvent")) {
        links.put(link.attribute("name"), id);
      }
    }
    for (Element part : scope.elements("intermediateThrowEvent")) {
      Element link = part.element("linkEventDefinition");
      if (link != null && links.containsKey(link.attribute("name"))) {
        lead(part.attribute("id"), links.get(link.attribute("name")));
      }
    }
  }

  /** Refuses a process or sub-process that has such a circle, by an element that is part of it. */
  static void refuse(Element scope) {
    EndlessWay way = new EndlessWay(scope);
    for (String from : way.ways.keySet()) {
      way.follow(from, new LinkedHashSet<>());
    }
    scope.elements().stream().filter(EndlessWay::isScope).forEach(EndlessWay::refuse);
  }

  private void lead(String from, String to) {
    ways.computeIfAbsent(from, source -> new ArrayList<>()).add(to);
  }

  private void follow(String at, Set<String> walked) {
    if (waits.contains(at) || done.contains(at)) {
      return;
    }
    if (walked.size() > LONGEST) {
      throw DiagramLaw.refused(
          at, "comes after " + LONGEST + " elements without a wait", "a user task before it");
    }
    if (!walked.add(at)) {
      throw DiagramLaw.refused(
          at,
          "is part of a circle in which nobody and no timer is waited for",
          "a user task, a timer or a message in the circle");
    }
    ways.getOrDefault(at, List.of()).forEach(next -> follow(next, walked));
    walked.remove(at);
    done.add(at);
  }

  private static boolean isScope(Element part) {
    return SCOPES.contains(part.getTagName());
  }

  /** A task for each of many is none where there are none. */
  private static boolean waits(Element part) {
    if (part.element("multiInstanceLoopCharacteristics") != null) {
      return false;
    }
    if (isScope(part)) {
      return part.elements().stream().anyMatch(EndlessWay::waits);
    }
    boolean catches = part.getTagName().matches("intermediateCatchEvent|boundaryEvent");
    return TASKS.contains(part.getTagName())
        || catches && WAITING.stream().anyMatch(kind -> part.element(kind) != null);
  }
}
