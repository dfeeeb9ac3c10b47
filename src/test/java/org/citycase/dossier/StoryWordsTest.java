package org.citycase.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Channel;
import org.junit.jupiter.api.Test;

class StoryWordsTest {

  private static final Pattern ENTRY = Pattern.compile("(?:; |: |\\| )[a-z-]+ ([a-z]\\w+)");

  private static final Pattern FACT = Pattern.compile("\\.with\\(\\s*\"(\\w+)\"");

  @Test
  void bothLanguagesHaveTheSameWordsAndEachCanBeSaid() throws IOException {
    Properties zh = words("story.properties");
    assertThat(words("story_en.properties").keySet()).isEqualTo(zh.keySet());
    Object[] facts = {"0", "1", "2", "3", "4", "5", "6", "7", "8"};
    for (Object key : zh.keySet()) {
      assertThat(StoryWords.say(key.toString(), facts).en()).as("%s", key).doesNotContain("{");
    }
  }

  @Test
  void everyActOfTheLogHasAName() throws IOException {
    Set<String> actions = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/log-entries.txt"))) {
      if (line.contains("|")) {
        String entries = line.substring(line.lastIndexOf('|'));
        ENTRY.matcher(entries).results().map(found -> name(found)).forEach(actions::add);
      }
    }
    assertThat(actions).hasSizeGreaterThan(30);
    assertThat(actions).allMatch(action -> StoryWords.knows("action." + action));
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  @Test
  void everyFactThatAnActNotesHasAName() throws IOException {
    Set<String> facts = new TreeSet<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains("Act.of(")) {
          FACT.matcher(source).results().map(StoryWordsTest::name).forEach(facts::add);
        }
      }
    }
    assertThat(facts).hasSizeGreaterThan(20);
    assertThat(facts).allMatch(fact -> StoryWords.knows("fact." + fact));
  }

  @Test
  void everyStateChannelAndDocumentHasAName() throws IOException {
    assertThat(CaseState.values()).allMatch(state -> StoryWords.knows("state." + state));
    assertThat(Channel.values()).allMatch(channel -> StoryWords.knows("channel." + channel.code()));
    try (var files = Files.list(Path.of("forms/documents"))) {
      List<String> documents =
          files.map(file -> file.getFileName().toString().replace(".vm", "")).toList();
      assertThat(documents)
          .filteredOn(document -> !document.equals("dossier"))
          .allMatch(document -> StoryWords.knows("document." + document));
    }
  }

  @Test
  void aSentenceEndsWithOneStop() {
    assertThat(Arrays.asList("a", "a.", "a?"))
        .map(text -> StoryWords.stopped(StoryWords.same(text)).en())
        .containsExactly("a.", "a.", "a?");
  }

  private static Properties words(String file) throws IOException {
    Properties words = new Properties();
    try (var lines =
        Files.newBufferedReader(Path.of("src/main/resources", file), StandardCharsets.UTF_8)) {
      words.load(lines);
    }
    return words;
  }
}
