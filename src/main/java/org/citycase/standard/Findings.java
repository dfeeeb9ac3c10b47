package org.citycase.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.Refusal.FieldError;
import org.citycase.Refusal.Kind;

/** What is wrong in one file of a city folder; one finding refuses the whole folder. */
final class Findings {

  private static final int SHOWN = 20;

  private final String file;
  private final List<FieldError> errors = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void add(long line, String reason) {
    errors.add(new FieldError(file + " line " + line, reason));
  }

  /** Reads something; a refusal on the way becomes a finding and null is answered. */
  <T> T read(long line, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Refusal refusal) {
      add(line, refusal.getMessage());
      return null;
    }
  }

  void refuseIfAny() {
    if (errors.isEmpty()) {
      return;
    }
    String shown =
        errors.stream()
            .limit(SHOWN)
            .map(error -> error.field() + ": " + error.message())
            .collect(Collectors.joining("\n"));
    String more = errors.size() > SHOWN ? "\n… and %d more.".formatted(errors.size() - SHOWN) : "";
    throw new Refusal(Kind.MALFORMED, "Nothing was imported. " + shown + more, errors);
  }

  static Refusal wrong(String reason) {
    return new Refusal(Kind.MALFORMED, reason);
  }
}
