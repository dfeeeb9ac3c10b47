package org.citycase.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.citycase.casefile.CaseRow;
import org.citycase.clock.CityClock;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Category;
import org.citycase.standard.Districts;
import org.citycase.standard.Units;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The cells of a case in a list, in the reader's language: the page, CSV and workbook show the same
 * columns in the same order with the same texts.
 */
@Component
class CaseCells {

  static final List<String> COLUMNS =
      List.of(
          "number",
          "state",
          "light",
          "remaining",
          "dueAt",
          "category",
          "description",
          "address",
          "district",
          "unit",
          "flags",
          "channel",
          "reportedAt");

  private final Catalogue catalogue;
  private final Districts districts;
  private final Units units;
  private final CityClock clock;
  private final MessageSource messages;

  CaseCells(
      Catalogue catalogue,
      Districts districts,
      Units units,
      CityClock clock,
      MessageSource messages) {
    this.catalogue = catalogue;
    this.districts = districts;
    this.units = units;
    this.clock = clock;
    this.messages = messages;
  }

  /** The heads of the columns, by column. */
  Map<String, String> heads(Locale locale) {
    Map<String, String> heads = new LinkedHashMap<>();
    COLUMNS.forEach(column -> heads.put(column, word("column." + column, locale)));
    return heads;
  }

  /** The texts of one case, by column; empty where there is nothing. */
  Map<String, String> of(CaseRow row, Locale locale) {
    Speech speech = Speech.in(locale, clock.getZone());
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("number", row.number());
    cells.put("state", word("state." + row.state(), locale));
    cells.put("light", word("light." + row.light(), locale));
    cells.put("remaining", remaining(row, speech));
    cells.put("dueAt", speech.at(row.dueAt()));
    cells.put("category", category(row.category(), locale));
    cells.put("description", text(row.description()));
    cells.put("address", text(row.address()));
    cells.put("district", district(row.district(), locale));
    cells.put("unit", unit(row.unit(), locale));
    cells.put(
        "flags",
        row.flags().stream()
            .map(flag -> word("flag." + flag, locale))
            .collect(Collectors.joining(" · ")));
    cells.put("channel", word("channel." + row.channel(), locale));
    cells.put("reportedAt", speech.at(row.reportedAt()));
    return cells;
  }

  /** A word of this page in the reader's language. */
  String word(String key, Locale locale) {
    return messages.getMessage("cases." + key, null, key, locale);
  }

  String category(String code, Locale locale) {
    return catalogue.category(code).map(one -> name(one, locale)).orElse(code);
  }

  private static String name(Category category, Locale locale) {
    return category.code() + " " + (isEnglish(locale) ? category.nameEn() : category.nameZh());
  }

  String district(String code, Locale locale) {
    return districts.find(code).map(one -> one.name(isEnglish(locale))).orElse(text(code));
  }

  String unit(String code, Locale locale) {
    return code == null
        ? ""
        : units.find(code).map(one -> one.name(isEnglish(locale))).orElse(code);
  }

  /** On the limit's own clock, as the page of the case tells it. */
  private String remaining(CaseRow row, Speech speech) {
    Long seconds = row.remainingSeconds();
    return seconds == null ? "" : (seconds < 0 ? "−" : "") + speech.working(seconds);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  private static boolean isEnglish(Locale locale) {
    return locale.getLanguage().equals("en");
  }
}
