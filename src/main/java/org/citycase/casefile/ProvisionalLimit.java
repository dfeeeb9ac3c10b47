package org.citycase.casefile;

import java.util.Map;
import org.citycase.access.Viewer;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.springframework.stereotype.Component;

/** Tells of a case whose limit reaches into a year without a published calendar. */
@Component
class ProvisionalLimit implements CaseFacts {

  private final CaseClocks clocks;
  private final CityClock clock;

  ProvisionalLimit(CaseClocks clocks, CityClock clock) {
    this.clocks = clocks;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> of(CaseFile file, Viewer viewer) {
    return Map.of("provisional", clocks.view(file.number(), clock.now()).provisional());
  }
}
