package org.citycase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What was asked for is refused, with a sentence that says why and what to do instead. A refused
 * request changes nothing: the transaction it was made in is rolled back.
 */
public class Refusal extends RuntimeException {

  /**
   * What is wrong with one field of a request, or one line of a file.
   *
   * @param row of a table, counted from 1 as a spreadsheet does; null when there is none
   * @param column of a table, as a spreadsheet letters it; null when there is none
   * @param zh the message in Chinese; null when it is told in English only
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldError(String field, Integer row, String column, String message, String zh) {

    public FieldError(String field, String message) {
      this(field, null, null, message, null);
    }
  }

  /** Why a request is refused, with the HTTP status it is answered with. */
  public enum Kind {
    /** The request cannot be understood: unknown category, unknown outcome, malformed field. */
    MALFORMED(400),
    /** Understood, but against the rules: outside every grid, photo missing, illegal move. */
    AGAINST_RULES(422),
    /** The person may not do or see this. */
    NOT_ALLOWED(403),
    /** There is no such thing. */
    UNKNOWN(404),
    /** Somebody else was faster, or the same key came with another body. */
    CONFLICT(409),
    /** More than the door takes. */
    TOO_LARGE(413),
    /** Too often from one address. */
    TOO_MANY(429),
    /** There is no room to keep what was sent. */
    NO_ROOM(507),
    /** What is needed for it cannot be reached just now: to be asked again soon. */
    AWAY(503),
    /** Others are served just now: to be asked again in {@link Turnstile#PATIENCE} seconds. */
    BUSY(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String zh;
  private final transient List<FieldError> errors;

  public Refusal(Kind kind, String sentence) {
    this(kind, sentence, List.of());
  }

  public Refusal(Kind kind, String sentence, List<FieldError> errors) {
    this(kind, sentence, errors, null);
  }

  private Refusal(Kind kind, String sentence, List<FieldError> errors, String zh) {
    super(sentence);
    this.kind = kind;
    this.zh = zh;
    this.errors = List.copyOf(errors);
  }

  /** A refusal that is told on pages too, in the reader's language. */
  public static Refusal inBoth(Kind kind, String zh, String en) {
    return new Refusal(kind, en, List.of(), zh);
  }

  /** A refusal that names one field. */
  public static Refusal ofField(Kind kind, String field, String sentence) {
    return new Refusal(kind, sentence, List.of(new FieldError(field, sentence)));
  }

  /** A refusal that names one field and is told on pages too, in the reader's language. */
  public static Refusal ofField(Kind kind, String field, String zh, String en) {
    return new Refusal(kind, en, List.of(new FieldError(field, null, null, en, zh)), zh);
  }

  public Kind kind() {
    return kind;
  }

  /** The sentence in Chinese, of the refusal itself or of its first field that has one; or null. */
  public String zh() {
    return zh != null
        ? zh
        : errors.stream().map(FieldError::zh).filter(Objects::nonNull).findFirst().orElse(null);
  }

  public List<FieldError> errors() {
    return errors;
  }
}
