package org.citycase.evaluate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.citycase.evaluate.Grading.Graded;
import org.citycase.evaluate.Grading.Weighed;

/**
 * The scores of one kind of object over a period, with all that they were made from.
 *
 * @param object unit, post or region
 * @param until what happened from this instant on was not counted
 * @param version the version of the table {@code score} that weighed
 */
record ScoreReport(
    String object,
    String profile,
    LocalDate from,
    LocalDate to,
    Instant until,
    String table,
    String version,
    List<Item> items) {

  /**
   * One unit, district or person.
   *
   * @param post empty for units and districts
   * @param score null, with its grade, when nothing was counted
   */
  record Item(
      String object,
      String post,
      String code,
      String nameZh,
      String nameEn,
      BigDecimal score,
      String grade,
      String row,
      List<Line> indicators) {

    static Item of(ScoreObject object, Roll.Entry who, Graded graded) {
      return new Item(
          object.kind(),
          object.post(),
          who.code(),
          who.nameZh(),
          who.nameEn(),
          graded.score(),
          graded.grade(),
          graded.row(),
          graded.indicators().stream().map(Line::of).toList());
    }
  }

  /**
   * One indicator.
   *
   * @param value a rate in percent, an average or a count; null for nothing out of nothing
   * @param shown the value as people read it, a dash for none
   * @param weight points at best of the part it belongs to; 0 when it is not weighed
   */
  record Line(
      String indicator,
      String zh,
      String en,
      Long numerator,
      Long denominator,
      BigDecimal value,
      String shown,
      String part,
      double weight,
      String row) {

    static Line of(Weighed weighed) {
      Figure figure = weighed.figure();
      return new Line(
          figure.indicator().code(),
          figure.indicator().nameZh(),
          figure.indicator().nameEn(),
          figure.numerator(),
          figure.denominator(),
          figure.rounded(),
          figure.shown(),
          weighed.weight().part(),
          weighed.weight().weight(),
          weighed.row());
    }
  }
}
