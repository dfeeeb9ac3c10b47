package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citycase.CityCaseApplication;
import org.citycase.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The tables of a folder: one for each question a room puts, checked and compiled. */
class TableFolder {

  private static final Logger LOG = LoggerFactory.getLogger(TableFolder.class);
  private static final String ENDING = ".drl.csv";

  /** A table with the forms of its question and its answer. */
  record Loaded(Form<?> question, Form<?> answer, CompiledTable compiled) {}

  private final Path folder;
  private final KnownWords known;

  TableFolder(Path folder, KnownWords known) {
    this.folder = folder;
    this.known = known;
  }

  Map<String, Loaded> load() {
    Map<String, Loaded> tables = new LinkedHashMap<>();
    for (Class<? extends Record> question : questions()) {
      Loaded loaded = load(question);
      tables.put(loaded.compiled().table().name(), loaded);
    }
    warnOfOthers(tables);
    return tables;
  }

  Loaded load(Class<? extends Record> questionType) {
    QuestionTo to = questionType.getAnnotation(QuestionTo.class);
    Path file = folder.resolve(to.table() + ENDING);
    if (!Files.isRegularFile(file)) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Table " + to.table() + " is missing: put it into " + file + ".");
    }
    return load(questionType, Sheet.read(file));
  }

  Loaded load(Class<? extends Record> questionType, Sheet sheet) {
    QuestionTo to = questionType.getAnnotation(QuestionTo.class);
    Form<?> question = new Form<>(questionType, known);
    Form<?> answer = new Form<>(to.answer(), known);
    CheckedTable checked = CheckedTable.of(sheet, to.table(), question, answer);
    return new Loaded(question, answer, new CompiledTable(checked));
  }

  /** The questions of all rooms, in the order of their tables. */
  static List<Class<? extends Record>> questions() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(QuestionTo.class));
    return scanner.findCandidateComponents(CityCaseApplication.class.getPackageName()).stream()
        .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
        .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
        .sorted(Comparator.comparing(type -> type.getAnnotation(QuestionTo.class).table()))
        .toList();
  }

  private void warnOfOthers(Map<String, Loaded> tables) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .filter(name -> !tables.containsKey(name.substring(0, name.length() - ENDING.length())))
          .forEach(
              name -> LOG.warn("Nobody asks table {}; the tables are {}.", name, tables.keySet()));
    } catch (IOException e) {
      throw new UncheckedIOException("Folder " + folder + " cannot be read.", e);
    }
  }
}
