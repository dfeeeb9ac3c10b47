package org.citycase.release;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.citycase.Refusal;
import org.citycase.rules.TableDesk;
import org.citycase.rules.TableView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers a table in the form that was asked for: CSV, a workbook, or JSON for the page. */
@Component
class TableFiles {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final MediaType WORKBOOK =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** The forms a table is answered in. */
  enum Format {
    JSON,
    CSV,
    XLSX;

    static Format of(Optional<String> named, String accept) {
      if (named.isPresent()) {
        try {
          return valueOf(named.get().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
          throw Refusal.ofField(
              Refusal.Kind.MALFORMED, "format", "The formats are json, csv and xlsx.");
        }
      }
      if (accept.contains("spreadsheetml")) {
        return XLSX;
      }
      return accept.contains("text/csv") ? CSV : JSON;
    }
  }

  private final TableDesk desk;

  TableFiles(TableDesk desk) {
    this.desk = desk;
  }

  /**
   * @param version the one a person who changes the file starts from
   */
  ResponseEntity<?> answer(
      Format format, String table, String version, String text, Supplier<TableView> view) {
    if (format == Format.JSON) {
      return ResponseEntity.ok().eTag(version).body(view.get());
    }
    boolean workbook = format == Format.XLSX;
    byte[] file = workbook ? desk.workbook(table, version, text) : desk.csv(version, text);
    return ResponseEntity.ok()
        .eTag(version)
        .contentType(workbook ? WORKBOOK : CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(table + (workbook ? ".xlsx" : ".drl.csv"))
                .build()
                .toString())
        .body(file);
  }
}
