package org.citycase.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * The people of the city: they look after each reported case, do the tasks they find, and go on
 * until it has none. A third of the units take their time, so that the ladder of reminders is
 * climbed.
 */
final class Staff {

  private static final Set<String> SLOW = Set.of("user_handleCase", "user_acceptWork");
  private static final int LONGEST_SLOWNESS = 160;
  private static final int MOST_DEEDS = 40;

  private final Service service;
  private final Figures figures;
  private final Random random;
  private final DelayQueue<Visit> visits = new DelayQueue<>();
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final Set<String> waited = ConcurrentHashMap.newKeySet();
  private volatile boolean hurried;

  Staff(Service service, Figures figures, long seed) {
    this.service = service;
    this.figures = figures;
    this.random = new Random(seed);
  }

  private record Visit(String number, long at) implements Delayed {

    static Visit in(String number, long millis) {
      return new Visit(number, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, ((Visit) other).at);
    }
  }

  void takeOver(String number) {
    open.put(number, 0);
    visits.add(Visit.in(number, random.nextInt(2_000)));
  }

  int open() {
    return open.size();
  }

  Set<String> openCases() {
    return Set.copyOf(open.keySet());
  }

  /** From now on nobody is slow, and nobody goes another way. */
  void hurry() {
    hurried = true;
    for (Visit visit : visits.toArray(Visit[]::new)) {
      if (visits.remove(visit)) {
        visits.add(Visit.in(visit.number(), 0));
      }
    }
  }

  /** Does what is due at one case; gives up waiting for one after a moment. */
  void work() throws InterruptedException {
    Visit visit = visits.poll(200, TimeUnit.MILLISECONDS);
    if (visit == null || !open.containsKey(visit.number())) {
      return;
    }
    try {
      lookAfter(visit.number());
    } catch (RuntimeException e) {
      figures.count("staff: " + e);
      visits.add(Visit.in(visit.number(), 1_000));
    }
  }

  private void lookAfter(String number) {
    JsonNode tasks =
        service.get("auditor", "/engine-rest/task?processInstanceBusinessKey=" + number).body();
    if (tasks.isEmpty()) {
      leave(number);
      return;
    }
    int next = 300 + random.nextInt(1_500);
    for (JsonNode task : tasks) {
      next = Math.max(next, doOrWait(number, task));
    }
    visits.add(Visit.in(number, hurried ? 200 : next));
  }

  private void leave(String number) {
    JsonNode one = service.get("auditor", "/api/cases/" + number).body();
    if (Promises.ENDS.contains(one.path("state").asText())) {
      open.remove(number);
      figures.count("cases brought to their end");
    } else {
      visits.add(Visit.in(number, 1_000));
    }
  }

  /** Gives the milliseconds until the next visit. */
  private int doOrWait(String number, JsonNode task) {
    String id = task.path("id").asText();
    String key = task.path("taskDefinitionKey").asText();
    if (!hurried && SLOW.contains(key) && random.nextInt(3) == 0 && waited.add(id)) {
      return random.nextInt(LONGEST_SLOWNESS * 1_000);
    }
    waited.add(id);
    boolean straight = hurried || open.merge(number, 1, Integer::sum) > MOST_DEEDS;
    complete(number, id, key, Deed.at(key, random, straight));
    return 0;
  }

  private void complete(String number, String id, String key, Deed deed) {
    String person = person(id);
    if (person == null) {
      return;
    }
    if (deed.needsAfterPhoto(key)) {
      attach(person, number);
    }
    String path = "/engine-rest/task/" + id + "/complete";
    Service.Answer answer = service.post(person, path, deed.body(), key());
    if (answer.isGood()) {
      figures.count("tasks completed");
    } else if (answer.repeated()) {
      figures.count("completions repeated and then refused");
      figures.refused(key + " repeated " + deed.outcome(), answer);
    } else {
      figures.refused(key + " " + deed.outcome(), answer);
    }
  }

  private void attach(String person, String number) {
    Map<String, Object> photos = Map.of("kind", "after", "photos", Photo.taken(service.json()));
    Service.Answer answer =
        service.post(person, "/api/cases/" + number + "/attachments", photos, key());
    if (!answer.isGood()) {
      figures.refused("attachment", answer);
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  /** Who may do it; null when the task is gone. */
  private String person(String task) {
    JsonNode links =
        service.get("admin", "/engine-rest/task/" + task + "/identity-links?type=candidate").body();
    for (JsonNode link : links) {
      String group = link.path("groupId").asText();
      if (group.startsWith("unit-")) {
        return group.substring("unit-".length()).toLowerCase(Locale.ROOT);
      }
      if (group.startsWith("collectors")) {
        return "chen";
      }
      String person = PEOPLE.get(group);
      if (person != null) {
        return person;
      }
    }
    return null;
  }

  private static final Map<String, String> PEOPLE =
      Map.of(
          "operators", "li",
          "duty-leaders", "zhao",
          "dispatchers", "sun",
          "coordinators", "qian",
          "inspectors", "he");
}
