package org.citycase.standard;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps a list of words in one column, separated by blanks. */
@Converter
class Words implements AttributeConverter<List<String>, String> {

  @Override
  public String convertToDatabaseColumn(List<String> words) {
    return words == null ? null : String.join(" ", words);
  }

  @Override
  public List<String> convertToEntityAttribute(String column) {
    return split(column);
  }

  static List<String> split(String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
  }
}
