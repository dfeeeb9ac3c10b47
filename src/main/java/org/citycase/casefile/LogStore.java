package org.citycase.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Has no delete and no update: the log only grows. */
interface LogStore extends Repository<LogEntry, LogEntry.Key> {

  LogEntry save(LogEntry entry);

  @Query("select e from LogEntry e where e.key.caseNumber = :number order by e.key.seq")
  List<LogEntry> of(String number);

  /** What the entries of a case vouch for, in their order. */
  @Query(
      "select e.trace from LogEntry e where e.key.caseNumber = :number and e.trace is not null"
          + " order by e.key.seq")
  List<String> traces(String number);
}
