package org.citycase.supervise;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CityClock;
import org.citycase.notice.Delivery;
import org.citycase.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of supervision (督办台账): what was told to whom, kept for good and logged. */
@Component
@Transactional
class Register {

  private final EntityManager store;
  private final Post post;
  private final Notices notices;
  private final CaseFiles files;
  private final CityClock clock;

  Register(EntityManager store, Post post, Notices notices, CaseFiles files, CityClock clock) {
    this.store = store;
    this.post = post;
    this.notices = notices;
    this.files = files;
    this.clock = clock;
  }

  /** Tells a group and enters it; the log gets the act with the level, the group and the people. */
  void tell(CaseFile file, Rung rung, String group, Occasion why, Act act) {
    Post.Told told = post.tell(file, group, rung.document(), why);
    Escalation.Key key = enter(file, rung, why, told);
    told.notices()
        .forEach(one -> store.persist(new EscalationReceiver(key, one.to().address(), one.id())));
    files.note(
        file,
        act.with("level", rung.level())
            .with("to", group)
            .with("alarm", told.alarm() ? true : null)
            .with("people", told.notices().stream().map(one -> one.to().address()).toList()));
  }

  /** Enters a rung at which nobody is told. */
  void pass(CaseFile file, Rung rung, Occasion why) {
    enter(file, rung, why, new Post.Told(rung.recipient(), false, List.of()));
  }

  private Escalation.Key enter(CaseFile file, Rung rung, Occasion why, Post.Told told) {
    Escalation.Key key = new Escalation.Key(file.number(), of(file.number()).size() + 1);
    store.persist(new Escalation(key, clock.instant(), why, rung.level(), told));
    return key;
  }

  /** Whether this was entered before. */
  boolean knows(String caseNumber, Occasion why, String level) {
    return !store
        .createQuery(
            "select e.key.seq from Escalation e where e.key.caseNumber = :number and e.rungKey = :k",
            Integer.class)
        .setParameter("number", caseNumber)
        .setParameter("k", why.key(level, 0))
        .getResultList()
        .isEmpty();
  }

  /** The shares entered under this run of the clock, one for each time. */
  List<Integer> shares(String caseNumber, Escalation.Run run) {
    return store
        .createQuery(
            "select e.sharePercent from Escalation e where e.key.caseNumber = :number"
                + " and e.cause = 'share' and e.clockRound = :round and e.extensions = :more",
            Integer.class)
        .setParameter("number", caseNumber)
        .setParameter("round", run.round())
        .setParameter("more", run.extensions())
        .getResultList();
  }

  /** What was told about the case, oldest first, with the proof of each delivery. */
  @Transactional(readOnly = true)
  List<EscalationRecord> shown(String caseNumber) {
    Map<Long, Delivery> deliveries = notices.deliveries(caseNumber);
    Map<Integer, List<EscalationReceiver>> receivers =
        store
            .createQuery(
                "from EscalationReceiver r where r.key.caseNumber = :number order by r.key.user",
                EscalationReceiver.class)
            .setParameter("number", caseNumber)
            .getResultStream()
            .collect(Collectors.groupingBy(EscalationReceiver::escalation));
    return of(caseNumber).stream()
        .filter(each -> !each.level().equals(Rung.NONE))
        .map(each -> shown(each, receivers.getOrDefault(each.seq(), List.of()), deliveries))
        .toList();
  }

  private static EscalationRecord shown(
      Escalation one, List<EscalationReceiver> receivers, Map<Long, Delivery> deliveries) {
    return new EscalationRecord(
        one.at(),
        one.level(),
        one.share(),
        one.cause(),
        one.group(),
        one.isAlarm(),
        one.row(),
        one.note(),
        receivers.stream().map(each -> proof(each, deliveries.get(each.noticeId()))).toList());
  }

  private static EscalationRecord.Proof proof(EscalationReceiver to, Delivery delivery) {
    return new EscalationRecord.Proof(
        to.user(), delivery.at(), delivery.receipt(), delivery.attempts(), delivery.failure());
  }

  private List<Escalation> of(String caseNumber) {
    return store
        .createQuery(
            "from Escalation e where e.key.caseNumber = :number order by e.key.seq",
            Escalation.class)
        .setParameter("number", caseNumber)
        .getResultList();
  }
}
