package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepLabelTest {

  @Test
  void aLabelIsToldInTheLanguageOfThePage() {
    assertThat(new StepLabel(false).of("立案 File case")).isEqualTo("立案");
    assertThat(new StepLabel(true).of("立案 File case · 路灯 · 1101012026031200001"))
        .isEqualTo("File case");
    assertThat(new StepLabel(false).of("4 任务处理 Handle")).isEqualTo("4 任务处理");
    assertThat(new StepLabel(true).of("4 任务处理 Handle")).isEqualTo("4 Handle");
  }

  @Test
  void whatIsNotMadeOfBothIsToldWhole() {
    assertThat(new StepLabel(true).of("审批 审核")).isEqualTo("审批 审核");
    assertThat(new StepLabel(false).of("user_fileCase")).isEqualTo("user_fileCase");
    assertThat(new StepLabel(false).of(null)).isEmpty();
  }
}
