package org.citycase.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.citycase.Refusal;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Before anything touches MySQL: stops the start with a sentence when the service could not work on
 * it, and lets no other node start on it meanwhile.
 */
public class DatabaseStart implements ApplicationListener<SpringApplicationEvent> {

  private StartLock lock;

  @Override
  public void onApplicationEvent(SpringApplicationEvent event) {
    if (event instanceof ApplicationPreparedEvent prepared) {
      begin(prepared.getApplicationContext().getEnvironment());
    } else if (event instanceof ApplicationReadyEvent || event instanceof ApplicationFailedEvent) {
      end();
    }
  }

  private void begin(Environment settings) {
    NamedDatabase database = NamedDatabase.of(settings);
    if (!database.isMySql()) {
      return;
    }
    List<DatabaseFault> faults = DatabaseCheck.faults(settings);
    if (!faults.isEmpty()) {
      throw refused(faults.get(0));
    }
    try {
      Connection connection = database.open();
      lock = StartLock.take(connection);
      OneCharacterSet.forNewTables(connection);
    } catch (SQLException e) {
      throw refused(Unreachable.why(database, e));
    }
  }

  private static Refusal refused(DatabaseFault fault) {
    return Refusal.inBoth(Refusal.Kind.AGAINST_RULES, fault.zh(), fault.en());
  }

  private void end() {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }
}
