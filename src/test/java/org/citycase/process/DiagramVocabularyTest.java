package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.jupiter.api.Test;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.LocatorImpl;

/** A city that switched scripts on gets scripts, and nothing else that would run code. */
class DiagramVocabularyTest {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private final DiagramVocabulary without = new DiagramVocabulary(false);
  private final DiagramVocabulary with = new DiagramVocabulary(true);

  /** An element with attributes as name, value pairs; a name with a colon is of Camunda. */
  private static Element element(String uri, String tag, String... attributes) {
    AttributesImpl all = new AttributesImpl();
    for (int i = 0; i < attributes.length; i += 2) {
      boolean camunda = attributes[i].startsWith("camunda:");
      String name = attributes[i].replace("camunda:", "");
      all.addAttribute(
          camunda ? DiagramVocabulary.CAMUNDA : "",
          name,
          attributes[i],
          "CDATA",
          attributes[i + 1]);
    }
    return new Element(uri, tag, tag, all, new LocatorImpl());
  }

  @Test
  void aScriptStandsOnlyInADiagramOfACityThatSwitchedScriptsOn() {
    for (Element script :
        new Element[] {
          element(BPMN, "scriptTask", "id", "x", "scriptFormat", "mvel"),
          element(BPMN, "conditionExpression", "language", "mvel"),
          element(DiagramVocabulary.CAMUNDA, "script", "scriptFormat", "mvel")
        }) {
      assertThatCode(() -> with.check(script, "x")).doesNotThrowAnyException();
      assertThatThrownBy(() -> without.check(script, "x"))
          .isInstanceOf(BadUserRequestException.class)
          .hasMessageContaining("'x'");
    }
  }

  @Test
  void theSwitchLetsInNothingButScripts() {
    for (Element other :
        new Element[] {
          element(BPMN, "serviceTask", "camunda:class", "x"),
          element(BPMN, "serviceTask", "camunda:expression", "${x.y()}"),
          element(BPMN, "callActivity", "calledElement", "x"),
          element(BPMN, "conditionExpression", "camunda:resource", "deployment://x"),
          element(DiagramVocabulary.CAMUNDA, "script", "resource", "classpath://x"),
          element(DiagramVocabulary.CAMUNDA, "taskListener", "class", "x"),
          element(DiagramVocabulary.CAMUNDA, "connector"),
          element(DiagramVocabulary.CAMUNDA, "inputOutput")
        }) {
      assertThatThrownBy(() -> with.check(other, "x"))
          .isInstanceOf(BadUserRequestException.class)
          .hasMessageContaining("'x'");
    }
  }
}
