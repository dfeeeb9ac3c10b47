package org.citycase.notice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * "Send a notice" of the modeler: issues the document named in one field to whom the other names. A
 * prototype, because the engine writes the field into the bean.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class NoticeDelegate implements JavaDelegate {

  private final CaseNotices notices;

  /** Injected by the engine from the element's field {@code document}. */
  private Expression document;

  /** Injected likewise: {@code unit} or {@code reporter}. */
  private Expression to;

  NoticeDelegate(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String name = document.getValue(execution).toString();
    String recipient = to.getValue(execution).toString();
    if (recipient.equals("unit")) {
      notices.toUnit(execution.getProcessBusinessKey(), name);
    } else {
      notices.toReporters(execution.getProcessBusinessKey(), name);
    }
  }
}
