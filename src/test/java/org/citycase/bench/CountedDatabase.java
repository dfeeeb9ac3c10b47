package org.citycase.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose statements and commits are counted. */
final class CountedDatabase extends DelegatingDataSource {

  private final Tally tally;

  CountedDatabase(DataSource database, Tally tally) {
    super(database);
    this.tally = tally;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return proxy(Connection.class, new Counted(super.getConnection()));
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return proxy(Connection.class, new Counted(super.getConnection(user, password)));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private final class Counted implements InvocationHandler {

    private final Connection connection;
    private boolean wrote;

    Counted(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] args) throws Throwable {
      long began = System.nanoTime();
      Object result = call(connection, method, args);
      switch (method.getName()) {
        case "commit" -> {
          tally.committed(wrote);
          wrote = false;
        }
        case "rollback" -> wrote = false;
        default -> {
          if (result instanceof Statement statement) {
            String sql = args != null && args[0] instanceof String text ? text : null;
            if (sql != null) {
              tally.prepared(sql, System.nanoTime() - began);
            }
            return proxy(kind(statement), counted(statement, sql));
          }
        }
      }
      return result;
    }

    private static Class<? extends Statement> kind(Statement statement) {
      return statement instanceof CallableStatement
          ? CallableStatement.class
          : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    }

    private InvocationHandler counted(Statement statement, String prepared) {
      return (self, method, args) -> {
        if (!method.getName().startsWith("execute")) {
          return call(statement, method, args);
        }
        String sql = args != null && args[0] instanceof String text ? text : prepared;
        String known = sql == null ? "batch" : sql;
        long began = System.nanoTime();
        Object result = call(statement, method, args);
        tally.ran(known, System.nanoTime() - began);
        wrote |= Tally.writes(known);
        return result;
      };
    }
  }
}
