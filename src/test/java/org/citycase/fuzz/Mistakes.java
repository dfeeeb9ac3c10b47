package org.citycase.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The table {@code mistakes.txt}: what makes a request of each writing door wrong for certain. */
class Mistakes {

  private static final Path TABLE = Path.of("src/test/resources/fuzz/mistakes.txt");

  /**
   * One line.
   *
   * @param values fragments of JSON
   */
  record Mistake(String person, String field, List<String> values) {

    boolean isQuestion() {
      return field.equals("question");
    }

    /** Whether there is nothing behind the door, or only for others, whatever is sent. */
    boolean isHopeless() {
      return field.equals("-");
    }

    boolean isInQuery() {
      return field.startsWith("?");
    }
  }

  private final Map<String, Mistake> byDoor = new TreeMap<>();

  Mistakes(ObjectMapper json) throws IOException {
    for (String line : Files.readAllLines(TABLE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("\\s+", 5);
        List<String> values =
            StreamSupport.stream(json.readTree(parts[4]).spliterator(), false)
                .map(JsonNode::toString)
                .toList();
        byDoor.put(parts[0] + " " + parts[1], new Mistake(parts[2], parts[3], values));
      }
    }
  }

  /** Null when the table does not hold the door. */
  Mistake of(Door door) {
    return byDoor.get(door.toString());
  }
}
