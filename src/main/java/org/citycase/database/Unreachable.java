package org.citycase.database;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** Why MySQL cannot be reached, from what its driver throws. */
final class Unreachable {

  private static final int NO_RIGHT_TO_DATABASE = 1044;
  private static final int WRONG_PASSWORD = 1045;
  private static final int NO_DATABASE = 1049;

  private Unreachable() {}

  static DatabaseFault why(NamedDatabase database, SQLException e) {
    String shown = database.shown();
    return switch (e.getErrorCode()) {
      case WRONG_PASSWORD ->
          fault(
              "%s 不接受账号 %s 的密码：请改正用户名或密码。",
              "%s refuses the password of %s: correct the user or the password.",
              shown,
              database.driver().getProperty("user", "-"));
      case NO_RIGHT_TO_DATABASE ->
          fault(
              "账号无权使用数据库：请在服务器上授权（%2$s，%1$s）。",
              "%1$s may not be used by this account, or is not there: grant it the database (%2$s).",
              shown,
              e.getMessage());
      case NO_DATABASE ->
          fault(
              "%1$s 上没有数据库 %2$s：请执行 CREATE DATABASE %2$s CHARACTER SET utf8mb4。",
              "%1$s: there is no database %2$s. Run CREATE DATABASE %2$s CHARACTER SET utf8mb4.",
              shown,
              shown.replaceFirst(".*/", ""));
      default -> byCause(shown, e);
    };
  }

  private static DatabaseFault byCause(String shown, SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return fault(
            "%s 中的主机名查不到：请改正地址。", "The host in %s is not known: correct the address.", shown);
      }
      if (cause instanceof ConnectException) {
        return fault(
            "%s 没有应答：请启动 MySQL，或改正主机和端口。",
            "Nothing answers at %s: start MySQL, or correct host and port.", shown);
      }
    }
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return fault(
        "%s 无法使用：%s。请检查地址和参数。",
        "%s cannot be used: %s. Check address and parameters.",
        shown,
        why.replaceFirst("\\.$", ""));
  }

  private static DatabaseFault fault(String zh, String en, Object... facts) {
    return new DatabaseFault(zh.formatted(facts), en.formatted(facts));
  }
}
