package org.citycase.trail;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.citycase.trail.Chain.Flaw;
import org.citycase.trail.Chain.Link;
import org.citycase.trail.Checker.Tally;
import org.citycase.trail.Finding.Kind;

/** The check of one case: its log, the witnessed rows, its case file and its photos. */
final class CaseCheck {

  private static final String CASE_FILE = "case file";

  private final CaseTrail trail;
  private final List<Link> links;
  private final Consumer<Finding> found;
  private final Vouching log;
  private boolean whole = true;
  private boolean caseFileTold;
  private long rows;

  /** Kinds nothing vouches for yet, because the case is older than that. */
  private Set<Evidence> older = Set.of();

  CaseCheck(CaseTrail trail, List<Link> links, Consumer<Finding> found) {
    this.trail = trail;
    this.links = links;
    this.found = found;
    this.log = new Vouching(trail, links);
  }

  /** Checks all of it and tells what was checked. */
  Tally check(KeptPhotos photos) {
    log();
    if (whole && trail.head() != null && !isTraced()) {
      older = log.older();
    }
    if (!log.hasBegun() && !older.isEmpty()) {
      neverVouched();
    }
    rows();
    caseFile();
    return new Tally(
        1, links.size(), rows, photos == null ? 0 : photos(photos), 0, older.isEmpty() ? 0 : 1);
  }

  /** Nothing tells whether it is older than all vouching or was made to look so. */
  private void neverVouched() {
    caseFileTold = true;
    found.accept(
        Finding.of(trail.number(), CASE_FILE, links.isEmpty() ? Kind.MISSING : Kind.UNPROVEN)
            .because(
                "它的日志没有为任何行作证；若是升级前的案件，请先启动一次服务。",
                "Its log vouches for none of its rows: if the case is older than that, start the service once."));
  }

  /** Whether nothing was found in the log itself. */
  boolean isWhole() {
    return whole;
  }

  private void tell(String what, Kind kind) {
    found.accept(Finding.of(trail.number(), what, kind));
  }

  private void log() {
    CaseTrail.Head head = trail.head();
    Chain.Head end =
        head == null ? null : new Chain.Head(Checker.number(head.length()), head.hash());
    for (Flaw flaw : new Chain(links, end).flaws()) {
      boolean atHead = flaw.seq() == null;
      caseFileTold |= atHead;
      whole &= atHead;
      tell(atHead ? CASE_FILE : "log " + flaw.seq(), flaw.kind());
    }
    if (whole && !links.isEmpty() && fromState() != null) {
      whole = false;
      found.accept(
          Finding.of(trail.number(), "log 1", Kind.ALTERED)
              .because(
                  "案件的日志以上报开始，这一条不是。", "A log begins with the report, and this entry is none."));
    }
  }

  /** Of the first entry: a case comes from no state. */
  private String fromState() {
    return trail.log().get(0).get(CaseTrail.LOG.indexOf("from_state"));
  }

  /** Compares the rows with what the log vouches for. */
  private void rows() {
    flaws()
        .forEach(
            (name, kind) -> {
              String what = what(name);
              caseFileTold |= what.equals(CASE_FILE);
              tell(what, whole ? kind : Kind.UNPROVEN);
            });
    rows = trail.rows().values().stream().mapToLong(List::size).sum();
  }

  private Map<String, Kind> flaws() {
    Map<String, Kind> flaws = new TreeMap<>(log.altered());
    Map<String, String> vouched = new TreeMap<>(log.rows());
    for (Evidence kind : Evidence.values()) {
      List<List<String>> some = trail.rows().getOrDefault(kind, List.of());
      if (!older.contains(kind) && (!some.isEmpty() || kind.isOfAllRows())) {
        kind.hashes(trail.number(), some)
            .forEach((name, hash) -> compare(name, hash, vouched.remove(name), flaws));
      }
    }
    vouched.values().removeIf(Objects::isNull);
    vouched.keySet().forEach(name -> flaws.put(name, Kind.MISSING));
    return flaws;
  }

  private void compare(String name, String hash, String vouched, Map<String, Kind> flaws) {
    if (vouched != null && !vouched.equals(hash)) {
      flaws.put(name, Kind.ALTERED);
    } else if (vouched == null && isThere(name)) {
      flaws.put(name, Kind.ADDED);
    }
  }

  /** A path without visits is none. */
  private boolean isThere(String name) {
    return !name.equals(Evidence.PATH.name(trail.number()))
        || trail.rows().containsKey(Evidence.PATH);
  }

  /** {@code decision/17} is told as {@code decision 17}; what a case has one of has no number. */
  private static String what(String name) {
    String kind = name.substring(0, name.indexOf('/'));
    return switch (kind) {
      case "case" -> CASE_FILE;
      case "clock", "path", "appeal", "reply" -> kind;
      default -> name.replaceFirst("/", " ");
    };
  }

  private boolean isTraced() {
    return "1".equals(trail.head().traced());
  }

  /** What of the case file no row hash covers. */
  private void caseFile() {
    CaseTrail.Head head = trail.head();
    if (head == null || caseFileTold || !whole) {
      return;
    }
    Finding bad = Finding.of(trail.number(), CASE_FILE, Kind.ALTERED);
    if (log.isTraced() != isTraced()) {
      found.accept(bad);
    } else if (head.reporter() == CaseTrail.Reporter.ALTERED) {
      found.accept(
          bad.because(
              "报案人的姓名或电话与当时留下的摘要不符。",
              "The reporter's name or phone is not what the digest was made of."));
    } else if (!log.agreesErased(head)) {
      found.accept(
          bad.because(
              "个人信息的删除与日志不符。", "The erasure of personal data does not agree with the log."));
    }
  }

  private long photos(KeptPhotos photos) {
    Set<String> done = new HashSet<>();
    int column = Evidence.ATTACHMENT.columns().indexOf("sha256");
    for (List<String> row : trail.rows().getOrDefault(Evidence.ATTACHMENT, List.of())) {
      String sha256 = row.get(column);
      if (sha256 != null && done.add(sha256)) {
        String content = photos.sha256(sha256);
        if (!sha256.equals(content)) {
          tell("photo " + sha256, content == null ? Kind.MISSING : Kind.ALTERED);
        }
      }
    }
    return done.size();
  }
}
