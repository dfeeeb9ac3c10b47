package org.citycase.trail;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns as text, the same from every database: whole numbers plain, truth as 1 and 0, other
 * numbers in plain decimals without trailing zeros.
 */
public final class EvidenceText {

  private EvidenceText() {}

  /** The columns of the current row, in their order; a missing value is null. */
  public static List<String> of(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      values.add(text(row, column));
    }
    return values;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text =
        switch (row.getMetaData().getColumnType(column)) {
          case Types.BOOLEAN, Types.BIT, Types.TINYINT -> row.getBoolean(column) ? "1" : "0";
          case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Long.toString(row.getLong(column));
          case Types.DOUBLE, Types.FLOAT, Types.REAL ->
              plain(BigDecimal.valueOf(row.getDouble(column)));
          case Types.DECIMAL, Types.NUMERIC -> plain(row.getBigDecimal(column));
          default -> row.getString(column);
        };
    return row.wasNull() ? null : text;
  }

  private static String plain(BigDecimal number) {
    if (number == null) {
      return null;
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
