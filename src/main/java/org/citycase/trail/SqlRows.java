package org.citycase.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of one connection as {@linkplain EvidenceText canonical text}. */
record SqlRows(Connection connection) {

  List<List<String>> of(String sql, List<String> parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        List<List<String>> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(EvidenceText.of(row));
        }
        return rows;
      }
    }
  }

  List<List<String>> of(String sql) throws SQLException {
    return of(sql, List.of());
  }

  /** Length and hash of the one row that tells where a chain ends; nulls when it is not there. */
  List<String> end(String table) throws SQLException {
    List<List<String>> rows = of("SELECT length, hash, id FROM " + table);
    boolean one = rows.size() == 1 && "1".equals(rows.get(0).get(2));
    return one ? rows.get(0) : Collections.nCopies(3, null);
  }
}
