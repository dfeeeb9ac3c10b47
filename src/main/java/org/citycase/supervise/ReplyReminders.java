package org.citycase.supervise;

import java.time.Instant;
import org.citycase.clock.NightlyWork;
import org.springframework.stereotype.Component;

/** Each night, reminds of the replies to callers that were due before it. */
@Component
class ReplyReminders implements NightlyWork {

  private final Replies replies;

  ReplyReminders(Replies replies) {
    this.replies = replies;
  }

  @Override
  public void doAt(Instant midnight) {
    replies.remind(midnight);
  }
}
