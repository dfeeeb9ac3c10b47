package org.citycase.notice;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices of all cases: issued from a document and the facts of a case, and kept with it. */
@Component
@Transactional
public class Notices {

  private final Documents documents;
  private final EntityManager store;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final NoticeDoor door;

  Notices(
      Documents documents,
      EntityManager store,
      Clock clock,
      ApplicationEventPublisher events,
      NoticeDoor door) {
    this.documents = documents;
    this.store = store;
    this.clock = clock;
    this.events = events;
    this.door = door;
  }

  /**
   * Fills a document, stores the notice in the running transaction and sends it when that commits.
   *
   * @param document the name of a file in {@code forms/documents} without its ending
   * @param facts the facts that the head of that file lists; a text may be empty, not missing
   * @throws org.citycase.Refusal when the document is unknown or a fact is missing
   */
  public Notice issue(String caseNumber, String document, Recipient to, Map<String, Object> facts) {
    String body = documents.text(document, facts);
    StoredNotice stored = new StoredNotice(caseNumber, document, clock.instant(), to, body);
    store.persist(stored);
    Notice notice = stored.shown();
    events.publishEvent(new NoticeDoor.NoticeIssued(notice));
    return notice;
  }

  /** The notices of a case, oldest first. */
  @Transactional(readOnly = true)
  public List<Notice> of(String caseNumber) {
    return stored(caseNumber).stream().map(StoredNotice::shown).toList();
  }

  /** What became of the notices of a case, by their ids. */
  @Transactional(readOnly = true)
  public Map<Long, Delivery> deliveries(String caseNumber) {
    return stored(caseNumber).stream()
        .collect(Collectors.toMap(StoredNotice::id, StoredNotice::delivery));
  }

  /**
   * Tries again what has not left the house, each notice by itself; after five attempts in all it
   * is given up with {@link NoticeGivenUp}. Tells how many have left now.
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public int resend() {
    return door.resend();
  }

  /**
   * What has not left the house.
   *
   * @param waiting will be tried again
   * @param lost tried often enough and given up
   */
  public record Undelivered(long waiting, long lost) {}

  /** How many notices have not left the house; an index alone answers. */
  @Transactional(readOnly = true)
  public Undelivered undelivered() {
    return new Undelivered(
        counted("n.givenUp = false and n.deliveredAt is null"), counted("n.givenUp = true"));
  }

  private long counted(String which) {
    return store
        .createQuery("select count(*) from StoredNotice n where " + which, Long.class)
        .getSingleResult();
  }

  private List<StoredNotice> stored(String caseNumber) {
    return store
        .createQuery(
            "from StoredNotice n where n.caseNumber = :number order by n.id", StoredNotice.class)
        .setParameter("number", caseNumber)
        .getResultList();
  }
}
