package org.citycase.notice;

import java.time.Instant;
import org.citycase.clock.NightlyWork;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tries notices again that did not leave the house: every five minutes; in a simulation, whose time
 * only moves when it is moved, every night.
 */
@Component
class NoticeRetry implements NightlyWork {

  private static final long EVERY_FIVE_MINUTES = 300_000;

  private final Notices notices;
  private final boolean simulated;

  NoticeRetry(Notices notices, Environment environment) {
    this.notices = notices;
    this.simulated = environment.acceptsProfiles(Profiles.of("simulation"));
  }

  @Scheduled(fixedDelay = EVERY_FIVE_MINUTES)
  void look() {
    if (!simulated) {
      notices.resend();
    }
  }

  @Override
  public void doAt(Instant midnight) {
    if (simulated) {
      notices.resend();
    }
  }
}
