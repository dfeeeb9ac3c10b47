package org.citycase.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.rules.DecisionTables;
import org.citycase.standard.Districts;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * "Ask a table" of the modeler: asks the table named in the field with the facts of the case, and
 * puts the first word of its answer (the decision) into the variable named in the field. A
 * prototype, because the engine writes the fields into the bean.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class AskTableDelegate implements JavaDelegate {

  private final DecisionTables tables;
  private final CaseFiles files;
  private final Attachments attachments;
  private final Districts districts;

  private Expression table;
  private Expression answer;

  AskTableDelegate(
      DecisionTables tables, CaseFiles files, Attachments attachments, Districts districts) {
    this.tables = tables;
    this.files = files;
    this.attachments = attachments;
    this.districts = districts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.get(execution.getProcessBusinessKey());
    String asked = table.getValue(execution).toString();
    Map<String, Object> answered = tables.askWith(file.number(), asked, facts(file));
    Object decision = answered.values().iterator().next();
    execution.setVariable(answer.getValue(execution).toString(), String.valueOf(decision));
  }

  private Map<String, Object> facts(CaseFile file) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("category", file.category());
    facts.put("condition", file.condition() == null ? "" : file.condition());
    facts.put("channel", file.reported().channel().code());
    facts.put("district", file.place().district());
    facts.put("maturity", districts.maturityAt(file.place().grid()));
    facts.put("measured", file.reported().measure() != null);
    facts.put("measure", file.reported().measure() == null ? 0 : file.reported().measure());
    facts.put("photo", attachments.has(file.number(), "before"));
    facts.put("duplicate", false);
    facts.put("gone", "gone".equals(file.verification()));
    facts.put("checkResult", file.checkResult());
    facts.put("reworkCount", file.reworkCount());
    return facts;
  }
}
