package org.citycase.process;

import java.util.HashMap;
import java.util.Map;
import org.citycase.clock.CityClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The doors of the rooms as the engine finds them, without a diagram that leads there. */
@TestComponent
public class RoomDoors {

  private final ApplicationContext rooms;
  private final TransactionTemplate transaction;
  private final CityClock clock;

  RoomDoors(ApplicationContext rooms, TransactionTemplate transaction, CityClock clock) {
    this.rooms = rooms;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Tells a room's listener what somebody said; gives back what the room answers the diagram. */
  public Map<String, Object> says(
      String person, String number, String task, String outcome, Object... variables) {
    Map<String, Object> sent = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      sent.put(variables[i].toString(), variables[i + 1]);
    }
    Map<String, Object> answers = new HashMap<>();
    Completion said =
        new Completion(
            number,
            person,
            outcome,
            (String) sent.get("reason"),
            clock.instant(),
            sent::get,
            answers::put);
    RoomListener listener = rooms.getBean(task + "Listener", RoomListener.class);
    transaction.executeWithoutResult(status -> listener.completed(said));
    return answers;
  }
}
