package org.citycase.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.citycase.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Held by the node that is starting, so that of several that start at once one after the other
 * creates tables, takes in base data and deploys. It ends with its connection: a node that dies
 * frees it, and one whose migration takes long keeps the connection awake.
 */
final class StartLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);
  private static final int PATIENCE = 30;
  private static final int ROUNDS = 30;

  private static final long AWAKE_MILLIS = 60_000;
  private static final int ANSWERS_WITHIN = 30;

  private final Connection connection;
  private volatile boolean over;
  private final Thread awake = new Thread(this::stayAwake, "start-lock");

  private StartLock(Connection connection) {
    this.connection = connection;
    awake.setDaemon(true);
    awake.start();
  }

  private void stayAwake() {
    try {
      do {
        Thread.sleep(AWAKE_MILLIS);
      } while (connection.isValid(ANSWERS_WITHIN));
      if (!over) {
        LOG.error(
            "数据库已断开本节点的启动锁：在它启动完成之前请勿启动其他节点。 The database ended the connection that keeps"
                + " other nodes from starting: start none before this one is ready.");
      }
    } catch (InterruptedException started) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.debug("The connection of the start cannot be asked.", e);
    }
  }

  /**
   * Waits for the other nodes that start on this database, a quarter of an hour at most.
   *
   * @throws Refusal when one of them does not end its start
   */
  static StartLock take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // A machine that vanished without a word keeps others waiting no longer than this.
      statement.execute("SET SESSION wait_timeout = 600");
    }
    for (int round = 0; round < ROUNDS; round++) {
      if (got(connection)) {
        return new StartLock(connection);
      }
      LOG.info("Another node is starting on this database; waiting for it.");
    }
    throw Refusal.inBoth(
        Refusal.Kind.CONFLICT,
        "另一个节点在这个数据库上启动了 15 分钟仍未完成：请先结束它。",
        "Another node has been starting on this database for 15 minutes: end it first.");
  }

  private static boolean got(Connection connection) throws SQLException {
    String take = "SELECT GET_LOCK(CONCAT('city-', SHA2(DATABASE(), 224)), ?)";
    try (PreparedStatement statement = connection.prepareStatement(take)) {
      statement.setInt(1, PATIENCE);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getInt(1) == 1;
      }
    }
  }

  @Override
  public void close() {
    over = true;
    awake.interrupt();
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("The connection of the start was gone before it was closed.", e);
    }
  }
}
