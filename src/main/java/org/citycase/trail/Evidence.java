package org.citycase.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows a case's log vouches for, beside its own entries: whenever one is written or removed,
 * the last log entry of that transaction holds the row's hash. A row's hash is that of its
 * {@linkplain Canonical canonical form}: the kind, then all columns in the order given here as
 * text.
 */
public enum Evidence {
  /** The case file itself, without what changes with the log and without personal data. */
  CASE(
      "case",
      "cc_case_file",
      "number",
      "number",
      "number state state_before step channel category condition_id measure description lat lng"
          + " address grid district component reporter_digest reported_by unit co_units split"
          + " coordinated first_unit moved accepted_by co_done handler fed_back_by result"
          + " contractor substitute_cost verification filing check_result limit_value limit_unit"
          + " due_at clock_state late rework_count extension_count return_count"
          + " false_feedback_count supervised leader media quick recurrence substitute exempt"
          + " advice last_reason satisfaction merged_into parent_case standard_version found_at"
          + " reported_at filed_at filed_by filed_publication dispatched_at fed_back_at closed_at"
          + " handling_since void_asked_by"),
  /** A receipt: which row of which table answered. */
  DECISION(
      "decision",
      "cc_decision",
      "case_number",
      "seq",
      "seq case_number asked_at basis_at table_name version row_id question answer lost"),
  /** The running clock. */
  CLOCK(
      "clock",
      "cc_case_clock",
      "case_number",
      "case_number",
      "case_number state limit_value limit_unit limit_seconds extension_seconds extensions"
          + " limit_version category unit used_seconds since_at halted_at due_at holder provisional"
          + " calendar_version round segments"),
  /** An entry of the clock's ledger. */
  SEGMENT(
      "segment",
      "cc_clock_segment",
      "case_number",
      "seq",
      "case_number seq round from_at to_at state holder reason limit_text used_seconds"
          + " calendar_version limit_version whole_seconds extensions due_at unit adjusting"),
  /** A stretch of a stage: somebody's task. */
  STAGE(
      "stage",
      "cc_stage_clock",
      "case_number",
      "seq",
      "case_number seq stage turn task_id holder person from_at to_at limit_value limit_unit"
          + " limit_seconds used_before used_seconds due_at overdue paused calendar_version"),
  /** A photo's row; its bytes have the hash it names. */
  ATTACHMENT(
      "attachment",
      "cc_attachment",
      "case_number",
      "id",
      "id case_number sha256 kind name content_type size at added_by lat lng"),
  /** Penalty points of a unit. */
  PENALTY(
      "penalty",
      "cc_penalty_item",
      "case_number",
      "id",
      "id case_number position code unit points cause adjusts"),
  /** Penalty points of a person. */
  PERSONAL_PENALTY(
      "personalPenalty",
      "cc_personal_penalty",
      "case_number",
      "id",
      "id case_number position code person points"),
  /** The path through the diagrams: one hash over all visits of the case, in their order. */
  PATH(
      "path",
      "cc_visit",
      "case_number",
      "case_number",
      "case_number seq instance_id definition_id element element_kind activity_instance from_at"
          + " to_at canceled"),
  /**
   * What was said to whom. Recipient, address and text name people: a digest under the row's own
   * salt stands for them, and what became of sending it is no evidence.
   */
  NOTICE("notice", "cc_notice", "case_number", "id", "id case_number document at citizen digest"),
  /** What a unit asked for instead of doing the work. */
  REQUEST(
      "request",
      "cc_request",
      "case_number",
      "seq",
      "case_number seq kind unit asked_by asked_at reason new_ground until_date state reviewed_by"
          + " decided_by decided_at decision_reason row_id buck_passing"),
  /** A rung of the ladder of supervision. */
  ESCALATION(
      "escalation",
      "cc_escalation",
      "case_number",
      "seq",
      "case_number seq at rung_key cause clock_round extensions share_percent level_code"
          + " recipient_group alarm row_id note"),
  /** The appeal against the overdue mark. */
  APPEAL(
      "appeal",
      "cc_appeal",
      "case_number",
      "case_number",
      "case_number unit asked_by asked_at reason state decided_by decided_at decision reviewed_by"
          + " reviewed_at review"),
  /** A stretch of somebody's guard at a danger. */
  GUARD(
      "guard",
      "cc_guard",
      "case_number",
      "seq",
      "case_number seq person from_at to_at ended_by told_by note"),
  /** The second clock of a hotline case, and what the caller was answered. */
  REPLY(
      "reply",
      "cc_reply_clock",
      "case_number",
      "case_number",
      "case_number hotline kind limit_value limit_unit started_at due_at answered_at answer");

