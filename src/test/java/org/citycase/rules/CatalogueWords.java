package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The conditions, categories and unit types of the catalogue, and two districts. */
final class CatalogueWords implements KnownWords {

  private static final int CONDITION = 0;
  private static final int NAME_ZH = 6;
  private static final int UNIT_TYPE = 13;

  private final Map<String, String> categories = new TreeMap<>();
  private final Map<String, Bilingual> names = new TreeMap<>();
  private final Map<String, Bilingual> unitTypes = new TreeMap<>();

  CatalogueWords() {
    Sheet sheet = Sheet.of("catalogue.csv", bytes());
    for (List<String> line : sheet.rows().subList(1, sheet.rows().size())) {
      String condition = line.get(CONDITION);
      String category = KnownWords.any().categoryOf(condition);
      categories.put(condition, category);
      names.put(category, new Bilingual(line.get(NAME_ZH), line.get(NAME_ZH + 1)));
      unitTypes.put(
          line.get(UNIT_TYPE), new Bilingual(line.get(UNIT_TYPE - 1), line.get(UNIT_TYPE)));
    }
  }

  @Override
  public boolean knows(Known.Word word, String value) {
    return all(word).contains(value);
  }

  @Override
  public Collection<String> all(Known.Word word) {
    return switch (word) {
      case CATEGORY -> Set.copyOf(categories.values());
      case CONDITION -> categories.keySet();
      case UNIT_TYPE -> unitTypes.keySet();
      case UNIT -> List.of("LAMP-CO");
      case DISTRICT -> List.of("110101", "110102");
    };
  }

  @Override
  public String categoryOf(String condition) {
    return categories.getOrDefault(condition, "");
  }

  @Override
  public Optional<Bilingual> name(Known.Word word, String value) {
    return switch (word) {
      case CATEGORY -> Optional.ofNullable(names.get(value));
      case CONDITION -> Optional.empty();
      case UNIT_TYPE -> Optional.ofNullable(unitTypes.get(value));
      case UNIT -> Optional.of(new Bilingual("路灯公司", "Lamp Co."));
      case DISTRICT -> Optional.of(new Bilingual("甲示范区", "District A"));
    };
  }

  private static byte[] bytes() {
    try {
      return Files.readAllBytes(Path.of("src/main/resources/standard/catalogue.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
