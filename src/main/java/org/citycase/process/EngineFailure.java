package org.citycase.process;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;

/**
 * What the engine's REST interface says when something went wrong, as its client should hear it:
 * the engine answers whatever it cannot do as an error of the server, and names its classes.
 *
 * @param status of the answer
 * @param type the kind of the error, as the interface names it
 * @param message what to do instead, without a name of a class or a piece of SQL
 */
record EngineFailure(int status, String type, String message) {

  private static final String FAILED = "The service could not do this; its log tells why.";

  /** What the interface's own code throws when a value is missing or of another kind. */
  private static final Set<String> UNFIT =
      Set.of(
          "NullPointerException",
          "IllegalArgumentException",
          "IllegalStateException",
          "ClassCastException",
          "NumberFormatException",
          "StringIndexOutOfBoundsException",
          "IndexOutOfBoundsException",
          "ArithmeticException",
          "DateTimeParseException",
          "JsonMappingException",
          "JsonParseException",
          "StreamConstraintsException",
          "SpinJsonException",
          "UnsupportedCharsetException",
          "IllegalCharsetNameException",
          "MalformedInputException");

  /** What it throws for a request it refuses before any command of the engine runs. */
  private static final Set<String> REFUSALS =
      Set.of("NullValueException", "NotValidException", "RestException", "ProcessEngineException");

  private static final Pattern GONE = Pattern.compile("find|found|exist|no deployed");
  private static final Pattern CLASS = Pattern.compile("(?:\\b[a-z]\\w*\\.){2,}([A-Z]\\w*)");
  private static final Pattern STEP = Pattern.compile("\\[(?:\"([^\"]*)\"|(\\d+))]");
  private static final Pattern PLACE = Pattern.compile("line: (\\d+), column: (\\d+)");
  private static final String CHAIN = "(through reference chain:";

  /** Values that a column does not hold, as SQL's classes of states tell them. */
  private static final String DATA = "22";

  private static final String CONSTRAINT = "23";

  /** The engine makes SQL that no database reads of some parameters together. */
  private static final Set<String> UNREADABLE = Set.of("42000", "42001");

  /**
   * @param thrown what the engine's last command threw; null when none did
   */
  static EngineFailure of(int status, String type, String message, Throwable thrown) {
    if (message.contains("[Source:") || message.contains(CHAIN)) {
      return new EngineFailure(400, "InvalidRequestException", unreadable(message));
    }
    if (status < 500) {
      return new EngineFailure(status, type, withoutClasses(message));
    }
    SQLException refused = sql(thrown);
    if (refused != null) {
      return ofData(status, type, refused);
    }
    if (thrown instanceof NotFoundException || isGone(thrown)) {
      return new EngineFailure(404, type, withoutClasses(message));
    }
    if (thrown instanceof OptimisticLockingException) {
      return new EngineFailure(409, type, "Somebody else changed the same at this moment: repeat.");
    }
    if (thrown instanceof ProcessEngineException asked && isPlain(asked)) {
      return new EngineFailure(400, type, withoutClasses(message));
    }
    if (thrown == null && REFUSALS.contains(type)) {
      return new EngineFailure(400, type, withoutClasses(message));
    }
    if (UNFIT.contains(type)) {
      return new EngineFailure(
          400,
          "InvalidRequestException",
          "A value of the request is missing, null or of another kind than this door takes, or"
              + " names what is not there.");
    }
    return new EngineFailure(status, type, FAILED);
  }

  /** Where nothing is found the engine says that it is null, as of a value that is missing. */
  private static boolean isGone(Throwable thrown) {
    return thrown instanceof NullValueException && GONE.matcher(thrown.getMessage()).find();
  }

  private static EngineFailure ofData(int status, String type, SQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    if (state.startsWith(DATA)) {
      return new EngineFailure(400, type, "A value is too long, or not of the kind it must be.");
    }
    if (state.startsWith(CONSTRAINT)) {
      return new EngineFailure(409, type, "There is one already, or something else hangs on it.");
    }
    if (UNREADABLE.contains(state)) {
      return new EngineFailure(400, type, "These parameters cannot be asked for together.");
    }
    return new EngineFailure(status, type, FAILED);
  }

  private static SQLException sql(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  /** The engine's own refusal; what it could not do for reasons of the machine has a cause. */
  private static boolean isPlain(ProcessEngineException thrown) {
    for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      if (!(cause instanceof ProcessEngineException)
          && !UNFIT.contains(cause.getClass().getSimpleName())) {
        return false;
      }
    }
    return true;
  }

  /** Names the field a reader of JSON stopped at. */
  private static String unreadable(String message) {
    int chain = message.indexOf(CHAIN);
    StringBuilder field = new StringBuilder();
    Matcher steps = STEP.matcher(chain < 0 ? "" : message.substring(chain));
    while (steps.find()) {
      String name = steps.group(1);
      field.append(name == null ? "[" + steps.group(2) + "]" : (field.isEmpty() ? "" : ".") + name);
    }
    Matcher place = PLACE.matcher(message);
    String where =
        place.find()
            ? "line %s, column %s".formatted(place.group(1), place.group(2))
            : "its beginning";
    return field.isEmpty()
        ? "The body cannot be read as JSON of this door at " + where + "."
        : "The value of %s has the wrong shape (%s).".formatted(field, where);
  }

  private static String withoutClasses(String message) {
    return CLASS.matcher(message).replaceAll("$1");
  }
}
