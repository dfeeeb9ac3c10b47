package org.citycase.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads of all tables as of one instant, over one connection. */
@Component
public class Snapshots {

  private final TransactionTemplate transaction;

  Snapshots(PlatformTransactionManager transactions, DataSource database) throws SQLException {
    transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
    try (Connection connection = database.getConnection()) {
      transaction.setIsolationLevel(DatabaseTrails.snapshot(connection));
    }
  }

  /** Reads; the connection is given back when it is done. */
  public <T> T read(Supplier<T> reading) {
    return transaction.execute(status -> reading.get());
  }
}
