package org.citycase.register;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Filing;
import org.citycase.casefile.FilingStandard;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.process.Completion;
import org.citycase.rules.Decision;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Condition;
import org.springframework.stereotype.Component;

/** 立案: under which condition a report becomes a case, by rule or by the duty leader (T08–T10). */
@Component
class Registration {

  private static final String FILE = "fileCase";
  private static final String ASK = "ask";

  private final CaseFiles files;
  private final FilingStandard standard;
  private final Attachments attachments;
  private final Duplicates duplicates;
  private final Catalogue catalogue;

  Registration(
      CaseFiles files,
      FilingStandard standard,
      Attachments attachments,
      Duplicates duplicates,
      Catalogue catalogue) {
    this.files = files;
    this.standard = standard;
    this.attachments = attachments;
    this.duplicates = duplicates;
    this.catalogue = catalogue;
  }

  /** Files by rule where the standard says automatic; tells what it says. */
  String fileByRule(String number) {
    CaseFile file = files.get(number);
    if (file.cameFrom(CaseState.TO_DISPATCH) || file.cameFrom(CaseState.RETURN_REVIEW)) {
      return ASK;
    }
    boolean photo = attachments.has(number, "before");
    Decision<Filing> decision =
        standard.ask(file, file.condition(), photo, duplicates.mustAsk(file));
    String answer = decision.answer().decision();
    file.judgedForFiling(answer);
    if (answer.equals("automatic")) {
      file(file, decision.answer().condition(), decision, Act.of(Act.RULE, FILE));
    }
    return answer;
  }

  void file(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act = Act.of(said.person(), FILE).because(said.reason());
    switch (said.outcome()) {
      case "filed" -> fileByHand(file, said.text("condition"), act);
      case "notFiled" -> files.move(file, CaseState.NOT_FILED, act);
      case "sentBack" -> files.move(file, CaseState.REPORTED, act);
      case "merged" -> duplicates.merge(file, said.text("mergedInto"), act);
      default -> files.note(file, act.with("outcome", said.outcome()));
    }
  }

  private void fileByHand(CaseFile file, String chosen, Act act) {
    String condition = chosen == null ? file.condition() : chosen;
    if (condition == null) {
      throw Refusal.ofField(
          MALFORMED,
          "condition",
          "Choose the filing condition of %s that is met: the report claims none."
              .formatted(file.category()));
    }
    belongs(condition, file);
    Decision<Filing> decision =
        standard.ask(
            file, condition, attachments.has(file.number(), "before"), duplicates.mustAsk(file));
    if (decision.answer().decision().equals("none")) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "condition",
          "The filing standard says that %s is not met (measured %s): choose another condition or"
                  .formatted(condition, file.reported().measure())
              + " do not file.");
    }
    file(file, condition, decision, act);
  }

  private void belongs(String condition, CaseFile file) {
    String category = catalogue.condition(condition).map(Condition::category).orElse(null);
    if (!file.category().equals(category)) {
      throw Refusal.ofField(
          MALFORMED,
          "condition",
          "Condition '%s' does not belong to category %s.".formatted(condition, file.category()));
    }
  }

  private void file(CaseFile file, String condition, Decision<Filing> decision, Act act) {
    Filing filing = decision.answer();
    if (filing.limitValue() < 1) {
      throw new Refusal(
          AGAINST_RULES,
          "Row '%s' of %s gives %s no time limit: the process owner has to mend the table."
              .formatted(decision.row(), decision.table(), condition));
    }
    Limit limit = new Limit(filing.limitValue(), LimitUnit.of(filing.limitUnit()));
    file.file(condition, limit, decision);
    file.filedBy(act.actor());
    duplicates.markRecurrence(file);
    files.move(
        file,
        CaseState.TO_DISPATCH,
        act.with("condition", condition)
            .with("table", decision.table())
            .with("row", decision.row()));
  }
}
