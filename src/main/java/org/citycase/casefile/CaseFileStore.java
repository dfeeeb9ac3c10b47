package org.citycase.casefile;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CaseFileStore extends JpaRepository<CaseFile, String> {

  @Query(
      """
      select c from CaseFile c
      where c.reported.category = :category and c.number <> :number and c.state in :states
        and (c.place.grid = :grid or c.reported.component = :component)
      order by c.number
      """)
  List<CaseFile> alike(
      String number, String category, String grid, String component, Collection<CaseState> states);

  @Query(
      """
      select c from CaseFile c
      where c.reported.category = :category and c.number <> :number
        and c.state = org.citycase.casefile.CaseState.CLOSED and c.course.closedAt >= :since
        and (c.place.grid = :grid or c.reported.component = :component)
      order by c.number
      """)
  List<CaseFile> closedAlike(
      String number, String category, String grid, String component, Instant since);

  List<CaseFile> findByParentCaseOrderByNumber(String number);

  @Query("select c.number from CaseFile c where c.state in :states order by c.number")
  List<String> numbersIn(Collection<CaseState> states);

  /** Who changes these files next waits until this transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CaseFile c where c.number in :numbers order by c.number")
  List<CaseFile> locked(Collection<String> numbers);

  @Query(
      "select c.number from CaseFile c where c.logEnd.traced = false and c.logEnd.logLength > 0"
          + " and c.number > :after order by c.number limit :most")
  List<String> untraced(String after, int most);

  List<CaseFile> findByMergedIntoOrderByNumber(String number);

  @Query(
      """
      select count(c) > 0 from CaseFile c where c.number = :number
        and (c.reported.reporterName is not null or c.reported.reporterPhone is not null)
      """)
  boolean hasReporter(String number);
}
