package org.citycase.supervise;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseMoved;
import org.citycase.clock.CityClock;
import org.citycase.process.Members;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Guard duty (守护): at a danger he cannot remove the collector warns and stays until the unit is
 * there. He may be relieved by another; when he just leaves, the duty leaders are told. That the
 * unit accepts the case does not end the guard, its arrival does.
 */
@Component
@Transactional
public class Guards {

  private static final String COLLECTORS = "collectors";
  private static final int LONGEST_NOTE = 500;

  private final EntityManager store;
  private final CaseFiles files;
  private final Members members;
  private final Escalations escalations;
  private final CityClock clock;

  Guards(
      EntityManager store,
      CaseFiles files,
      Members members,
      Escalations escalations,
      CityClock clock) {
    this.store = store;
    this.files = files;
    this.members = members;
    this.escalations = escalations;
    this.clock = clock;
  }

  /**
   * What somebody says about a guard.
   *
   * @param by the user who takes over; of a relief only
   */
  record Word(GuardEvent event, String by, String note) {}

  /** The collector who reports a danger keeps guard since he found it. */
  public void begin(CaseFile file, String collector, Instant found) {
    store.persist(new GuardStretch(new GuardStretch.Key(file.number(), 1), collector, found));
    files.note(file, Act.of(collector, "startGuard").with("from", clock.inCity(found).toString()));
  }

  CaseFile hear(String number, Word said, Viewer viewer) {
    CaseFile file = files.get(number);
    if (file.state().isEnd()) {
      throw new Refusal(AGAINST_RULES, "Case %s is over (%s).".formatted(number, file.state()));
    }
    if (said.note() != null && said.note().length() > LONGEST_NOTE) {
      throw Refusal.ofField(
          MALFORMED, "note", "A note holds at most " + LONGEST_NOTE + " characters.");
    }
    List<GuardStretch> stretches = of(number);
    switch (said.event()) {
      case START -> start(file, stretches, viewer, said);
      case RELIEF -> relieve(file, on(number, stretches), viewer, said);
      case ARRIVED -> arrive(file, on(number, stretches), viewer, said);
      default -> leave(file, on(number, stretches), viewer, said);
    }
    return file;
  }

  private void start(CaseFile file, List<GuardStretch> stretches, Viewer collector, Word said) {
    mustBe(collector.isIn(COLLECTORS), "Guard is kept by collectors.");
    for (GuardStretch stretch : stretches) {
      if (stretch.isOn()) {
        throw new Refusal(
            AGAINST_RULES,
            "%s keeps guard already: say relief, with by.".formatted(stretch.person()));
      }
      if (stretch.endedBy(GuardEvent.ARRIVED)) {
        throw new Refusal(AGAINST_RULES, "The unit is there already: no guard is needed.");
      }
    }
    post(file.number(), stretches.size() + 1, collector.user());
    files.note(file, act(collector, "startGuard", said));
  }

  private void relieve(CaseFile file, GuardStretch on, Viewer collector, Word said) {
    String by = said.by() == null ? "" : said.by().trim();
    boolean known = members.of(COLLECTORS).stream().anyMatch(one -> one.user().equals(by));
    if (!known || by.equals(on.person())) {
      throw Refusal.ofField(
          MALFORMED, "by", "Name in by another collector who keeps guard now, by his user name.");
    }
    mustBe(
        collector.user().equals(on.person()) || collector.user().equals(by),
        "A relief is told by the guard or by who relieves him.");
    on.end(GuardEvent.RELIEF, collector.user(), said.note(), clock.instant());
    post(file.number(), on.seq() + 1, by);
    files.note(file, act(collector, "relieveGuard", said).with("by", by));
  }

  private void arrive(CaseFile file, GuardStretch on, Viewer viewer, Word said) {
    String unit = file.assignment().unit();
    if (unit == null) {
      throw new Refusal(
          AGAINST_RULES,
          "No unit has the case yet, so none can be there: keep guard, or be relieved.");
    }
    mustBe(
        viewer.units().contains(unit) || viewer.isIn(COLLECTORS),
        "That the unit is there is told by the unit or a collector.");
    on.end(GuardEvent.ARRIVED, viewer.user(), said.note(), clock.instant());
    files.note(
        file,
        act(viewer, "arriveAtGuard", said)
            .with("guard", on.person())
            .with("seconds", on.seconds(clock.instant())));
  }

  private void leave(CaseFile file, GuardStretch on, Viewer viewer, Word said) {
    mustBe(
        viewer.user().equals(on.person()) || viewer.isIn("operators"),
        "That a guard has left is told by himself or an operator.");
    on.end(GuardEvent.LEFT, viewer.user(), said.note(), clock.instant());
    files.note(file, act(viewer, "leaveGuard", said).with("guard", on.person()));
    String why = said.note() == null ? "" : ": " + said.note();
    escalations.guardLeft(file, on.seq(), "%s 离开守护 left the guard%s".formatted(on.person(), why));
  }

  @EventListener
  void over(CaseMoved moved) {
    if (moved.to().isEnd()) {
      store
          .createQuery(
              "from GuardStretch g where g.key.caseNumber = :number and g.toAt is null",
              GuardStretch.class)
          .setParameter("number", moved.caseNumber())
          .getResultList()
          .forEach(on -> on.end(GuardEvent.OVER, Act.RULE, null, clock.instant()));
    }
  }

  /** The stretches of guard of a case, oldest first. */
  List<GuardStretch> of(String caseNumber) {
    return store
        .createQuery(
            "from GuardStretch g where g.key.caseNumber = :number order by g.key.seq",
            GuardStretch.class)
        .setParameter("number", caseNumber)
        .getResultList();
  }

  private void post(String number, int seq, String person) {
    GuardStretch.Key key = new GuardStretch.Key(number, seq);
    store.persist(new GuardStretch(key, person, clock.instant()));
  }

  private static GuardStretch on(String number, List<GuardStretch> stretches) {
    return stretches.stream()
        .filter(GuardStretch::isOn)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    AGAINST_RULES,
                    "Nobody keeps guard at case %s: say start first.".formatted(number)));
  }

  private static Act act(Viewer who, String action, Word said) {
    return Act.of(who.user(), action).with("note", said.note());
  }

  private static void mustBe(boolean allowed, String sentence) {
    if (!allowed) {
      throw new Refusal(NOT_ALLOWED, sentence);
    }
  }
}
