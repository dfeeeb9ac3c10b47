package org.citycase.rules;

import java.nio.file.Path;
import org.citycase.Refusal;

/** The tables as the folder of their owners holds them, looked at without a service. */
public final class OwnersTables {

  private OwnersTables() {}

  /**
   * Checks and compiles all tables, with the city's rows on top, and tells how many there are. Only
   * whether the units and people they name exist is not known without a database.
   *
   * @throws Refusal of the first table with faults, with all of its faults
   */
  public static int check(Path rules) {
    TableFolder folder = new TableFolder(rules, KnownWords.any());
    for (String table : TableFolder.names()) {
      new CompiledTable(folder.withCity(table, folder.national(table)));
    }
    return TableFolder.names().size();
  }
}
