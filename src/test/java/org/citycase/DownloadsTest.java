package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DownloadsTest {

  private static final byte[] TEXT = "案件 case\n".repeat(9000).getBytes(StandardCharsets.UTF_8);

  private final Downloads downloads = new Downloads();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void textAndOtherFilesArriveAsTheyWereWritten() throws IOException {
    for (String type : List.of("text/csv;charset=UTF-8", "application/gzip")) {
      MockHttpServletResponse one = new MockHttpServletResponse();
      downloads.send(one, new Downloads.Label("a.csv", type), out -> out.write(TEXT));
      assertThat(one.getContentAsByteArray()).isEqualTo(TEXT);
      assertThat(one.getContentType()).isEqualTo(type);
      assertThat(one.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"a.csv\"");
    }
  }

  @Test
  void nothingIsSentBeforeTheFileIsWhole() throws IOException {
    downloads.send(
        response,
        new Downloads.Label("a.csv", "text/csv"),
        out -> {
          out.write(TEXT);
          out.flush();
          assertThat(response.getContentAsByteArray()).isEmpty();
        });
    assertThat(response.getContentAsByteArray()).isEqualTo(TEXT);
  }

  @Test
  void aFileThatCannotBeMadeLeavesNeitherAnAnswerNorAFile() {
    List<String> before = left();
    for (int i = 0; i < 25; i++) {
      assertThatThrownBy(
              () ->
                  downloads.send(
                      response,
                      new Downloads.Label("a.csv", "text/csv"),
                      out -> {
                        out.write(TEXT);
                        throw new Refusal(Refusal.Kind.MALFORMED, "No such state.");
                      }))
          .hasMessage("No such state.");
    }
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(response.getHeaderNames()).isEmpty();
    assertThat(left()).isEqualTo(before);
  }

  private static List<String> left() {
    File[] files = Path.of(System.getProperty("java.io.tmpdir")).toFile().listFiles();
    return Arrays.stream(files)
        .map(File::getName)
        .filter(name -> name.endsWith(".download"))
        .sorted()
        .toList();
  }
}
