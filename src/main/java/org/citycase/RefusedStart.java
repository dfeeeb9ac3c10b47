package org.citycase;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells why the service does not start in one sentence instead of a page of causes. */
class RefusedStart extends AbstractFailureAnalyzer<Refusal> {

  @Override
  protected FailureAnalysis analyze(Throwable start, Refusal refusal) {
    String sentence =
        refusal.zh() == null ? refusal.getMessage() : refusal.zh() + " " + refusal.getMessage();
    return new FailureAnalysis(sentence, "Mend what the sentence names and start again.", start);
  }
}
