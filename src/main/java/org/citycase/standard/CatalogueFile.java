package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citycase.standard.Sheet.Line;

/**
 * Reads {@code catalogue.csv}: one filing condition a line, with its category. The built-in one
 * holds the national list; a city folder may bring one of its own with local minors.
 */
final class CatalogueFile {

  static final String NAME = "catalogue.csv";

  private static final List<String> COLUMNS =
      List.of(
          "condition_id",
          "kind",
          "major_code",
          "major_name_zh",
          "major_name_en",
          "minor_code",
          "minor_name_zh",
          "minor_name_en",
          "filing_condition_zh",
          "filing_condition_en",
          "closing_condition_zh",
          "closing_condition_en",
          "unit_type_zh",
          "unit_type_en",
          "source",
          "severity",
          "code_basis",
          "legacy_code",
          "valid_from",
          "valid_to");
  private static final Set<String> SEVERITIES = Set.of("urgent", "major", "normal", "minor");

  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final Keys conditions = new Keys("Condition");

  private final Set<String> taken;

  private CatalogueFile(Set<String> taken) {
    this.taken = taken;
  }

  /**
   * @param taken codes of categories that exist already and may not be described again
   */
  static CatalogueData read(InputStream in, Set<String> taken) throws IOException {
    CatalogueFile file = new CatalogueFile(taken);
    List<Condition> conditions = Sheet.read(NAME, in, COLUMNS).each(file::condition);
    return new CatalogueData(List.copyOf(file.categories.values()), conditions);
  }

  private Condition condition(Line line) {
    Category category = category(line);
    String id = line.required("condition_id", 12);
    if (!id.matches(category.code() + "-[1-9]\\d{0,3}")) {
      throw Findings.wrong(
          "Condition %s must be the category with a number, e.g. %s-1."
              .formatted(id, category.code()));
    }
    conditions.once(id + " from " + category.validFrom(), line.number());
    return new Condition(
        id,
        category.code(),
        line.required("filing_condition_zh", 500),
        line.required("filing_condition_en", 500),
        line.required("closing_condition_zh", 500),
        line.required("closing_condition_en", 500),
        line.required("unit_type_zh", 100),
        line.required("unit_type_en", 100),
        severity(line),
        line.required("source", 100),
        line.required("code_basis", 100),
        category.validFrom(),
        category.validTo());
  }

  private Category category(Line line) {
    Category.Kind kind = kind(line);
    CategoryCode code =
        new CategoryCode(kind, line.required("major_code", 2), line.required("minor_code", 2));
    if (taken.contains(code.toString())) {
      throw Findings.wrong(
          "Category %s is in the national catalogue. Number local ones downwards from 99."
              .formatted(code));
    }
    Category category =
        new Category(
            code.toString(),
            kind,
            line.required("major_name_zh", 100),
            line.required("major_name_en", 100),
            line.required("minor_name_zh", 100),
            line.required("minor_name_en", 100),
            legacyCode(line),
            day(line, "valid_from", LocalDate.of(2013, 1, 1)),
            day(line, "valid_to", null));
    if (category.validTo() != null && category.validTo().isBefore(category.validFrom())) {
      throw Findings.wrong("Category %s ends before it begins.".formatted(code));
    }
    Category before = categories.putIfAbsent(category.code() + category.validFrom(), category);
    if (before != null && !before.equals(category)) {
      throw Findings.wrong(
          "Category %s is described differently in a line above. Names, legacy code and validity"
                  .formatted(category.code())
              + " must be the same in all its lines.");
    }
    return category;
  }

  private static Category.Kind kind(Line line) {
    String kind = line.required("kind", 16);
    return switch (kind) {
      case "component" -> Category.Kind.COMPONENT;
      case "event" -> Category.Kind.EVENT;
      default -> throw Findings.wrong("Kind " + kind + " is neither component nor event.");
    };
  }

  private static String severity(Line line) {
    String severity = line.required("severity", 16);
    if (!SEVERITIES.contains(severity)) {
      throw Findings.wrong("Severity " + severity + " is none of urgent, major, normal, minor.");
    }
    return severity;
  }

  private static String legacyCode(Line line) {
    String code = line.optional("legacy_code");
    if (code != null && !code.matches("\\d{4}")) {
      throw Findings.wrong("Legacy code " + code + " has not the four digits of CJ/T 214.");
    }
    return code;
  }

  private static LocalDate day(Line line, String column, LocalDate otherwise) {
    return line.optional(column) == null ? otherwise : Days.read(line, column);
  }
}
