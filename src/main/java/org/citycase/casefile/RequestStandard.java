package org.citycase.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.LimitUnit;
import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.citycase.standard.People;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code request-standard}: whether a unit may ask to return, extend or hold a case,
 * and who decides.
 */
@Component
public class RequestStandard {

  private static final String TABLE = "request-standard";

  private static final Set<UnitRequest.State> REFUSED =
      Set.of(UnitRequest.State.REFUSED, UnitRequest.State.REFUSED_BY_RULE);

  private final DecisionTables tables;
  private final RequestStore store;
  private final Attachments attachments;
  private final People people;
  private final CaseClocks clocks;
  private final CityClock clock;

  RequestStandard(
      DecisionTables tables,
      RequestStore store,
      Attachments attachments,
      People people,
      CaseClocks clocks,
      CityClock clock) {
    this.tables = tables;
    this.store = store;
    this.attachments = attachments;
    this.people = people;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Asks for the case as it stands and keeps the receipt with it. */
  Decision<RequestRuling> ask(CaseFile file, Wish wish) {
    return tables.ask(file.number(), TABLE, question(file, wish), RequestRuling.class);
  }

  /** What the standard would say now to a request of this kind with a new ground; no receipt. */
  public RequestRuling peek(CaseFile file, String kind) {
    Wish wish = Wish.of(kind, null, null, "new");
    return tables.peekFor(file.number(), TABLE, question(file, wish), RequestRuling.class).answer();
  }

  private RequestQuestion question(CaseFile file, Wish wish) {
    List<UnitRequest> before = store.of(file.number());
    List<UnitRequest> alike =
        before.stream().filter(one -> one.kind().equals(wish.kind())).toList();
    return new RequestQuestion(
        wish.kind(),
        file.assignment().isCoordinated(),
        clocks.view(file.number(), clock.instant()).overdue(),
        before.stream().anyMatch(UnitRequest::isOpen),
        count(alike, one -> one.state() == UnitRequest.State.GRANTED),
        count(alike, one -> REFUSED.contains(one.state()) && isOf(file, one)),
        file.returnCount(),
        isNew(wish, alike.stream().filter(one -> isOf(file, one)).toList()),
        file.limit() != null && file.limit().unit() == LimitUnit.URGENT_HOUR,
        madeSafe(file));
  }

  /** A ground is new when the unit says so and did not give it before. */
  private static boolean isNew(Wish wish, List<UnitRequest> before) {
    if (wish.newGround() == null) {
      return false;
    }
    String ground = "true".equalsIgnoreCase(wish.newGround()) ? wish.reason() : wish.newGround();
    return before.stream()
        .flatMap(one -> Stream.of(one.reason(), Objects.requireNonNullElse(one.newGround(), "")))
        .noneMatch(given -> plain(given).equals(plain(ground)));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Punct}，。；：、！？]+", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isOf(CaseFile file, UnitRequest request) {
    return request.unit().equals(file.assignment().unit());
  }

  private static int count(List<UnitRequest> requests, Predicate<UnitRequest> which) {
    return (int) requests.stream().filter(which).count();
  }

  /** A photo by somebody of the unit since it began the work shows that the danger is over. */
  private boolean madeSafe(CaseFile file) {
    Instant since = file.course().handlingSince();
    return since != null
        && attachments.of(file.number()).stream()
            .filter(photo -> !photo.getAt().isBefore(since))
            .anyMatch(photo -> worksFor(file.assignment().unit(), photo.getBy()));
  }

  private boolean worksFor(String unit, String user) {
    return people.find(user).filter(person -> person.groups().contains("unit-" + unit)).isPresent();
  }
}
