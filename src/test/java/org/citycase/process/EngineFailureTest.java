package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;

/** What the engine's doors tell of an error, and with which status. */
class EngineFailureTest {

  @Test
  void aBodyThatCannotBeReadIsToldByItsFieldAndWithoutAClass() {
    EngineFailure told =
        EngineFailure.of(
            400,
            "",
            "Cannot deserialize value of type `org.camunda.bpm.engine.rest.dto.VariableValueDto`"
                + " from Array value\n"
                + " at [Source: REDACTED; line: 1, column: 14] (through reference chain:"
                + " org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto[\"variables\"]->"
                + "java.util.LinkedHashMap[\"outcome\"])",
            null);
    assertThat(told.status()).isEqualTo(400);
    assertThat(told.message())
        .isEqualTo("The value of variables.outcome has the wrong shape (line 1, column 14).");
  }

  @Test
  void aNameOfAClassIsShortened() {
    EngineFailure told =
        EngineFailure.of(400, "X", "Cannot convert \"x\" to java type java.util.Date", null);
    assertThat(told.message()).isEqualTo("Cannot convert \"x\" to java type Date");
  }

  @Test
  void whatIsNotThereIsUnknownAndWhatIsMissingIsMalformed() {
    assertThat(status(new NullValueException("Cannot find task with id 1: task is null")))
        .isEqualTo(404);
    assertThat(status(new NullValueException("workerId is null"))).isEqualTo(400);
    assertThat(status(new ProcessEngineException("ENGINE-1 cannot do this"))).isEqualTo(400);
    assertThat(EngineFailure.of(500, "NullPointerException", "x", null).status()).isEqualTo(400);
  }

  @Test
  void aValueThatIsTooLongIsTheClientsAndAnythingElseOfTheDatabaseIsTheServices() {
    assertThat(status(failed("22001"))).isEqualTo(400);
    assertThat(status(failed("23505"))).isEqualTo(409);
    assertThat(status(failed("42000"))).isEqualTo(400);
    EngineFailure broken = of(failed("08S01"));
    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.message()).doesNotContain("SELECT").contains("log");
  }

  @Test
  void whatTheMachineCouldNotDoStaysAnErrorOfTheService() {
    assertThat(status(new ProcessEngineException("x", new java.io.IOException("disk"))))
        .isEqualTo(500);
    assertThat(EngineFailure.of(500, "OutOfMemoryError", "heap", null).status()).isEqualTo(500);
  }

  private static ProcessEngineException failed(String state) {
    return new ProcessEngineException("SELECT * FROM x", new SQLException("SELECT", state));
  }

  private static EngineFailure of(RuntimeException thrown) {
    return EngineFailure.of(
        500, thrown.getClass().getSimpleName(), String.valueOf(thrown.getMessage()), thrown);
  }

  private static int status(RuntimeException thrown) {
    return of(thrown).status();
  }
}
