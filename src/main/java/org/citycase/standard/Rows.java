package org.citycase.standard;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The tables of the base data. A row has a key of its own, because one code may have several rows,
 * each with its validity period.
 */
final class Rows {

  private Rows() {}

  @MappedSuperclass
  abstract static class Row {
    @Id String id = UUID.randomUUID().toString();
  }

  /** A row that is in force from one day to another; null stands for no bound. */
  @MappedSuperclass
  abstract static class DatedRow extends Row {
    LocalDate validFrom;
    LocalDate validTo;
  }

  @Entity(name = "CategoryRow")
  @Table(name = "cc_category")
  static class CategoryRow extends Row {
    @Embedded Category content;

    CategoryRow() {}

    CategoryRow(Category content) {
      this.content = content;
    }
  }

  @Entity(name = "ConditionRow")
  @Table(name = "cc_condition")
  static class ConditionRow extends Row {
    @Embedded Condition content;

    ConditionRow() {}

    ConditionRow(Condition content) {
      this.content = content;
    }
  }

  @Entity(name = "DistrictRow")
  @Table(name = "cc_district")
  static class DistrictRow extends DatedRow {
    @Embedded District content;

    DistrictRow() {}

    DistrictRow(District content) {
      this.content = content;
    }
  }

  @Entity(name = "UnitRow")
  @Table(name = "cc_unit")
  static class UnitRow extends DatedRow {
    @Embedded Unit content;

    UnitRow() {}

    UnitRow(Unit content) {
      this.content = content;
    }
  }

  @Entity(name = "WorkGridRow")
  @Table(name = "cc_work_grid")
  static class WorkGridRow extends DatedRow {
    @Embedded WorkGrid content;

    WorkGridRow() {}

    WorkGridRow(WorkGrid content) {
      this.content = content;
    }
  }

  @Entity(name = "ComponentRow")
  @Table(name = "cc_component")
  static class ComponentRow extends DatedRow {
    @Embedded Component content;

    ComponentRow() {}

    ComponentRow(Component content) {
      this.content = content;
    }
  }

  @Entity(name = "PersonRow")
  @Table(name = "cc_person")
  static class PersonRow extends DatedRow {
    @Embedded Person content;

    PersonRow() {}

    PersonRow(Person content) {
      this.content = content;
    }
  }

  @Entity(name = "CalendarDayRow")
  @Table(name = "cc_calendar_day")
  static class CalendarDayRow extends Row {
    @Embedded CalendarDay content;

    CalendarDayRow() {}

    CalendarDayRow(CalendarDay content) {
      this.content = content;
    }
  }

  /** One row: two nodes that start together cannot both write a city. */
  @Entity(name = "CityRow")
  @Table(name = "cc_city")
  static class CityRow {
    @Id String id = "city";
    @Embedded CitySettings content;

    CityRow() {}

    CityRow(CitySettings content) {
      this.content = content;
    }
  }

  @Entity(name = "GridRow")
  @Table(name = "cc_grid")
  static class GridRow extends DatedRow {
    String code;

    /** Well-known binary, see {@link Shapes}. */
    @Lob
    @Column(columnDefinition = "LONGBLOB")
    byte[] shape;

    GridRow() {}

    GridRow(Plot plot, LocalDate validFrom) {
      this.code = plot.code().value();
      this.shape = Shapes.toBytes(plot.polygon());
      this.validFrom = validFrom;
    }
  }
}
