package org.citycase.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citycase.rules.Bilingual;
import org.citycase.rules.TableDesk;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Category;
import org.citycase.standard.People;
import org.citycase.standard.Person;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What people, units, categories and tables are called, for the pages of the trace. */
@Component
class AuditNames {

  private final People people;
  private final Units units;
  private final Catalogue catalogue;
  private final TableDesk tables;

  AuditNames(People people, Units units, Catalogue catalogue, TableDesk tables) {
    this.people = people;
    this.units = units;
    this.catalogue = catalogue;
    this.tables = tables;
  }

  /** A table as a form offers it. */
  record Table(String name, Bilingual title) {}

  /** The name of a person of the city. */
  Optional<String> of(String user) {
    return people.find(user).map(Person::name);
  }

  /** What a unit is called in the language of the request; its code when it is none. */
  String unit(String code) {
    return units.find(code).map(AuditNames::name).orElse(code);
  }

  void into(Model model) {
    List<Table> named =
        tables.names().stream().sorted().map(name -> new Table(name, tables.title(name))).toList();
    model.addAttribute("people", people.all());
    model.addAttribute("units", units.all());
    model.addAttribute("unitNames", names(units));
    model.addAttribute("tables", named);
    model.addAttribute(
        "titles",
        named.stream().collect(Collectors.toMap(Table::name, table -> in(table.title()))));
    model.addAttribute("categories", categories());
    model.addAttribute(
        "categoryNames",
        categories().stream()
            .collect(Collectors.toMap(Category::code, AuditNames::name, (one, same) -> one)));
  }

  private List<Category> categories() {
    return catalogue.all().stream().sorted(Comparator.comparing(Category::code)).toList();
  }

  private static Map<String, String> names(Units units) {
    return units.all().stream().collect(Collectors.toMap(Unit::code, AuditNames::name));
  }

  private static String name(Unit unit) {
    return unit.name(isEnglish());
  }

  private static String name(Category category) {
    return isEnglish() ? category.nameEn() : category.nameZh();
  }

  /** In the language of the request. */
  static String in(Bilingual words) {
    return isEnglish() ? words.en() : words.zh();
  }

  static boolean isEnglish() {
    return LocaleContextHolder.getLocale().getLanguage().equals("en");
  }
}
