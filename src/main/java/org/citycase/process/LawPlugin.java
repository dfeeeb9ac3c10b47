package org.citycase.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Puts the law of the house around whatever the engine reads: a diagram is checked whole before
 * anything in it takes effect, an expression reaches nothing but the house's own delegates, and
 * there is no script language unless {@code citycase.scripts} switches scripts on.
 */
@Component
class LawPlugin extends AbstractProcessEnginePlugin {

  private final DiagramLaw law;
  private final BeanFactory house;
  private final boolean scripts;

  LawPlugin(
      DiagramLaw law, BeanFactory house, @Value("${citycase.scripts:false}") boolean scripts) {
    this.law = law;
    this.house = house;
    this.scripts = scripts;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setBpmnParseFactory(parser -> new LawfulParse(parser, law));
    engine.setExpressionManager(new HouseExpressions(house));
    engine.setResourceAuthorizationProvider(new OwnRights());
    if (!scripts) {
      engine.setScriptEngineResolver(new NoScripts());
    }
  }
}
