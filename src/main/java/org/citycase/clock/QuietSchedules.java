package org.citycase.clock;

import org.citycase.DatabaseAway;
import org.citycase.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** What looks again and again tells in one line that there is no database, not in a page. */
@Component
class QuietSchedules implements ThreadPoolTaskSchedulerCustomizer {

  private static final Logger LOG = LoggerFactory.getLogger(QuietSchedules.class);

  @Override
  public void customize(ThreadPoolTaskScheduler scheduler) {
    scheduler.setErrorHandler(
        failure -> {
          if (DatabaseAway.isIn(failure)) {
            LOG.warn("Nothing can be looked up: the database cannot be reached.");
          } else {
            LOG.error("What is done again and again failed this time.", Wordless.of(failure));
          }
        });
  }
}
