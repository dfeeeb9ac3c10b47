package org.citycase.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citycase.trail.CaseTrail.Head;
import org.citycase.trail.CaseTrail.Reporter;
import org.citycase.trail.CaseTrail.Sealed;

/** One line of an export; whatever does not read as one is refused with its number. */
final class ExportLine {

  private final JsonNode line;
  private final long number;

  ExportLine(byte[] text, long number) {
    this.number = number;
    try {
      this.line = ExportWriter.JSON.readTree(text);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private UnreadableTrail unreadable(Exception cause) {
    return new UnreadableTrail(
        "文件第 %1$d 行不是本系统导出的内容，请重新导出。Line %1$d of the file is none of an export of CityCase: it was cut off or altered. Export it again."
            .formatted(number),
        cause);
  }

  /** What the first line says the file holds. */
  Extent extent() {
    String format = line.path("format").asText();
    if (!format.equals(ExportWriter.FORMAT)
        || !line.path("columns").equals(ExportWriter.JSON.valueToTree(ExportWriter.columns()))) {
      throw new UnreadableTrail(
          "文件开头不是本版本可检查的导出（写着 '%1$s'），请用导出它的版本检查。The file does not begin as an export that this version can check (it says '%1$s'): use the version of CityCase that wrote it."
              .formatted(format));
    }
    JsonNode part = line.path("extent");
    try {
      return new Extent(
          instant(part.path("from")), instant(part.path("to")), text(part.path("case")));
    } catch (DateTimeParseException e) {
      throw unreadable(e);
    }
  }

  private static Instant instant(JsonNode value) {
    String text = text(value);
    return text == null ? null : Instant.parse(text);
  }

  boolean isEnd() {
    return line.has("end");
  }

  /** Whether the last line tells this of those before it. */
  boolean sumsUp(long lines, String sha256) {
    return line.path("lines").asLong() == lines && line.path("sha256").asText().equals(sha256);
  }

  /** Where the chains end that belong to no case; null when only some cases were exported. */
  TrailReader.Ends ends() {
    JsonNode chains = line.path("chains");
    if (!chains.isArray()) {
      return null;
    }
    List<String> ends = row(chains, 4);
    return new TrailReader.Ends(ends.get(0), ends.get(1), ends.get(2), ends.get(3));
  }

  void tell(TrailReader reader) {
    if (line.has("case")) {
      reader.oneCase(oneCase());
    } else if (line.has("configuration")) {
      reader.configuration(row(line.get("configuration"), ConfigurationTrail.COLUMNS.size()));
    } else if (line.has("seal")) {
      reader.seal(row(line.get("seal"), SealRow.COLUMNS.size()));
    } else {
      throw unreadable(null);
    }
  }

  private CaseTrail oneCase() {
    Map<Evidence, List<List<String>>> rows = new EnumMap<>(Evidence.class);
    line.path("rows")
        .fields()
        .forEachRemaining(
            some -> {
              Evidence kind = kind(some.getKey());
              rows.put(kind, table(some.getValue(), kind.columns().size()));
            });
    List<Sealed> sealed = new ArrayList<>();
    for (List<String> one : table(line.path("sealed"), 3)) {
      sealed.add(new Sealed(whole(one.get(0)), whole(one.get(1)), one.get(2)));
    }
    return new CaseTrail(
        line.get("case").asText(),
        head(),
        table(line.path("log"), CaseTrail.LOG.size()),
        rows,
        sealed);
  }

  private Evidence kind(String name) {
    return Arrays.stream(Evidence.values())
        .filter(kind -> kind.kind().equals(name))
        .findFirst()
        .orElseThrow(() -> unreadable(null));
  }

  private int whole(String text) {
    Integer value = Checker.number(text);
    if (value == null) {
      throw unreadable(null);
    }
    return value;
  }

  private Head head() {
    if (!line.has("length")) {
      return null;
    }
    String reporter = line.path("reporter").asText();
    return new Head(
        text(line.get("length")),
        text(line.path("head")),
        text(line.path("traced")),
        text(line.path("erasedAt")),
        Arrays.stream(Reporter.values())
            .filter(one -> one.name().equals(reporter))
            .findFirst()
            .orElseThrow(() -> unreadable(null)));
  }

  private List<List<String>> table(JsonNode rows, int columns) {
    if (!rows.isArray()) {
      throw unreadable(null);
    }
    List<List<String>> table = new ArrayList<>();
    rows.forEach(row -> table.add(row(row, columns)));
    return table;
  }

  private List<String> row(JsonNode values, int columns) {
    if (!values.isArray() || values.size() != columns) {
      throw unreadable(null);
    }
    List<String> row = new ArrayList<>();
    values.forEach(value -> row.add(text(value)));
    return row;
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? null : value.asText();
  }
}
