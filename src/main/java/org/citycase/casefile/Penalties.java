package org.citycase.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** The penalty items of cases. */
public interface Penalties extends Repository<PenaltyItem, String> {

  PenaltyItem save(PenaltyItem item);

  List<PenaltyItem> findByCaseNumberOrderByPosition(String caseNumber);

  List<PenaltyItem> findByCaseNumberInOrderByPosition(Collection<String> caseNumbers);
}
