package org.citycase.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.citycase.casefile.CaseFile;
import org.citycase.clock.CityClock;
import org.citycase.clock.Limit;
import org.citycase.release.AskedCase.Answered;

/**
 * A past case that would have gone another way by the draft; what would not have changed is null.
 *
 * @param before the answer by the version before, of the last decision that changes; null when it
 *     has none
 * @param after the same by the draft
 * @param unit where the case would have been sent; null when people would have had to agree
 * @param limit the limit of the case; null when it would not have been filed
 * @param due the last instant on time
 * @param onTime false when its time ran out, by now
 * @param points of all units
 * @param receipts every decision that changes, when there are several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangedCase(
    String number,
    String category,
    String table,
    Map<String, Object> before,
    Map<String, Object> after,
    Pair<String> row,
    Pair<String> unit,
    Pair<Limit> limit,
    Pair<OffsetDateTime> due,
    Pair<Boolean> onTime,
    Pair<BigDecimal> points,
    List<ChangedReceipt> receipts) {

  static ChangedCase of(AskedCase asked, CaseFile file, Effect effect, CityClock clock) {
    List<ChangedReceipt> receipts = asked.changed().stream().map(ChangedReceipt::of).toList();
    ChangedReceipt last = receipts.get(receipts.size() - 1);
    return new ChangedCase(
        asked.number(),
        file.category(),
        asked.table(),
        last.before(),
        last.after(),
        last.row(),
        effect.unit(),
        effect.limit(),
        Pair.both(effect.due(), due -> clock.inCity(due)),
        effect.onTime(),
        Pair.both(effect.movedPoints(), Tally::sum),
        receipts.size() == 1 ? null : receipts);
  }

  /** One decision that would have been another one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangedReceipt(
      long seq, Pair<String> row, Map<String, Object> before, Map<String, Object> after) {

    static ChangedReceipt of(Answered one) {
      boolean answered = one.answers().before() != null;
      return new ChangedReceipt(
          one.asked().seq(),
          new Pair<>(answered ? one.answers().before().row() : null, one.answers().after().row()),
          answered ? one.answers().before().answer() : null,
          one.answers().after().answer());
    }
  }
}
