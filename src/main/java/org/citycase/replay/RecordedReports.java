package org.citycase.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.citycase.Refusal;

/** A file of recorded reports: local times of the city, one report a line, in order of time. */
final class RecordedReports {

  private static final List<String> COLUMNS =
      List.of("externalId", "reportedAt", "channel", "category", "lat", "lng", "description");

  private RecordedReports() {}

  /**
   * One line of the file.
   *
   * @param line its number in the file, the header being 1
   * @param closedAt when the city closed it, or null
   * @param duplicateOf the external id of the report it repeats, or null
   */
  record Recorded(
      long line,
      String externalId,
      Instant reportedAt,
      String channel,
      String category,
      String condition,
      double lat,
      double lng,
      String address,
      String description,
      Instant closedAt,
      String duplicateOf) {}

  static List<Recorded> read(InputStream file, ZoneId zone) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    List<Recorded> reports = new ArrayList<>();
    try (InputStream plain = BOMInputStream.builder().setInputStream(file).get();
        CSVParser lines =
            CSVParser.parse(new InputStreamReader(plain, StandardCharsets.UTF_8), format)) {
      List<String> missing =
          COLUMNS.stream().filter(column -> !lines.getHeaderMap().containsKey(column)).toList();
      if (!missing.isEmpty()) {
        throw new Refusal(
            Refusal.Kind.MALFORMED,
            "The file of reports has no column " + String.join(", ", missing) + ".");
      }
      for (CSVRecord line : lines) {
        reports.add(report(line, zone));
      }
    }
    reports.sort(Comparator.comparing(Recorded::reportedAt));
    return reports;
  }

  private static Recorded report(CSVRecord line, ZoneId zone) {
    long number = line.getRecordNumber() + 1;
    try {
      return new Recorded(
          number,
          line.get("externalId"),
          instant(line.get("reportedAt"), zone),
          line.get("channel"),
          line.get("category"),
          optional(line, "condition"),
          Double.parseDouble(line.get("lat")),
          Double.parseDouble(line.get("lng")),
          optional(line, "address"),
          line.get("description"),
          optional(line, "closedAt") == null ? null : instant(optional(line, "closedAt"), zone),
          optional(line, "duplicateOf"));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Refusal(
          Refusal.Kind.MALFORMED,
          "Line %d of the file of reports is not readable: %s".formatted(number, e.getMessage()));
    }
  }

  private static Instant instant(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static String optional(CSVRecord line, String column) {
    String text = line.isMapped(column) && line.isSet(column) ? line.get(column) : null;
    return text == null || text.isBlank() ? null : text;
  }
}
