package org.citycase.process;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.citycase.Wordless;

/**
 * Keeps of a job that failed what went wrong and where, and nothing that a database or a parser
 * quotes: whoever reads the instances reads it too.
 */
class WordlessRetry extends DefaultJobRetryCmd {

  private static final long serialVersionUID = 1L;

  WordlessRetry(String job, Throwable failure) {
    super(job, failure);
  }

  @Override
  protected void logException(JobEntity job) {
    if (exception != null) {
      job.setExceptionMessage(told(exception));
      job.setExceptionStacktrace(getExceptionStacktrace());
    }
  }

  private static String told(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return "The database refused a statement (SQL state %s, error %d)."
            .formatted(sql.getSQLState(), sql.getErrorCode());
      }
    }
    return failure.getMessage() == null ? null : ErrorLine.of(failure.getMessage(), null);
  }

  @Override
  protected String getExceptionStacktrace() {
    StringWriter trace = new StringWriter();
    Wordless.of(exception).printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }
}
