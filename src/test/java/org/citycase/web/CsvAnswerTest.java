package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvAnswerTest {

  @Test
  void noTextIsEverTakenForAFormulaAndNumbersStayNumbers() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    try (CsvAnswer sheet = new CsvAnswer(response, "a.csv", List.of("理由", "n"))) {
      sheet.line("=HYPERLINK(\"http://x\")", -3);
      sheet.line("@SUM(1)", null);
      sheet.line("灯, \"亮\"", 1);
    }
    assertThat(response.getContentAsString())
        .isEqualTo(
            "\uFEFF理由,n\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-3\r\n'@SUM(1),\r\n"
                + "\"灯, \"\"亮\"\"\",1\r\n");
    assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
  }

  @Test
  void wideSignsAndSignsBehindBlanksAreTextToo() {
    for (String text : List.of("＝1+1", "＋1", "－1", "＠A", "  =1", "\n@A", "\u3000=1", "\tA")) {
      assertThat(CsvAnswer.safe(text)).isEqualTo("'" + text);
    }
    for (String text : List.of("", " ", "A=1", "灯 - 亮", "−3")) {
      assertThat(CsvAnswer.safe(text)).isEqualTo(text);
    }
  }
}
