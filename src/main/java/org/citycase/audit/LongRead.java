package org.citycase.audit;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads as many rows as there are without holding them all. */
@Component
class LongRead {

  private static final int SOME = 1000;

  private final DataSource source;

  LongRead(DataSource source) {
    this.source = source;
  }

  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public void each(String sql, List<Object> parameters, RowCallbackHandler taker) {
    JdbcTemplate database = new JdbcTemplate(source);
    database.setFetchSize(isMySql() ? Integer.MIN_VALUE : SOME);
    database.query(sql, taker, parameters.toArray());
  }

  /** MySQL's driver hands over row by row at this fetch size only, else it reads all at once. */
  private boolean isMySql() {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(source, data -> data.getDatabaseProductName());
      return product.toLowerCase(Locale.ROOT).contains("mysql");
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException("The database does not say what it is.", e);
    }
  }
}
