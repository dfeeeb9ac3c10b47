package org.citycase.process;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/**
 * Reads a diagram under the law: the engine makes objects of what it reads as it goes, so the whole
 * file is checked before it begins.
 */
class LawfulParse extends BpmnParse {

  private final DiagramLaw law;

  LawfulParse(BpmnParser parser, DiagramLaw law) {
    super(parser);
    this.law = law;
  }

  @Override
  protected void parseRootElement() {
    law.check(rootElement);
    super.parseRootElement();
  }
}
