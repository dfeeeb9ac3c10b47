package org.citycase.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What the names and words of the tables are called in Chinese and in English. A word may mean
 * something of its own in one property, or in one property of one table. A code of the base data is
 * told with its name; what has neither word nor name stands for itself.
 */
final class Words {

  private static final String FILE = "words.csv";
  private static final String TABLE = "table";
  private static final String PROPERTY = "property";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final Words ALL = read(KnownWords.any());

  private final Map<List<String>, Bilingual> words = new HashMap<>();
  private final Map<String, BigDecimal> hours = new HashMap<>();
  private final Map<List<String>, Known.Word> codes = new HashMap<>();
  private final KnownWords names;

  private Words(KnownWords names) {
    this.names = names;
  }

  /** The words the service brings along. */
  static Words read() {
    return ALL;
  }

  /** The same with the names of the base data. */
  static Words read(KnownWords names) {
    Words words = new Words(names);
    TableFolder.questions().forEach(words::addCodes);
    try (InputStream file = Words.class.getResourceAsStream("/rules/" + FILE);
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
        CSVParser lines = CSVParser.parse(reader, FORMAT)) {
      lines.forEach(words::add);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read.", e);
    }
  }

  private void add(CSVRecord line) {
    Bilingual both = new Bilingual(line.get("zh"), line.get("en"));
    if (words.put(List.of(line.get("of"), line.get("word")), both) != null) {
      throw new IllegalStateException(
          FILE + " has " + line.get("of") + " " + line.get("word") + " twice.");
    }
    if (!line.get("hours").isEmpty()) {
      hours.put(line.get("word"), new BigDecimal(line.get("hours")));
    }
  }

  private void addCodes(Class<? extends Record> question) {
    QuestionTo to = question.getAnnotation(QuestionTo.class);
    Stream.of(question, to.answer())
        .flatMap(type -> new Form<>(type, names).components().entrySet().stream())
        .filter(component -> component.getValue().known() != null)
        .forEach(
            component ->
                codes.put(List.of(to.table(), component.getKey()), component.getValue().known()));
  }

  /** The name of a table, e.g. 立案标准, filing standard. */
  Bilingual table(String name) {
    return find(Stream.of(List.of(TABLE, name))).orElse(Bilingual.same(name));
  }

  /** The name of a property of a table's question or answer, e.g. 时限, limit. */
  Bilingual property(String table, String property) {
    return named(table, property).orElse(Bilingual.same(property));
  }

  /** The name of a column, which for a comparison is its label. */
  Bilingual column(String table, Column column) {
    Bilingual label = new Bilingual(column.zh(), lowered(column.en()));
    return column.operator().isEmpty() || column.operator().equals("==")
        ? named(table, column.kind() == Column.Kind.NAME ? column.key() : column.property())
            .orElse(label)
        : label;
  }

  /** A word of a closed list, a code with its name, or whatever else a cell holds. */
  Bilingual word(String table, String property, String word) {
    return found(table, property, word)
        .or(() -> coded(codes.get(List.of(table, property)), word))
        .orElse(Bilingual.same(word));
  }

  /** A code with its name, e.g. C01-37 路灯, C01-37 street lamp. */
  Bilingual code(Known.Word word, String code) {
    return coded(word, code).orElse(Bilingual.same(code));
  }

  private Optional<Bilingual> coded(Known.Word word, String code) {
    return word == null
        ? Optional.empty()
        : names.name(word, code).map(name -> beside(code, word, name));
  }

  /** A code that is itself the English name is not told twice; units keep their capitals. */
  private static Bilingual beside(String code, Known.Word word, Bilingual name) {
    if (name.en().equals(code)) {
      return name;
    }
    String en = word == Known.Word.CATEGORY ? lowered(name.en()) : name.en();
    return Phrase.IS.with(code, new Bilingual(name.zh(), en));
  }

  boolean knows(String table, String property, String word) {
    return found(table, property, word).isPresent();
  }

  boolean knowsTable(String name) {
    return words.containsKey(List.of(TABLE, name));
  }

  boolean knowsProperty(String table, String property) {
    return named(table, property).isPresent();
  }

  /** A number with its unit, e.g. 2 工作日, 2 work days. */
  Bilingual amount(String table, String number, String unitProperty, String unit) {
    Bilingual name = word(table, unitProperty, unit);
    boolean one = number.equals("1") && name.en().endsWith("s");
    String en = one ? name.en().substring(0, name.en().length() - 1) : name.en();
    return new Bilingual(number + " " + name.zh(), number + " " + en);
  }

  /** How many hours of a limit a unit stands for, so that limits in two units can be compared. */
  Optional<BigDecimal> hours(String unit) {
    return Optional.ofNullable(hours.get(unit));
  }

  private Optional<Bilingual> named(String table, String property) {
    return find(Stream.of(List.of(PROPERTY, table + "." + property), List.of(PROPERTY, property)));
  }

  private Optional<Bilingual> found(String table, String property, String word) {
    return find(
        Stream.of(
            List.of(table + "." + property, word), List.of(property, word), List.of("", word)));
  }

  private Optional<Bilingual> find(Stream<List<String>> keys) {
    return keys.map(words::get).filter(found -> found != null).findFirst();
  }

  /** With a capital in front, as a sentence begins. */
  static String raised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Without a capital in front, unless it is all capitals, as LPG is. */
  private static String lowered(String label) {
    boolean capitals = label.length() > 1 && Character.isUpperCase(label.charAt(1));
    return capitals || label.isEmpty()
        ? label
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }
}
