package org.citycase.preflight;

import java.io.IOException;
import java.util.stream.Collectors;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.citycase.process.OwnersDiagrams;
import org.citycase.rules.OwnersTables;

/** Whether the owners' folders hold tables that compile and diagrams with their forms. */
final class ContentCheck {

  private ContentCheck() {}

  static void of(ContentFolder content, Findings findings) {
    try {
      int tables = OwnersTables.check(content.rules());
      findings.ok("tables", tables + " tables in " + content.rules());
    } catch (Refusal refused) {
      findings.fail("tables", "决策表有误。", faults(refused));
    }
    try {
      int diagrams = OwnersDiagrams.check(content.processes(), content.editedForms());
      findings.ok("diagrams", diagrams + " diagrams in " + content.processes());
    } catch (Refusal refused) {
      findings.fail("diagrams", "流程图有误。", refused.getMessage());
    } catch (IOException e) {
      findings.fail("diagrams", "流程图读不出来。", "The diagrams cannot be read: " + e.getMessage());
    }
  }

  private static String faults(Refusal refused) {
    String each =
        refused.errors().stream()
            .map(
                fault ->
                    "row %s column %s: %s".formatted(fault.row(), fault.column(), fault.message()))
            .collect(Collectors.joining("; "));
    return each.isEmpty() ? refused.getMessage() : refused.getMessage() + " " + each;
  }
}
