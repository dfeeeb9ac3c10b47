package org.citycase.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citycase.Refusal;
import org.citycase.notice.Documents.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

  @TempDir private Path content;

  @Test
  void aFactIsTextAndMarkupIsMarkup() throws IOException {
    write("<p title=\"$text\">$text $more</p>");
    assertThat(
            documents()
                .page(
                    "page",
                    Map.of("text", "<b>\"a\" & $b #if\u0000</b>", "more", new Markup("<i>c</i>"))))
        .isEqualTo(
            "<p title=\"&lt;b&gt;&quot;a&quot; &amp; $b #if&lt;/b&gt;\">"
                + "&lt;b&gt;&quot;a&quot; &amp; $b #if&lt;/b&gt; <i>c</i></p>\n");
  }

  @Test
  void aBrokenTemplateIsRefusedWithItsFileAndLine() throws IOException {
    write("<p>\n#if($text)\n</p>\n");
    refusedWith("forms/documents/page.vm", "line 4");
    write("<p>\n$nothing\n</p>\n");
    refusedWith("forms/documents/page.vm", "\"nothing\"", "line 2");
    write("<p>\n$text.nothing()\n</p>\n");
    refusedWith("forms/documents/page.vm", "line 2");
  }

  @Test
  void aPageThatIsNoXmlIsRefusedWithItsFileAndLine() throws IOException {
    write("<p>\n<b>$text\n</p>\n");
    refusedWith("forms/documents/page.vm", "line 3", "</p>");
  }

  private void refusedWith(String... parts) {
    assertThatThrownBy(() -> documents().page("page", Map.of("text", "a")))
        .isInstanceOf(Refusal.class)
        .message()
        .contains(parts);
  }

  private Documents documents() {
    return new Documents(content);
  }

  private void write(String template) throws IOException {
    Files.writeString(content.resolve("page.vm"), template);
  }
}
