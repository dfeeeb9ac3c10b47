package org.citycase.process;

import org.citycase.rules.DecisionTables;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when the diagrams are deployed and all tables are compiled. */
@Component
class ContentHealth implements HealthIndicator {

  private final ContentDeployment diagrams;
  private final DecisionTables tables;

  ContentHealth(ContentDeployment diagrams, DecisionTables tables) {
    this.diagrams = diagrams;
    this.tables = tables;
  }

  @Override
  public Health health() {
    return diagrams.isDone() && tables.ready() ? Health.up().build() : Health.down().build();
  }
}