  /** The kinds the logs of older cases vouched for before the others were added. */
  static final Set<Evidence> FIRST = EnumSet.range(CASE, PERSONAL_PENALTY);

  private static final String DIGEST = "digest";
  private static final List<String> DIGESTED = List.of("salt", "recipient", "address", "body");

  private final String kind;
  private final String table;
  private final String caseColumn;
  private final String keyColumn;
  private final List<String> columns;

  Evidence(String kind, String table, String caseColumn, String keyColumn, String columns) {
    this.kind = kind;
    this.table = table;
    this.caseColumn = caseColumn;
    this.keyColumn = keyColumn;
    this.columns = List.of(columns.split(" "));
  }

  /** The kind a log entry names its rows by. */
  public static Evidence of(String kind) {
    return Arrays.stream(values())
        .filter(one -> one.kind.equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of evidence '" + kind + "'."));
  }

  public String kind() {
    return kind;
  }

  public String table() {
    return table;
  }

  public String caseColumn() {
    return caseColumn;
  }

  public String keyColumn() {
    return keyColumn;
  }

  public List<String> columns() {
    return columns;
  }

  /** The columns to be read for the evidence; a digest is made of the last of them. */
  List<String> reads() {
    if (this != NOTICE) {
      return columns;
    }
    List<String> reads = new ArrayList<>(columns);
    reads.remove(DIGEST);
    reads.addAll(DIGESTED);
    return reads;
  }

  /** A row as evidence, of the columns {@link #reads()}. */
  List<String> row(List<String> read) {
    if (this != NOTICE) {
      return read;
    }
    int last = columns.size() - 1;
    List<String> row = new ArrayList<>(read.subList(0, last));
    row.add(digest(read.subList(last, read.size())));
    return row;
  }

  private static String digest(List<String> read) {
    String salt = read.get(0);
    boolean key = salt != null && salt.matches("([0-9a-f]{2})+");
    return key ? ReporterDigest.of(salt, read.subList(1, read.size())) : null;
  }

  /** The column that orders the rows of a case. */
  String orderColumn() {
    return this == PATH ? "seq" : keyColumn;
  }

  /** Whether one hash stands for all rows of a case. */
  boolean isOfAllRows() {
    return this == PATH;
  }

  /** The hashes of a case's rows by their names, in the order they were given. */
  Map<String, String> hashes(String caseNumber, List<List<String>> rows) {
    if (isOfAllRows()) {
      return Map.of(name(caseNumber), hash(rows.stream().flatMap(List::stream).toList()));
    }
    Map<String, String> hashes = new LinkedHashMap<>();
    rows.forEach(row -> hashes.put(name(row.get(columns.indexOf(keyColumn))), hash(row)));
    return hashes;
  }

  /** The name a log entry gives to the row of this key. */
  String name(String key) {
    return kind + "/" + key;
  }

  /** The hash of a row whose columns read like this, in the order of {@link #columns()}. */
  public String hash(List<String> values) {
    List<String> fields = new ArrayList<>();
    fields.add(kind);
    fields.addAll(values);
    return Canonical.hash(fields);
  }
}
