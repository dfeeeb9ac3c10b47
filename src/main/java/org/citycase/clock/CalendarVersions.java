package org.citycase.clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.citycase.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published calendars (table cc_calendar_version), appended and never changed. */
@Component
class CalendarVersions {

  /** The city's own calendar is version 1 and is not stored here. */
  static final int OF_THE_CITY = 1;

  /** One publication. */
  record Published(
      int id, String version, Instant at, String by, String comment, CalendarContent content) {}

  private final JdbcClient database;
  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  CalendarVersions(JdbcClient database) {
    this.database = database;
  }

  /** Refuses the publication whose number somebody else took just now. */
  void append(Published published) {
    try {
      database
          .sql(
              "INSERT INTO cc_calendar_version"
                  + " (id, version, published_at, published_by, remark, content)"
                  + " VALUES (?, ?, ?, ?, ?, ?)")
          .params(
              published.id(),
              published.version(),
              published.at().toEpochMilli(),
              published.by(),
              published.comment(),
              write(published.content()))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "Somebody else published a calendar at the same moment: preview yours again.");
    }
  }

  /** The number of the newest publication. */
  int newest() {
    return database
        .sql("SELECT COALESCE(MAX(id), " + OF_THE_CITY + ") FROM cc_calendar_version")
        .query(Integer.class)
        .single();
  }

  /** All publications, oldest first. */
  List<Published> all() {
    return database
        .sql(
            "SELECT id, version, published_at, published_by, remark, content"
                + " FROM cc_calendar_version ORDER BY id")
        .query((row, number) -> published(row))
        .list();
  }

  private Published published(ResultSet row) throws SQLException {
    return new Published(
        row.getInt("id"),
        row.getString("version"),
        Instant.ofEpochMilli(row.getLong("published_at")),
        row.getString("published_by"),
        row.getString("remark"),
        read(row.getString("content")));
  }

  private String write(CalendarContent content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("This calendar cannot be written down: " + content, e);
    }
  }

  private CalendarContent read(String content) {
    try {
      return json.readValue(content, CalendarContent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored calendar cannot be read: " + content, e);
    }
  }
}
