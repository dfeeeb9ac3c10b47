package org.citycase.casefile;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.clock.CityClock;
import org.citycase.rules.Decision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The requests of units: to return a case, to extend its limit, to hold it. Each is asked under the
 * table {@code request-standard} and decided by somebody else than who asked. They change neither
 * state nor clock: the rooms do, by what became of them.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Requests {

  private final RequestStore store;
  private final RequestStandard standard;
  private final CityClock clock;

  Requests(RequestStore store, RequestStandard standard, CityClock clock) {
    this.store = store;
    this.standard = standard;
    this.clock = clock;
  }

  /**
   * A request on record, and the row that let it be asked or refused it.
   *
   * @param lapsed the kind of the request that was waiting and ends with this one; null for none
   */
  public record Asked(UnitRequest request, Decision<RequestRuling> ruling, String lapsed) {

    public String decision() {
      return ruling.answer().decision();
    }
  }

  /** Puts a request on record; refuses what the standard says must not even be asked. */
  public Asked ask(CaseFile file, Wish wish) {
    Decision<RequestRuling> ruling = standard.ask(file, wish);
    RequestRuling answer = ruling.answer();
    if (answer.isOutOfQuestion()) {
      throw new Refusal(AGAINST_RULES, answer.sentence());
    }
    if (wish.until() != null) {
      inReach(wish.until(), answer.mostDays());
    }
    String lapsed = leaves(wish, answer) ? lapse(file, byUnit(wish)).orElse(null) : null;
    int seq = store.of(file.number()).size() + 1;
    UnitRequest request = new UnitRequest(file, seq, wish, clock.instant(), ruling.row());
    begin(request, file, answer);
    return new Asked(store.save(request), ruling, lapsed);
  }

  /** A return that is looked at takes the case away from the unit. */
  private static boolean leaves(Wish wish, RequestRuling answer) {
    return wish.kind().equals(UnitRequest.RETURN) && !answer.decision().equals("refusedByRule");
  }

  private static Act byUnit(Wish wish) {
    return Act.of(wish.person(), wish.kind()).because(wish.reason());
  }

  private void begin(UnitRequest request, CaseFile file, RequestRuling answer) {
    Act byRule = Act.of(Act.RULE, request.kind()).because(answer.sentence());
    switch (answer.decision()) {
      case "refusedByRule" -> request.end(UnitRequest.State.REFUSED_BY_RULE, byRule, now());
      case "coordinate" -> request.end(UnitRequest.State.GRANTED, byRule, now());
      default -> {
        if (request.kind().equals(UnitRequest.EXTENSION)
            && file.assignment().isReviewedFor(request.askedBy())) {
          request.reviewFirst();
        }
      }
    }
    if (answer.buckPassing()) {
      request.countAsBuckPassing();
    }
  }

  private void inReach(LocalDate until, int mostDays) {
    LocalDate today = today();
    if (!until.isAfter(today) || until.isAfter(today.plusDays(mostDays))) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "until",
          "A hold ends between %s and %s; %s does not. Name another day."
              .formatted(today.plusDays(1), today.plusDays(mostDays), until));
    }
  }

  /** The unit agrees to its handler's request: it goes on to the dispatcher. */
  public UnitRequest passOn(CaseFile file, Act act) {
    UnitRequest request =
        toDecide(file, UnitRequest.EXTENSION, UnitRequest.State.REVIEW, act.actor());
    request.passOn(act.actor());
    return store.save(request);
  }

  /** The unit does not agree to its handler's request: it ends there. */
  public UnitRequest turnDown(CaseFile file, Act act) {
    UnitRequest request =
        toDecide(file, UnitRequest.EXTENSION, UnitRequest.State.REVIEW, act.actor());
    return end(request, UnitRequest.State.REFUSED, act);
  }

  public UnitRequest grant(CaseFile file, String kind, Act act) {
    UnitRequest request = toDecide(file, kind, UnitRequest.State.PENDING, act.actor());
    if (request.untilDate() != null && !request.untilDate().isAfter(today())) {
      throw new Refusal(
          AGAINST_RULES,
          "The day the hold was to end, %s, has come: refuse the request, and the unit may ask again."
              .formatted(request.untilDate()));
    }
    return end(request, UnitRequest.State.GRANTED, act);
  }

  public UnitRequest refuse(CaseFile file, String kind, Act act) {
    return end(
        toDecide(file, kind, UnitRequest.State.PENDING, act.actor()),
        UnitRequest.State.REFUSED,
        act);
  }

  private UnitRequest toDecide(CaseFile file, String kind, UnitRequest.State state, String person) {
    UnitRequest request =
        open(file.number())
            .filter(one -> one.kind().equals(kind) && one.state() == state)
            .orElseThrow(
                () ->
                    new Refusal(
                        AGAINST_RULES,
                        "No %s of case %s waits for this decision: read the case again."
                            .formatted(kind, file.number())));
    if (request.askedBy().equals(person)) {
      throw new Refusal(
          NOT_ALLOWED,
          "%s asked for it and may not decide it: somebody else of the group does."
              .formatted(person));
    }
    return request;
  }

  private UnitRequest end(UnitRequest request, UnitRequest.State how, Act act) {
    request.end(how, act, now());
    return store.save(request);
  }

  /** Whether the last request of this kind lapsed while the unit went on, with its task left. */
  public boolean hasLapsed(CaseFile file, String kind) {
    return file.state() == CaseState.HANDLING
        && store.of(file.number()).stream()
            .filter(one -> one.kind().equals(kind))
            .reduce((older, newer) -> newer)
            .filter(one -> one.state() == UnitRequest.State.LAPSED)
            .isPresent();
  }

  /** The case goes on without the open request, if there is one; tells its kind. */
  public Optional<String> lapse(CaseFile file, Act act) {
    Optional<UnitRequest> open = open(file.number());
    open.ifPresent(request -> end(request, UnitRequest.State.LAPSED, act));
    return open.map(UnitRequest::kind);
  }

  private Optional<UnitRequest> open(String caseNumber) {
    return store.of(caseNumber).stream().filter(UnitRequest::isOpen).findFirst();
  }

  /** All requests of a case, oldest first. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public List<UnitRequest> of(String caseNumber) {
    return store.of(caseNumber);
  }

  /** The day the granted hold of a case ends; null when it was never held. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public LocalDate holdEnd(String caseNumber) {
    return store.of(caseNumber).stream()
        .filter(one -> one.kind().equals(UnitRequest.HOLD))
        .filter(one -> one.state() == UnitRequest.State.GRANTED)
        .map(UnitRequest::untilDate)
        .reduce((older, newer) -> newer)
        .orElse(null);
  }

  private Instant now() {
    return clock.instant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now(), clock.getZone());
  }
}
