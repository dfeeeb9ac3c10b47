package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code city.yaml}: name, zone, center, working time of the city. */
final class CityYaml {

  static final String NAME = "city.yaml";
  private static final Set<String> KEYS =
      Set.of("name", "zone", "center", "slots", "workDays", "hoursPerWorkDay", "gridCodes");

  private final Findings findings = new Findings(NAME);
  private final Map<String, Node> entries = new HashMap<>();

  private CityYaml() {}

  static CitySettings read(InputStream in) throws IOException {
    CityYaml file = new CityYaml();
    file.parse(in);
    CitySettings settings = file.settings();
    file.findings.refuseIfAny();
    return settings;
  }

  private void parse(InputStream in) throws IOException {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(Sheet.utf8(in));
      entries.putAll(mapping(root));
    } catch (MarkedYAMLException e) {
      findings.add(e.getProblemMark().getLine() + 1L, "This is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      findings.add(1, "This is no YAML: " + e.getMessage());
    }
    findings.refuseIfAny();
    entries.forEach(
        (key, node) -> {
          if (!KEYS.contains(key)) {
            findings.add(line(node), "Key " + key + " is not known. Known are " + KEYS + ".");
          }
        });
  }

  private CitySettings settings() {
    Map<String, Node> name = mapping(entries.get("name"));
    Map<String, Node> center = mapping(entries.get("center"));
    return new CitySettings(
        value("name.zh", name.get("zh"), text -> text),
        value("name.en", name.get("en"), text -> text),
        value("zone", entries.get("zone"), CityYaml::zone),
        orZero(value("center.lat", center.get("lat"), text -> degrees(text, 90))),
        orZero(value("center.lng", center.get("lng"), text -> degrees(text, 180))),
        slots(),
        workDays(),
        hours(),
        gridCodes());
  }

  private List<String> slots() {
    List<Slot> slots = new ArrayList<>(values("slots", Slot::of));
    slots.sort(Comparator.comparing(Slot::from));
    for (int i = 1; i < slots.size(); i++) {
      if (slots.get(i).from().isBefore(slots.get(i - 1).to())) {
        findings.add(
            line(entries.get("slots")),
            "Slots %s and %s overlap.".formatted(slots.get(i - 1), slots.get(i)));
      }
    }
    return slots.stream().map(Slot::toString).toList();
  }

  private List<String> workDays() {
    List<DayOfWeek> days = values("workDays", CityYaml::weekday);
    return new LinkedHashSet<>(days).stream().map(DayOfWeek::name).toList();
  }

  private int hours() {
    Integer hours =
        value("hoursPerWorkDay", entries.get("hoursPerWorkDay"), CityYaml::hoursPerWorkDay);
    return hours == null ? 0 : hours;
  }

  private String gridCodes() {
    if (!entries.containsKey("gridCodes")) {
      return GridCode.Version.GBT_30428_1.name();
    }
    return value("gridCodes", entries.get("gridCodes"), CityYaml::gridVersion);
  }

  private <T> T value(String key, Node node, Function<String, T> reading) {
    String text = node instanceof ScalarNode scalar ? scalar.getValue().trim() : "";
    return findings.read(
        line(node),
        () -> {
          if (text.isEmpty()) {
            throw Findings.wrong("Key " + key + " is missing.");
          }
          return reading.apply(text);
        });
  }

  private <T> List<T> values(String key, Function<String, T> reading) {
    Node node = entries.get(key);
    List<Node> items =
        node instanceof SequenceNode sequence ? sequence.getValue() : new ArrayList<>();
    if (items.isEmpty()) {
      findings.add(line(node), "Key " + key + " must hold a list with at least one entry.");
    }
    return items.stream().map(item -> value(key, item, reading)).filter(Objects::nonNull).toList();
  }

  private static Map<String, Node> mapping(Node node) {
    Map<String, Node> entries = new HashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                  entries.put(key.getValue(), tuple.getValueNode());
                }
              });
    }
    return entries;
  }

  private static long line(Node node) {
    return node == null ? 1 : node.getStartMark().getLine() + 1L;
  }

  private static double orZero(Double number) {
    return number == null ? 0 : number;
  }

  private static String zone(String text) {
    try {
      return ZoneId.of(text).getId();
    } catch (DateTimeException e) {
      throw Findings.wrong("Zone " + text + " is not known. Write it like Asia/Shanghai.");
    }
  }

  private static double degrees(String text, int most) {
    try {
      double degrees = Double.parseDouble(text);
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // The sentence below says what is expected.
    }
    throw Findings.wrong(text + " is not between -" + most + " and " + most + " degrees.");
  }

  private static DayOfWeek weekday(String text) {
    try {
      return DayOfWeek.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw Findings.wrong("Work day " + text + " is no weekday. Write it like MONDAY.");
    }
  }

  private static Integer hoursPerWorkDay(String text) {
    if (!text.matches("[1-9]|1\\d|2[0-4]")) {
      throw Findings.wrong("hoursPerWorkDay " + text + " is no whole number from 1 to 24.");
    }
    return Integer.valueOf(text);
  }

  private static String gridVersion(String text) {
    try {
      return GridCode.Version.valueOf(text).name();
    } catch (IllegalArgumentException e) {
      throw Findings.wrong(
          "gridCodes %s is not known. Write GBT_30428_1 (15 digits) or CJT_213_2005 (14 digits)."
              .formatted(text));
    }
  }
}
