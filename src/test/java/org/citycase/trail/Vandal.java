package org.citycase.trail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.citycase.trail.Mutation.StoredRow;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes any row of any table of evidence, at random but the same for the same seed. */
final class Vandal {

  private final JdbcTemplate jdbc;
  private final Random random;
  private final List<EvidentTable> tables = EvidentTable.all();

  Vandal(JdbcTemplate jdbc, long seed) {
    this.jdbc = jdbc;
    this.random = new Random(seed);
  }

  /** Does something; tries again when the database would not have it. */
  Mutation strike() {
    while (true) {
      EvidentTable table = tables.get(random.nextInt(tables.size()));
      try {
        Optional<Mutation> done =
            switch (random.nextInt(5)) {
              case 0 -> remove(table);
              case 1 -> add(table);
              case 2 -> swap(table);
              default -> change(table);
            };
        if (done.isPresent()) {
          return done.get();
        }
      } catch (DataIntegrityViolationException | UncategorizedDataAccessException refused) {
        // A key that is taken, a null where none may be, or a text too long: the next one.
      }
    }
  }

  /** Changes every column of some row of every table, one after the other. */
  void eachColumn(Consumer<Mutation> struck) {
    for (EvidentTable table : tables) {
      List<String> columns = new ArrayList<>(any(table).values().keySet());
      columns.removeAll(table.technical());
      columns.forEach(column -> struck.accept(sure(table, column)));
    }
  }

  private Mutation sure(EvidentTable table, String column) {
    while (true) {
      try {
        Optional<Mutation> done = change(any(table), column);
        if (done.isPresent()) {
          return done.get();
        }
      } catch (DataIntegrityViolationException | UncategorizedDataAccessException refused) {
        // As below.
      }
    }
  }

  private Optional<Mutation> change(EvidentTable table) {
    StoredRow row = any(table);
    if (row == null) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>(row.values().keySet());
    columns.removeAll(table.technical());
    return change(row, columns.get(random.nextInt(columns.size())));
  }

  private Optional<Mutation> change(StoredRow row, String column) {
    EvidentTable table = row.table();
    Object old = row.values().get(column);
    Object other = other(column, old);
    Map<String, Object> after = new LinkedHashMap<>(row.values());
    after.put(column, other);
    StoredRow changed = new StoredRow(table, after);
    update(row, changed);
    if (Objects.equals(stored(changed).values().get(column), old)) {
      return Optional.empty();
    }
    return Optional.of(
        new Mutation(
            "change %s.%s of %s from %s to %s"
                .formatted(table.table(), column, row.name(), old, other),
            List.of(List.of(row.name(), changed.name())),
            List.of(() -> update(changed, row))));
  }

  private Optional<Mutation> remove(EvidentTable table) {
    StoredRow row = any(table);
    if (row == null) {
      return Optional.empty();
    }
    delete(row);
    return Optional.of(
        new Mutation(
            "remove from %s %s".formatted(table.table(), row.name()),
            List.of(List.of(row.name())),
            List.of(() -> insert(row))));
  }

  private Optional<Mutation> add(EvidentTable table) {
    StoredRow row = any(table);
    if (row == null) {
      return Optional.empty();
    }
    Map<String, Object> values = new LinkedHashMap<>(row.values());
    for (String key : table.keys()) {
      if (table.keys().size() == 1 || random.nextBoolean()) {
        values.put(key, fresh(values.get(key)));
      }
    }
    StoredRow added = new StoredRow(table, values);
    insert(added);
    return Optional.of(
        new Mutation(
            "add to %s %s".formatted(table.table(), added.name()),
            List.of(List.of(added.name())),
            List.of(() -> delete(added))));
  }

  private Optional<Mutation> swap(EvidentTable table) {
    StoredRow one = any(table);
    StoredRow two = any(table);
    if (one == null || one.values().equals(two.values())) {
      return Optional.empty();
    }
    StoredRow oneAfter = with(one, two);
    StoredRow twoAfter = with(two, one);
    if (oneAfter.values().equals(one.values())) {
      return Optional.empty();
    }
    update(one, oneAfter);
    try {
      update(two, twoAfter);
    } catch (DataIntegrityViolationException refused) {
      update(oneAfter, one);
      throw refused;
    }
    return Optional.of(
        new Mutation(
            "swap in %s %s and %s".formatted(table.table(), one.name(), two.name()),
            List.of(List.of(one.name(), oneAfter.name()), List.of(two.name(), twoAfter.name())),
            List.of(() -> update(oneAfter, one), () -> update(twoAfter, two))));
  }

