package org.citycase.evaluate;

import static org.citycase.Refusal.Kind.MALFORMED;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/**
 * 回访 (T29): what the reporter says of the result. The closed case keeps its state; who is
 * dissatisfied gets a linked new case, or an explanation when the reason is nobody's to mend.
 */
@Component
class CallBack {

  private static final String REDRESS = "redress";

  private final CaseFiles files;

  CallBack(CaseFiles files) {
    this.files = files;
  }

  void callBack(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    boolean dissatisfied = said.outcome().equals("dissatisfied");
    String redress = dissatisfied ? redress(said.text("objective")) : "none";
    file.rated(said.outcome());
    files.note(
        file,
        Act.of(said.person(), "callBack")
            .because(said.reason())
            .with("satisfaction", said.outcome())
            .with("objective", dissatisfied ? redress.equals("explain") : null)
            .with(REDRESS, redress));
    said.answer(REDRESS, redress);
  }

  private static String redress(String objective) {
    return switch (objective == null ? "" : objective) {
      case "true" -> "explain";
      case "false" -> "newCase";
      default ->
          throw Refusal.ofField(
              MALFORMED,
              "objective",
              "Say in objective whether the reason lies outside the unit's power: true or false.");
    };
  }
}
