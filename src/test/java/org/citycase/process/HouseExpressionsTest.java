package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What an expression reaches when it came past every check: of an older diagram, of a filter. */
class HouseExpressionsTest {

  private static final JavaDelegate DELEGATE = execution -> {};

  private final HouseExpressions expressions =
      new HouseExpressions(
          new StaticListableBeanFactory(
              Map.of(
                  "fileCaseDelegate",
                  DELEGATE,
                  "systemEnvironment",
                  System.getenv(),
                  "dataSource",
                  new Object())));

  @BeforeEach
  void anEngineAround() {
    var engine = new StandaloneInMemProcessEngineConfiguration();
    engine.setDelegateInterceptor(DelegateInvocation::proceed);
    Context.setProcessEngineConfiguration(engine);
  }

  @AfterEach
  void noEngine() {
    Context.removeProcessEngineConfiguration();
  }

  private Object value(String expression) {
    return expressions
        .createExpression(expression)
        .getValue(StartProcessVariableScope.getSharedInstance());
  }

  @Test
  void aDelegateOfTheHouseIsFound() {
    assertThat(value("${fileCaseDelegate}")).isSameAs(DELEGATE);
    assertThat(value("unit-${'A'}")).isEqualTo("unit-A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${dataSource}",
        "${systemEnvironment}",
        "${systemEnvironment['PATH']}",
        "${''.getClass()}",
        "${''.class}",
        "${'x'.length()}",
        "${fileCaseDelegate.getClass().forName('java.lang.Runtime')}",
        "${fileCaseDelegate.class.classLoader}",
        "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null)}",
        "#{dataSource}"
      })
  void nothingElseIs(String expression) {
    assertThatThrownBy(() -> value(expression))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageNotContaining("getProcessEngineConfiguration");
  }

  @Test
  void thereIsNoScriptLanguage() {
    NoScripts none = new NoScripts();
    assertThat(none.getScriptEngineManager().getEngineFactories()).isEmpty();
    assertThat(none.getScriptEngine("mvel", false)).isNull();
  }
}
