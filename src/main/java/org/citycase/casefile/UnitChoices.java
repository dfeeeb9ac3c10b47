package org.citycase.casefile;

import java.util.Map;

/**
 * Which unit a case would go to if a table had answered otherwise: the room that dispatches
 * answers. No receipts.
 */
public interface UnitChoices {

  /** Whether the answers of this table lead to a unit. */
  boolean followFrom(String table);

  /**
   * The code of the unit, by the base data of now; null when people have to agree.
   *
   * @param question as the receipt holds it
   */
  String unit(
      CaseFile file, String table, Map<String, Object> question, Map<String, Object> answer);
}
