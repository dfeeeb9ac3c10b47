package org.citycase.casefile;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The photos of cases. Their bytes lie in a content-addressed store and are written before the
 * transaction that names them begins, so that nobody waits for a slow store at a locked row: after
 * a rollback a file may be left over, but no photo that a case names is ever missing.
 */
@Service
public class Attachments {

  private static final Set<String> KINDS = Set.of("before", "after", "check", "other");
  private static final int MOST_AT_ONCE = 9;

  private final AttachmentStore store;
  private final PhotoStore photos;
  private final CaseFiles files;
  private final CaseFileStore cases;
  private final CityClock clock;
  private final TransactionTemplate transaction;

  Attachments(
      AttachmentStore store,
      PhotoStore photos,
      CaseFiles files,
      CaseFileStore cases,
      CityClock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.photos = photos;
    this.files = files;
    this.cases = cases;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** A picture to be sent to a viewer, who closes its content. */
  public record Picture(InputStream content, String contentType, long size) {}

  /**
   * Puts the bytes of these photos into the store, each checked by its content. That may take long:
   * it is done before a case or a number is locked.
   */
  public List<KeptPhoto> keep(List<SentPhoto> sent) {
    if (sent.size() > MOST_AT_ONCE) {
      throw Refusal.ofField(
          Refusal.Kind.AGAINST_RULES,
          "photos",
          "At most %d photos are taken at once; these are %d."
              .formatted(MOST_AT_ONCE, sent.size()));
    }
    return sent.stream()
        .map(photo -> new KeptPhoto(photo, photos.store(photo.name(), photo.content())))
        .toList();
  }

  /** Adds photos to a case that is not over, in the running transaction. */
  @Transactional
  public void add(CaseFile file, String kind, List<KeptPhoto> kept, String person) {
    name(file, kind, kept, person);
  }

  /** Adds photos for a person who works on the case; who only reads, adds nothing. */
  public List<Attachment> add(String caseNumber, String kind, List<SentPhoto> sent, Viewer person) {
    mayShow(kind);
    mayAdd(cases.findById(caseNumber).orElseThrow(() -> CaseFiles.unknown(caseNumber)), person);
    if (sent.isEmpty()) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "photos", "There is no photo: send at least one.");
    }
    List<KeptPhoto> kept = keep(sent);
    return transaction.execute(
        status -> {
          CaseFile file = files.get(caseNumber);
          mayAdd(file, person);
          return name(file, kind, kept, person.user());
        });
  }

  private static void mayShow(String kind) {
    if (!KINDS.contains(kind)) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "kind",
          "Unknown kind of photo '" + kind + "': use before, after, check or other.");
    }
  }

  private static void mayAdd(CaseFile file, Viewer person) {
    if (!Visibility.mayWork(person, file)) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "Photos are added to case %s by those who work on it.".formatted(file.number()));
    }
    if (file.state().isEnd()) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Case %s is over (%s): nothing is added to it.".formatted(file.number(), file.state()));
    }
  }

  private List<Attachment> name(CaseFile file, String kind, List<KeptPhoto> kept, String person) {
    mayShow(kind);
    Instant now = clock.instant();
    return kept.stream().map(photo -> name(file, kind, photo, person, now)).toList();
  }

  private Attachment name(CaseFile file, String kind, KeptPhoto kept, String person, Instant now) {
    files.note(
        file,
        Act.of(person, "addAttachment")
            .with("kind", kind)
            .with("sha256", kept.stored().sha256())
            .with("lat", kept.sent().lat())
            .with("lng", kept.sent().lng()));
    return store.save(new Attachment(file.number(), kind, kept.sent(), kept.stored(), now, person));
  }

  /** A case, not one of these, that showed the same picture not later than this instant. */
  @Transactional(readOnly = true)
  public Optional<String> shownBefore(String sha256, Set<String> but, Instant at) {
    return store.findBySha256(sha256).stream()
        .filter(one -> !but.contains(one.caseNumber()) && !one.getAt().isAfter(at))
        .map(Attachment::caseNumber)
        .sorted()
        .findFirst();
  }

  @Transactional(readOnly = true)
  public List<Attachment> of(String caseNumber) {
    return store.findByCaseNumberOrderByAtAscIdAsc(caseNumber);
  }

  @Transactional(readOnly = true)
  public boolean has(String caseNumber, String kind) {
    return store.countByCaseNumberAndKind(caseNumber, kind) > 0;
  }

  /**
   * How many photos of this kind the person added since the task began. The engine keeps a task's
   * beginning in whole seconds, so the second it began in counts.
   */
  @Transactional(readOnly = true)
  public int evidence(String caseNumber, String kind, String person, Instant taskBegan) {
    return store.countByCaseNumberAndKindAndAddedByAndAtGreaterThanEqual(
        caseNumber, kind, person, taskBegan.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1));
  }

  /**
   * A photo of a case that was read before, to be closed; empty when it is gone or was altered.
   *
   * @throws Refusal when the store is away
   */
  public Optional<InputStream> photo(String sha256) {
    return photos.find(sha256);
  }

  /** The picture, when at least one of the cases that hold it is the viewer's to see. */
  @Transactional(readOnly = true)
  public Picture open(String sha256, Viewer viewer) {
    List<Attachment> held = store.findBySha256(sha256);
    if (held.isEmpty()) {
      throw new Refusal(Refusal.Kind.UNKNOWN, "There is no attachment " + sha256 + ".");
    }
    return held.stream()
        .filter(one -> Visibility.mayRead(viewer, cases.getReferenceById(one.caseNumber())))
        .findFirst()
        .map(one -> new Picture(photos.open(sha256), one.getContentType(), one.getSize()))
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Kind.NOT_ALLOWED,
                    "This photo belongs to a case that is not one of yours."));
  }
}
