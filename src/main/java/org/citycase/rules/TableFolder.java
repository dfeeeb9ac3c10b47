package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  static final String ENDING = ".drl.csv";

  private static final String CITY = "city";
  private static final Map<String, Class<? extends Record>> QUESTIONS =
      questions().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> type.getAnnotation(QuestionTo.class).table(), Function.identity()));

  /** A table with the forms of its question and its answer. */
  record Checked(Form<?> question, Form<?> answer, CheckedTable table) {}

  /** A table that can be asked. */
  record Loaded(Form<?> question, Form<?> answer, CompiledTable compiled) {

    Loaded(Checked checked) {
      this(checked.question(), checked.answer(), new CompiledTable(checked.table()));
    }
  }

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
    return tables;
  }

  Loaded load(Class<? extends Record> questionType) {
    String table = questionType.getAnnotation(QuestionTo.class).table();
    return load(questionType, national(table));
  }

  Loaded load(Class<? extends Record> questionType, Sheet sheet) {
    return new Loaded(checked(questionType, sheet));
  }

  /** Checks a sheet as the table of that name; refuses every fault. */
  Checked checked(String table, Sheet sheet) {
    return checked(QUESTIONS.get(table), sheet);
  }

  /** The columns of a sheet whose head was found sound. */
  List<Column> columns(String table, Sheet sheet) {
    Class<? extends Record> type = QUESTIONS.get(table);
    Form<?> question = new Form<>(type, known);
    Form<?> answer = new Form<>(type.getAnnotation(QuestionTo.class).answer(), known);
    return new Head(sheet, table, question, answer, new Faults(sheet.file())).columns();
  }

  /** The national table as its file says it. */
  Sheet national(String table) {
    Path file = folder.resolve(table + ENDING);
    if (!Files.isRegularFile(file)) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES, "Table " + table + " is missing: put it into " + file + ".");
    }
    return Sheet.read(file);
  }

  /** The table with the rows on top that a city brings with its first start, if any. */
  CheckedTable withCity(String table, Sheet national) {
    Path file = folder.resolve(CITY).resolve(table + ENDING);
    if (!Files.isRegularFile(file)) {
      return checked(table, national).table();
    }
    Sheet city = new Sheet(CITY + "/" + table + ENDING, Sheet.read(file).rows());
    refuseFaults(table, city);
    return checked(table, Layers.merged(national, city)).table();
  }

  /** Told by the rows of the city's own file, which the merged table numbers otherwise. */
  private void refuseFaults(String table, Sheet city) {
    Sheet rows = Layers.withoutWithdrawn(city);
    boolean none = IntStream.range(Head.FIRST_DATA_ROW, rows.rows().size()).allMatch(rows::blank);
    if (none) {
      columns(table, city);
    } else {
      Class<? extends Record> type = QUESTIONS.get(table);
      Form<?> answer = new Form<>(type.getAnnotation(QuestionTo.class).answer(), known);
      CheckedTable.published(rows, table, new Form<>(type, known), answer);
    }
  }

  /** A version that was checked when it was published; what it names may have gone since. */
  static Loaded stored(String table, String csv) {
    Sheet sheet = Sheet.of(table + ENDING, csv.getBytes(StandardCharsets.UTF_8));
    return new Loaded(published(table, sheet));
  }

  /** The same without compiling it. */
  static Checked published(String table, Sheet sheet) {
    Class<? extends Record> type = QUESTIONS.get(table);
    Form<?> question = new Form<>(type, KnownWords.any());
    Form<?> answer = new Form<>(type.getAnnotation(QuestionTo.class).answer(), KnownWords.any());
    return new Checked(question, answer, CheckedTable.published(sheet, table, question, answer));
  }

  /** The names of all tables, in their order. */
  static Set<String> names() {
    return new TreeSet<>(QUESTIONS.keySet());
  }

  private Checked checked(Class<? extends Record> questionType, Sheet sheet) {
    QuestionTo to = questionType.getAnnotation(QuestionTo.class);
    Form<?> question = new Form<>(questionType, known);
    Form<?> answer = new Form<>(to.answer(), known);
    return new Checked(question, answer, CheckedTable.of(sheet, to.table(), question, answer));
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

  void warnOfOthers() {
    warnOfOthers(folder);
    if (Files.isDirectory(folder.resolve(CITY))) {
      warnOfOthers(folder.resolve(CITY));
    }
  }

  private static void warnOfOthers(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .filter(
              name -> !QUESTIONS.containsKey(name.substring(0, name.length() - ENDING.length())))
          .forEach(name -> LOG.warn("Nobody asks table {}; the tables are {}.", name, names()));
    } catch (IOException e) {
      throw new UncheckedIOException("Folder " + folder + " cannot be read.", e);
    }
  }
}
