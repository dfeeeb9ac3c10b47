package org.citycase.standard;

import java.util.List;
import java.util.stream.Stream;

/** Categories and filing conditions of one catalogue file. */
record CatalogueData(List<Category> categories, List<Condition> conditions) {

  static final CatalogueData NONE = new CatalogueData(List.of(), List.of());

  CatalogueData and(CatalogueData other) {
    return new CatalogueData(
        Stream.concat(categories.stream(), other.categories.stream()).toList(),
        Stream.concat(conditions.stream(), other.conditions.stream()).toList());
  }
}
