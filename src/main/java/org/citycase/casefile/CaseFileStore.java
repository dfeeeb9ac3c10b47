package org.citycase.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

interface CaseFileStore
    extends JpaRepository<CaseFile, String>, JpaSpecificationExecutor<CaseFile> {

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

  List<CaseFile> findByMergedIntoOrderByNumber(String number);
}
