package org.citycase.casefile;

import java.util.EnumSet;
import java.util.Set;

/**
 * The state of a case. The legal moves between states are those of T01–T30; whatever a diagram
 * draws, {@link CaseFile} refuses every other one.
 */
public enum CaseState {
  REPORTED("待受理", "operators"),
  VERIFYING("核实中", "collectors"),
  REJECTED("不予受理", "nobody"),
  TO_FILE("待立案", "duty-leaders"),
  NOT_FILED("不予立案", "nobody"),
  MERGED("并案", "nobody"),
  TO_DISPATCH("待派遣", "dispatchers"),
  COORDINATING("协调中", "coordinators"),
  DISPATCHED("待接收", "unit"),
  HANDLING("处置中", "unit"),
  RETURN_REVIEW("回退审批中", "dispatchers"),
  SUSPENDED("挂账", "nobody"),
  FEEDBACK("待核查", "operators"),
  CHECKING("核查中", "collectors"),
  TO_CLOSE("待结案", "duty-leaders"),
  CLOSED("已结案", "nobody"),
  VOID_REVIEW("作废审批中", "duty-leaders"),
  VOIDED("作废", "nobody");

  private static final Set<CaseState> ENDS =
      EnumSet.of(REJECTED, NOT_FILED, MERGED, CLOSED, VOIDED);

  private static final Set<CaseState> OPEN_AFTER_FILING =
      EnumSet.of(
          TO_DISPATCH,
          COORDINATING,
          DISPATCHED,
          HANDLING,
          RETURN_REVIEW,
          SUSPENDED,
          FEEDBACK,
          CHECKING,
          TO_CLOSE);

  private final String nameZh;
  private final String owner;

  CaseState(String nameZh, String owner) {
    this.nameZh = nameZh;
    this.owner = owner;
  }

  public String nameZh() {
    return nameZh;
  }

  /** Who has a case in this state: a group, {@code unit} for the responsible one, or nobody. */
  public String owner() {
    return owner;
  }

  /** Whether the case is over in this state. */
  public boolean isEnd() {
    return ENDS.contains(this);
  }

  /** The states of cases that are not over. */
  public static Set<CaseState> open() {
    return EnumSet.complementOf(EnumSet.copyOf(ENDS));
  }

  /** The states a report may be born in: T02 and, for a collector's own report, T01. */
  static Set<CaseState> births() {
    return EnumSet.of(REPORTED, TO_FILE);
  }

  /** The states this one may move to, VOID_REVIEW's way back to the former state included. */
  Set<CaseState> next() {
    EnumSet<CaseState> next =
        switch (this) {
          case REPORTED -> EnumSet.of(VERIFYING, TO_FILE, REJECTED, MERGED);
          case VERIFYING -> EnumSet.of(REPORTED, REJECTED);
          case TO_FILE -> EnumSet.of(TO_DISPATCH, NOT_FILED, REPORTED, MERGED, CLOSED, VOID_REVIEW);
          case TO_DISPATCH -> EnumSet.of(DISPATCHED, COORDINATING, TO_FILE);
          case COORDINATING -> EnumSet.of(DISPATCHED);
          case DISPATCHED -> EnumSet.of(HANDLING, RETURN_REVIEW);
          case HANDLING -> EnumSet.of(RETURN_REVIEW, SUSPENDED, FEEDBACK);
          case RETURN_REVIEW -> EnumSet.of(DISPATCHED, COORDINATING, TO_FILE);
          case SUSPENDED -> EnumSet.of(HANDLING);
          case FEEDBACK -> EnumSet.of(CHECKING, HANDLING);
          case CHECKING -> EnumSet.of(TO_CLOSE, HANDLING);
          case TO_CLOSE -> EnumSet.of(CLOSED, CHECKING);
          case VOID_REVIEW -> reviewed();
          case REJECTED, NOT_FILED, MERGED, CLOSED, VOIDED -> EnumSet.noneOf(CaseState.class);
        };
    if (OPEN_AFTER_FILING.contains(this)) {
      next.add(VOID_REVIEW);
    }
    if (this == VOID_REVIEW) {
      next.add(VOIDED);
    }
    return next;
  }

  private static EnumSet<CaseState> reviewed() {
    EnumSet<CaseState> former = EnumSet.copyOf(OPEN_AFTER_FILING);
    former.add(TO_FILE);
    return former;
  }
}
