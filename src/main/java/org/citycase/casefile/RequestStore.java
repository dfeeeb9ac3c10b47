package org.citycase.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests of cases; none is ever deleted. */
interface RequestStore extends Repository<UnitRequest, UnitRequest.Key> {

  UnitRequest save(UnitRequest request);

  @Query("select r from UnitRequest r where r.key.caseNumber = :number order by r.key.seq")
  List<UnitRequest> of(String number);
}