  /** A row with its key and all that another one says. */
  private static StoredRow with(StoredRow row, StoredRow other) {
    Map<String, Object> values = new LinkedHashMap<>(row.values());
    row.table().others(row.values()).forEach(name -> values.put(name, other.values().get(name)));
    return new StoredRow(row.table(), values);
  }

  private Object other(String column, Object old) {
    if (old != null && random.nextInt(8) == 0) {
      return null;
    }
    if (old instanceof Boolean truth) {
      return !truth;
    }
    if (old instanceof Long || old instanceof Integer) {
      return ((Number) old).longValue()
          + 1
          + random.nextInt(5000) * (random.nextBoolean() ? 1 : -1);
    }
    if (old instanceof BigDecimal number) {
      return number.add(BigDecimal.ONE);
    }
    if (old instanceof Double number) {
      return number + 0.00001;
    }
    if (old instanceof java.sql.Date day) {
      return java.sql.Date.valueOf(day.toLocalDate().plusDays(1));
    }
    if (old == null && column.endsWith("_date")) {
      return java.sql.Date.valueOf("2026-03-20");
    }
    if (old == null) {
      return column.endsWith("_at") || column.endsWith("_since") ? 1_773_000_000_000L : "7";
    }
    return altered(old.toString());
  }

  private String altered(String text) {
    int place = text.isEmpty() ? 0 : random.nextInt(text.length());
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, place) + "x" + text.substring(place);
      case 1 -> text.isEmpty() ? "y" : text.substring(0, place) + text.substring(place + 1);
      default ->
          text.isEmpty()
              ? " "
              : text.substring(0, place)
                  + (char) (text.charAt(place) + 1)
                  + text.substring(place + 1);
    };
  }

  private Object fresh(Object key) {
    return key instanceof Number number
        ? number.longValue() + 1 + random.nextInt(50)
        : Long.toString(Math.abs(random.nextLong()), 36).toLowerCase(Locale.ROOT);
  }

  private StoredRow any(EvidentTable table) {
    List<Map<String, Object>> rows =
        jdbc.queryForList(
            "SELECT * FROM " + table.table() + " ORDER BY " + String.join(", ", table.keys()));
    return rows.isEmpty()
        ? null
        : new StoredRow(table, plain(rows.get(random.nextInt(rows.size()))));
  }

  private StoredRow stored(StoredRow row) {
    List<Object> keys = keys(row);
    return new StoredRow(
        row.table(),
        plain(
            jdbc.queryForMap(
                "SELECT * FROM " + row.table().table() + where(row.table()), keys.toArray())));
  }

  /** Names in small letters and long texts as texts. */
  private static Map<String, Object> plain(Map<String, Object> row) {
    Map<String, Object> plain = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> {
          try {
            plain.put(
                name.toLowerCase(Locale.ROOT),
                value instanceof java.sql.Clob text
                    ? text.getSubString(1, (int) text.length())
                    : value);
          } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    return plain;
  }

  private static String where(EvidentTable table) {
    return " WHERE " + String.join(" = ? AND ", table.keys()) + " = ?";
  }

  private static List<Object> keys(StoredRow row) {
    return row.table().keys().stream().map(row.values()::get).toList();
  }

  private void update(StoredRow before, StoredRow after) {
    List<Object> values = new ArrayList<>(after.values().values());
    values.addAll(keys(before));
    jdbc.update(
        "UPDATE %s SET %s = ?%s"
            .formatted(
                before.table().table(),
                String.join(" = ?, ", after.values().keySet()),
                where(before.table())),
        values.toArray());
  }

  private void insert(StoredRow row) {
    jdbc.update(
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                row.table().table(),
                String.join(", ", row.values().keySet()),
                EvidentTable.marks(row.values().size())),
        row.values().values().toArray());
  }

  private void delete(StoredRow row) {
    jdbc.update("DELETE FROM " + row.table().table() + where(row.table()), keys(row).toArray());
  }
}
