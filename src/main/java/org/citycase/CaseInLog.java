package org.citycase;

import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;

/** Names the case that is worked on in every line that is logged meanwhile. */
public final class CaseInLog {

  /** The field of a log line that holds the case number (案件号). */
  public static final String CASE_NUMBER = "caseNumber";

  /** The case that a stretch of work around a transaction is named for. */
  private static final ThreadLocal<String> STRETCH = new ThreadLocal<>();

  private CaseInLog() {}

  /** Names the case until the running transaction ends; of a request, until the request ends. */
  public static void untilTheEnd(String number) {
    Optional<Ending> known =
        TransactionSynchronizationManager.getSynchronizations().stream()
            .filter(Ending.class::isInstance)
            .map(Ending.class::cast)
            .findFirst();
    if (known.isPresent()) {
      known.get().number = number;
    } else {
      TransactionSynchronizationManager.registerSynchronization(new Ending(number));
    }
    MDC.put(CASE_NUMBER, number);
  }

  /** Names the case until what is given is closed. */
  public static Named naming(String number) {
    Named named = new Named(MDC.get(CASE_NUMBER), STRETCH.get());
    STRETCH.set(number);
    MDC.put(CASE_NUMBER, number);
    return named;
  }

  /**
   * A stretch of work on one case.
   *
   * @param before the case that was worked on around it; null when there was none
   * @param stretch the case of the stretch around it; null when there was none
   */
  public record Named(String before, String stretch) implements AutoCloseable {

    @Override
    public void close() {
      name(before);
      if (stretch == null) {
        STRETCH.remove();
      } else {
        STRETCH.set(stretch);
      }
    }
  }

  private static void name(String number) {
    if (number == null) {
      MDC.remove(CASE_NUMBER);
    } else {
      MDC.put(CASE_NUMBER, number);
    }
  }

  private static final class Ending implements TransactionSynchronization {

    private String number;

    Ending(String number) {
      this.number = number;
    }

    /** After a transaction within this one. */
    @Override
    public void resume() {
      MDC.put(CASE_NUMBER, number);
    }

    /** A request is bounded elsewhere: what fails in it is logged after its transactions. */
    @Override
    public void afterCompletion(int status) {
      if (RequestContextHolder.getRequestAttributes() == null) {
        name(STRETCH.get());
      }
    }
  }
}
