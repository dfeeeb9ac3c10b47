package org.citycase.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** The penalties of persons, by case. */
public interface PersonalPenalties extends Repository<PersonalPenalty, String> {

  PersonalPenalty save(PersonalPenalty penalty);

  List<PersonalPenalty> findByCaseNumberOrderByPosition(String caseNumber);

  List<PersonalPenalty> findByCaseNumberInOrderByPosition(Collection<String> caseNumbers);
}
