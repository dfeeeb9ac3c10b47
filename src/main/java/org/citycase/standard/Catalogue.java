package org.citycase.standard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The catalogue in force: categories with their validity and filing conditions, after GB/T
 * 30428.2-2013 with local minors. Answers from memory.
 */
@Service
public class Catalogue {

  private static final int VERSION_DIGITS = 8;

  private final Map<String, List<Category>> categories;
  private final Map<String, Condition> conditions;
  private final Map<String, List<Condition>> conditionsOf;
  private final Map<String, String> unitTypes;
  private final String version;

  @Autowired
  Catalogue(BaseData base) {
    this(
        new CatalogueData(
            base.all("CategoryRow", Category.class), base.all("ConditionRow", Condition.class)));
  }

  Catalogue(CatalogueData data) {
    List<Condition> ordered =
        data.conditions().stream()
            .sorted(
                Comparator.comparing(Condition::category)
                    .thenComparingInt(Catalogue::number)
                    .thenComparing(Condition::validFrom))
            .toList();
    categories = data.categories().stream().collect(Collectors.groupingBy(Category::code));
    conditions =
        ordered.stream()
            .collect(Collectors.toMap(Condition::id, Function.identity(), (older, newer) -> newer));
    conditionsOf =
        conditions.values().stream()
            .sorted(Comparator.comparingInt(Catalogue::number))
            .collect(Collectors.groupingBy(Condition::category));
    unitTypes = unitTypesOf(conditions);
    version = "GB/T 30428.2-2013+" + digest(data);
  }

  /** The category of that code that is valid on that day in the city. */
  public Optional<Category> category(String code, LocalDate on) {
    return categories.getOrDefault(code, List.of()).stream()
        .filter(category -> category.validOn(on))
        .findFirst();
  }

  /** The category of that code in its latest period. */
  public Optional<Category> category(String code) {
    return categories.getOrDefault(code, List.of()).stream()
        .max(Comparator.comparing(Category::validFrom));
  }

  /** The filing condition in its latest wording. */
  public Optional<Condition> condition(String id) {
    return Optional.ofNullable(conditions.get(id));
  }

  /** The filing conditions of a category, in their order; empty for an unknown category. */
  public List<Condition> conditionsOf(String category) {
    return conditionsOf.getOrDefault(category, List.of());
  }

  /**
   * The category that took the place of an old class code ({@code 05-01} or {@code 0501} of CJ/T
   * 214). Empty when there is none, or when the old class was split and a person must choose.
   */
  public Optional<Category> byLegacyCode(Category.Kind kind, String cjt214Code) {
    String digits = cjt214Code == null ? "" : cjt214Code.replace("-", "");
    List<Category> successors =
        all().stream()
            .filter(category -> category.kind() == kind && digits.equals(category.legacyCode()))
            .toList();
    return successors.size() == 1 ? Optional.of(successors.get(0)) : Optional.empty();
  }

  /** All categories, by code, in their latest period. */
  public List<Category> all() {
    return categories.values().stream()
        .map(periods -> periods.stream().max(Comparator.comparing(Category::validFrom)).get())
        .sorted(Comparator.comparing(Category::code))
        .toList();
  }

  /** English names of all responsible-unit types. */
  public Set<String> unitTypes() {
    return unitTypes.keySet();
  }

  /** The Chinese name of a responsible-unit type. */
  public Optional<String> unitTypeZh(String unitType) {
    return Optional.ofNullable(unitTypes.get(unitType));
  }

  /** The codes of all categories, also of those no longer valid. */
  public Set<String> codes() {
    return categories.keySet();
  }

  /** The ids of all filing conditions. */
  public Set<String> conditionIds() {
    return conditions.keySet();
  }

  private static Map<String, String> unitTypesOf(Map<String, Condition> conditions) {
    return conditions.values().stream()
        .collect(
            Collectors.toMap(
                Condition::unitType, Condition::unitTypeZh, (one, same) -> one, TreeMap::new));
  }

  /** Names the standard and, by a digest, exactly these rows. At most 40 characters. */
  public String version() {
    return version;
  }

  private static int number(Condition condition) {
    return Integer.parseInt(condition.id().substring(condition.id().lastIndexOf('-') + 1));
  }

  private static String digest(CatalogueData data) {
    String rows =
        Stream.concat(data.categories().stream(), data.conditions().stream())
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(rows.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
