package org.citycase.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelException;
import org.citycase.Refusal;

/** The diagrams as the folder of their owners holds them, looked at without an engine. */
public final class OwnersDiagrams {

  private static final String FORM = "embedded:/forms/";

  private OwnersDiagrams() {}

  /**
   * Reads all diagrams against the schema of BPMN, looks for the form of each task, and tells how
   * many diagrams there are.
   *
   * @throws Refusal of the first diagram or form that is not as it should be
   */
  public static int check(Path processes, Path forms) throws IOException {
    List<Path> diagrams;
    try (Stream<Path> files = Files.list(processes)) {
      diagrams = files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
    for (Path diagram : diagrams) {
      read(diagram).getModelElementsByType(UserTask.class).stream()
          .forEach(task -> form(task, diagram, forms));
    }
    return diagrams.size();
  }

  private static BpmnModelInstance read(Path diagram) {
    try {
      return Bpmn.readModelFromFile(diagram.toFile());
    } catch (ModelException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw refused(diagram, "is no BPMN 2.0: " + cause.getMessage() + " Open it in the Modeler.");
    }
  }

  private static void form(UserTask task, Path diagram, Path forms) {
    String key = task.getCamundaFormKey();
    if (key != null
        && key.startsWith(FORM)
        && !Files.isRegularFile(forms.resolve(key.substring(FORM.length())))) {
      throw refused(
          diagram,
          "names the form %s at %s: put it into %s, or name another."
              .formatted(key.substring(FORM.length()), task.getId(), forms));
    }
  }

  private static Refusal refused(Path diagram, String what) {
    return new Refusal(Refusal.Kind.AGAINST_RULES, diagram.getFileName() + " " + what);
  }
}
