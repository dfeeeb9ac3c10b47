package org.citycase.release;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.clock.CityClock;
import org.citycase.rules.Publication;
import org.citycase.rules.Review;
import org.citycase.rules.TableDesk;
import org.citycase.rules.TableEdit;
import org.citycase.rules.TableVersion;
import org.citycase.rules.Upload;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of tables: begun, changed by their authors, checked, and published by somebody else. */
@Service
class Drafts {

  private final DraftStore store;
  private final TableDesk desk;
  private final RuleLog log;
  private final FourEyes fourEyes;
  private final CityClock clock;

  Drafts(DraftStore store, TableDesk desk, RuleLog log, FourEyes fourEyes, CityClock clock) {
    this.store = store;
    this.desk = desk;
    this.log = log;
    this.fourEyes = fourEyes;
    this.clock = clock;
  }

  Draft get(long id) {
    return store.get(id);
  }

  List<Draft> open(Optional<String> table) {
    return store.open(table);
  }

  /** A draft as the newest version is, to be changed in the page. */
  @Transactional
  public Draft begin(String table, String by) {
    TableVersion latest = desk.latest(table);
    return begin(table, new Upload(desk.text(table, latest.version()), latest.version()), by);
  }

  /** A draft from a file; refuses one with any fault. */
  @Transactional
  public Draft upload(String table, byte[] content, String by) {
    Upload upload = desk.read(table, content == null ? new byte[0] : content);
    refuseFaults(desk.review(table, upload.text(), upload.base()), table);
    return begin(table, upload, by);
  }

  private Draft begin(String table, Upload upload, String by) {
    Draft begun =
        new Draft(
            0,
            table,
            upload.base(),
            by,
            clock.instant(),
            clock.instant(),
            1,
            Draft.State.OPEN,
            upload.text());
    Draft draft = store.get(store.insert(begun));
    log.tell(RuleLog.Action.DRAFTED, by, draft, "");
    return draft;
  }

  /** Changes cells and rows; the draft is kept although it may be faulty then. */
  @Transactional
  public Draft edit(long id, TableEdit edit, String by) {
    Draft draft = ofAuthor(id, by);
    store.write(draft, desk.edited(draft.table(), draft.text(), edit), clock.instant());
    return store.get(id);
  }

  @Transactional
  public void discard(long id, String by) {
    Draft draft = ofAuthor(id, by);
    store.close(draft, Draft.State.DISCARDED, clock.instant());
    log.tell(RuleLog.Action.DISCARDED, by, draft, "");
  }

  Review review(Draft draft) {
    return desk.review(draft.table(), draft.text(), draft.base());
  }

  /** A draft that may be asked; refuses a faulty one with what is wrong in it. */
  Draft sound(long id) {
    Draft draft = open(id);
    refuseFaults(review(draft), draft.table());
    return draft;
  }

  /** Refuses a draft with faults: what is typed in the page is no file for a spreadsheet before. */
  void refuseFaulty(Draft draft) {
    refuseFaults(review(draft), draft.table());
  }

  /** Puts a draft in force, now or later. */
  @Transactional
  public TableVersion publish(long id, Publishing how, String by) {
    Draft draft = open(id);
    if (draft.author().equals(by) && fourEyes.areDemanded()) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "You made this draft: another process owner publishes it (four eyes).");
    }
    if (how.edition() != null && how.edition() != draft.edition()) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "%s changed the draft after you looked at it: look at its changes again."
              .formatted(draft.author()));
    }
    refuseOutdated(draft);
    refuseFaults(review(draft), draft.table());
    store.close(draft, Draft.State.PUBLISHED, clock.instant());
    Publication publication = how.by(by, draft.author());
    TableVersion version = desk.publish(draft.table(), draft.text(), draft.base(), publication);
    log.tell(RuleLog.Action.PUBLISHED, by, version, id);
    return version;
  }

  /** Puts an earlier version in force again, now or later. */
  @Transactional
  public TableVersion rollBack(String table, String to, Publishing how, String by) {
    if (to == null || to.isBlank()) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "version", "Say to which version; the history names them.");
    }
    TableVersion version = desk.rollBack(table, to, how.by(by, by));
    log.tell(RuleLog.Action.ROLLED_BACK, by, version, null);
    return version;
  }

  /** Takes back the version that waits for its instant. */
  @Transactional
  public TableVersion withdraw(String table, Publishing how, String by) {
    TableVersion version = desk.withdraw(table);
    log.append(
        RuleLog.Action.WITHDRAWN, by, table, version.version(), null, how.by(by, by).comment());
    return version;
  }

  private void refuseOutdated(Draft draft) {
    TableVersion latest = desk.latest(draft.table());
    if (!latest.version().equals(draft.base())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "The draft was made from version %s, but table %s is version %s by now (published by %s): make it again from the present one."
              .formatted(draft.base(), draft.table(), latest.version(), latest.publishedBy()));
    }
  }

  private Draft open(long id) {
    Draft draft = store.get(id);
    if (draft.state() != Draft.State.OPEN) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "Draft %d is %s: begin another."
              .formatted(id, draft.state().name().toLowerCase(Locale.ROOT)));
    }
    return draft;
  }

  private Draft ofAuthor(long id, String by) {
    Draft draft = open(id);
    if (!draft.author().equals(by)) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED,
          "Draft %d is %s's: begin your own.".formatted(id, draft.author()));
    }
    return draft;
  }

  private static void refuseFaults(Review review, String table) {
    if (!review.faults().isEmpty()) {
      List<Refusal.FieldError> errors = review.faults().stream().map(Drafts::error).toList();
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "Table %s is refused: %s: %s%s"
              .formatted(
                  table,
                  errors.get(0).field(),
                  errors.get(0).message(),
                  errors.size() > 1 ? " And " + (errors.size() - 1) + " more." : ""),
          errors);
    }
  }

  private static Refusal.FieldError error(Review.Remark fault) {
    return new Refusal.FieldError(
        fault.field(), fault.row(), fault.column(), fault.message(), fault.zh());
  }
}
