package org.citycase.casefile;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.CONFLICT;
import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases reporters' names and phones for ever, with an entry in the log that tells who did it and
 * why. The chain stays whole: it holds a keyed digest of them, whose key goes with them.
 */
@Service
@Transactional
public class ReporterErasure {

  private static final int LONGEST_REASON = 2000;
  private static final Set<String> MAY_ERASE = Set.of("duty-leaders", "camunda-admin");

  private final CaseFileStore store;
  private final CaseFiles files;
  private final JdbcClient jdbc;
  private final CityClock clock;
  private final ApplicationEventPublisher events;

  ReporterErasure(
      CaseFileStore store,
      CaseFiles files,
      JdbcClient jdbc,
      CityClock clock,
      ApplicationEventPublisher events) {
    this.store = store;
    this.files = files;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Erases the reporter of this case at his request, and of every case linked with it or merged
   * with it that he reported too, whatever their state: nobody calls him back any more. He is known
   * there by name and phone.
   *
   * @return the numbers of the cases that held his name or phone
   * @throws Refusal when the viewer may not erase, no reason is given, or there is nothing to erase
   */
  public Set<String> onRequest(String number, String reason, Viewer viewer) {
    if (viewer.groups().stream().noneMatch(MAY_ERASE::contains)) {
      throw new Refusal(
          NOT_ALLOWED, "Duty leaders and administrators erase personal data: ask one of them.");
    }
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Refusal.ofField(
          MALFORMED,
          "reason",
          "Say in reason who asked for it and why, in at most " + LONGEST_REASON + " characters.");
    }
    Set<String> around = around(number);
    List<CaseFile> locked = store.locked(around);
    Reporter reporter = reporterOf(number, locked);
    List<CaseFile> his = locked.stream().filter(file -> isHis(file, number, reporter)).toList();
    Act act = Act.of(viewer.user(), "eraseReporter").because(nameless(reason.trim(), reporter));
    his.forEach(file -> erase(file, act.with("cause", "request")));
    Set<String> told = new TreeSet<>(around);
    if (reporter.phone() == null || reporter.phone().isBlank()) {
      told.retainAll(his.stream().map(CaseFile::number).toList());
    }
    return tell(his, told, reporter);
  }

  /**
   * A name alone is not his alone: without a phone only the case itself is surely his, and those
   * that were opened again from it.
   */
  private static boolean isHis(CaseFile file, String number, Reporter reporter) {
    boolean sure =
        file.number().equals(number)
            || number.equals(file.parentCase())
            || (reporter.phone() != null && !reporter.phone().isBlank());
    return sure && reporter.equals(file.reported().reporter());
  }

  /** Who asks for himself writes his name: it is not kept in the reason. */
  private static String nameless(String reason, Reporter reporter) {
    String name = reporter.name();
    return name == null || name.isBlank()
        ? reason
        : reason.replace(name.trim(), "*".repeat(name.trim().length()));
  }

  private static Reporter reporterOf(String number, List<CaseFile> locked) {
    CaseFile file =
        locked.stream()
            .filter(one -> one.number().equals(number))
            .findFirst()
            .orElseThrow(() -> CaseFiles.unknown(number));
    if (file.erasedAt() != null) {
      throw new Refusal(CONFLICT, "The reporter of case %s was erased already.".formatted(number));
    }
    if (!file.reported().hasReporter()) {
      throw new Refusal(
          AGAINST_RULES,
          "Case %s holds neither name nor phone of a reporter: there is nothing to erase."
              .formatted(number));
    }
    return file.reported().reporter();
  }

  /** Erases the reporter of this one case because the time to keep him is over. */
  void afterTime(String number, String sentence) {
    CaseFile file = files.get(number);
    if (file.reported().hasReporter()) {
      Reporter reporter = file.reported().reporter();
      erase(file, Act.of(Act.RULE, "eraseReporter").because(sentence).with("cause", "time"));
      Set<String> around = new TreeSet<>(Set.of(number));
      if (file.mergedInto() != null) {
        around.add(file.mergedInto());
      }
      tell(List.of(file), around, reporter);
    }
  }

  /** Logged before it is done: the reason may quote the phone that is concealed there. */
  private void erase(CaseFile file, Act act) {
    Instant at = clock.instant();
    files.aside(file, act, at);
    file.eraseReporter(at);
  }

  private Set<String> tell(List<CaseFile> his, Set<String> around, Reporter reporter) {
    Set<String> cases = his.stream().map(CaseFile::number).collect(Collectors.toSet());
    events.publishEvent(new ReporterErased(cases, around, reporter));
    return new TreeSet<>(cases);
  }

  /** The case and all that are linked with it or merged with it, over any number of steps. */
  private Set<String> around(String number) {
    Set<String> found = new TreeSet<>(Set.of(number));
    Deque<String> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      beside(next.remove()).stream().filter(found::add).forEach(next::add);
    }
    return found;
  }

  private List<String> beside(String number) {
    return jdbc
        .sql(
            """
            SELECT number FROM cc_case_file WHERE parent_case = :number
            UNION SELECT number FROM cc_case_file WHERE merged_into = :number
            UNION SELECT parent_case FROM cc_case_file WHERE number = :number
            UNION SELECT merged_into FROM cc_case_file WHERE number = :number
            """)
        .param("number", number)
        .query(String.class)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }
}
