package org.citycase.notice;

import jakarta.persistence.EntityManager;
import org.citycase.casefile.ReporterErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases a reporter from the notices he got; what they said is kept with the case. */
@Component
class ErasedRecipients {

  private final EntityManager store;

  ErasedRecipients(EntityManager store) {
    this.store = store;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void erase(ReporterErased erased) {
    store
        .createQuery(
            "from StoredNotice n where n.caseNumber in :numbers and n.citizen = true",
            StoredNotice.class)
        .setParameter("numbers", erased.around())
        .getResultStream()
        .filter(notice -> notice.isTo(erased.reporter()))
        .forEach(notice -> notice.forget(erased.reporter()));
  }
}
