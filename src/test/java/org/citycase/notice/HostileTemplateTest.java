package org.citycase.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citycase.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner of documents writes templates; they reach the facts they are given and nothing else. */
class HostileTemplateTest {

  @TempDir private Path folder;

  @BeforeEach
  void aSecretBesideTheDocuments() throws IOException {
    Files.createDirectories(folder.resolve("documents"));
    Files.writeString(folder.resolve("secret.txt"), "secret-4711");
    Files.writeString(folder.resolve("secret.vm"), "secret-4711");
  }

  private String filled(String template, String fact) throws IOException {
    Path documents = folder.resolve("documents");
    Files.writeString(documents.resolve("hostile.vm"), template);
    return new Documents(documents).text("hostile", Map.of("number", fact));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$number.class.forName('java.lang.Runtime')",
        "$number.getClass().forName('java.lang.Runtime').getRuntime().exec('id')",
        "$number.class.classLoader",
        "#set($c = $number.class)$c.forName('java.lang.Runtime')",
        "#evaluate(\"\\$number.class.forName('java.lang.Runtime')\")",
        "#include('../secret.txt')",
        "#parse('../secret.vm')",
        "#include('/etc/passwd')",
        "#include('file:///etc/passwd')",
        "#parse('..\\..\\secret.vm')",
        "$class.inspect('java.lang.Runtime')",
        "$application.getAttribute('x')",
        "$request.session",
        "#foreach($i in $number.class.methods)$i#end",
        "#foreach($i in [1..2000000000])x#end",
        "#set($l = [1..2000000000])",
        "#set($l = \"$number.length([1..2000000000])\")",
        "#set($l = ['a', 'b'])#foreach($i in $l)#set($l = [$l, $l])#end",
        "#set($l = {'a': 'b'})",
        "$number.repeat(2000000000)",
        "$number.formatted(1)",
        "#set($a = \"$number.repeat(2000000000)\")",
        "#set($a = $number + $number)",
        "#set($a = 99999999999 * $number.length() * $number.length())",
        "#define($d)#foreach($i in $number)$d#end#end$d",
        "#evaluate(\"x\")",
        "#macro(a)#a()#a()#end#a()",
        "#macro(a)x#end#macro(b)#a()#a()#end#macro(c)#b()#b()#end#c()",
        "#set($a = \"#foreach($i in [1..2000000000])x#end\")",
        "#set($a = \"$number\\u0023foreach($i in [1..2000000000])x#end\")",
      })
  void aTemplateThatReachesFurtherIsRefusedByItsFile(String template) {
    assertThatThrownBy(() -> filled(template, "1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("hostile.vm")
        .hasMessageNotContaining("secret-4711");
  }

  @Test
  void aTextThatDoublesIsRefusedBeforeItFillsTheMemory() {
    String doubling = "#set($a = \"$number\")" + "#set($a = \"$a$a\")".repeat(40);
    assertThatThrownBy(() -> filled(doubling, "0123456789"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("grows beyond");
    assertThatThrownBy(() -> filled("$number".repeat(100), "x".repeat(100_000)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("grows beyond");
  }

  @Test
  void whatACitizenTypedIsNeverATemplate() throws IOException {
    String typed = "$number.class #include('../secret.txt') #evaluate('$x') ${{7*7}}";
    assertThat(filled("$number", typed)).isEqualTo(typed + "\n");
  }
}
