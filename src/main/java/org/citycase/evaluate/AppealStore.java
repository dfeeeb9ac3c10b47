package org.citycase.evaluate;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AppealStore extends Repository<Appeal, String> {

  Appeal save(Appeal appeal);

  Optional<Appeal> findById(String caseNumber);
}
