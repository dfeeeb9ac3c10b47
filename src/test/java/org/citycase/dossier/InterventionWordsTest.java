package org.citycase.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.citycase.rules.Bilingual;
import org.junit.jupiter.api.Test;

class InterventionWordsTest {

  private final InterventionWords words = new InterventionWords(null);
  private final Map<String, Bilingual> elements =
      Map.of("user_fileCase", ElementNames.parted("立案\nFile case"));

  @Test
  void anInstructionNamesItsElementAlsoWhenItWasGivenForAnInstanceOfIt() {
    assertThat(words.instruction("cancel user_fileCase", elements).zh()).isEqualTo("取消“立案”");
    assertThat(words.instruction("cancel user_fileCase:4711", elements).en())
        .isEqualTo("cancelled “File case”");
    assertThat(words.instruction("startTransition flow_x", elements).en())
        .isEqualTo("started along “flow_x”");
  }

  @Test
  void aVersionOfADiagramIsToldByItsNameAndNumber() {
    assertThat(words.value("processDefinitionId", "cityCase:2:4711").zh()).isEqualTo("案件流程第 2 版");
  }

  @Test
  void aTimerThatWaitsForNothingIsDueNever() {
    assertThat(words.value("duedate", "10413705600000").en()).isEqualTo("never");
    assertThat(words.value("duedate", "2299-12-31T08:00+08:00").zh()).isEqualTo("暂不触发");
  }

  @Test
  void nobodyAndNothingAreWords() {
    assertThat(words.value("assignee", null).zh()).isEqualTo("无人");
    assertThat(words.value("priority", null).en()).isEqualTo("nothing");
    assertThat(words.value("async", "true").zh()).isEqualTo("是");
  }
}
