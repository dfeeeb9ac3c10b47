package org.citycase.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.citycase.Refusal;
import org.citycase.standard.Category.Kind;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final String HEADER =
      "condition_id,kind,major_code,major_name_zh,major_name_en,minor_code,minor_name_zh,"
          + "minor_name_en,filing_condition_zh,filing_condition_en,closing_condition_zh,"
          + "closing_condition_en,unit_type_zh,unit_type_en,source,severity,code_basis,"
          + "legacy_code,valid_from,valid_to\n";
  private static final String SMELL =
      "E01-79-1,event,01,市容环境,City appearance,79,异味,Smell,异味扰民,Smell,消除,Gone,"
          + "环境卫生管理单位,Sanitation unit,local,normal,local,,2026-01-01,2026-12-31\n";

  private final CatalogueData national = BaseData.builtInCatalogue();
  private final Catalogue catalogue = new Catalogue(national);

  @Test
  void theCatalogueHolds577ConditionsOf232Categories() {
    assertThat(national.conditions()).hasSize(577);
    assertThat(catalogue.all()).hasSize(232);
    assertThat(catalogue.unitTypes()).hasSize(39);
  }

  @Test
  void aCategoryKnowsItsNamesAndItsConditionsInOrder() {
    Category lamp = catalogue.category("C01-37", TODAY).orElseThrow();

    assertThat(lamp.nameZh()).isEqualTo("路灯");
    assertThat(lamp.kind()).isEqualTo(Kind.COMPONENT);
    assertThat(catalogue.conditionsOf("C01-37").get(0).id()).isEqualTo("C01-37-1");
    assertThat(catalogue.conditionsOf("C01-37"))
        .extracting(Condition::unitType)
        .containsOnly("Street-lighting operator");
    assertThat(catalogue.condition("E01-10-1").orElseThrow().closingZh()).isEqualTo("清理");
  }

  @Test
  void s63_theOldEventCode0501IsStreetOrderNotABurstMain() {
    assertThat(catalogue.byLegacyCode(Kind.EVENT, "05-01").orElseThrow().code())
        .isEqualTo("E04-01");
    assertThat(catalogue.byLegacyCode(Kind.EVENT, "0402").orElseThrow().code()).isEqualTo("E05-01");
  }

  @Test
  void anOldClassThatWasSplitIsLeftToAPerson() {
    assertThat(catalogue.byLegacyCode(Kind.COMPONENT, "0117")).isEmpty();
    assertThat(catalogue.byLegacyCode(Kind.COMPONENT, null)).isEmpty();
  }

  @Test
  void aLocalMinorIsARowAndHoldsInItsPeriodOnly() throws IOException {
    Catalogue extended = new Catalogue(national.and(local(SMELL)));

    assertThat(extended.category("E01-79", TODAY).orElseThrow().nameEn()).isEqualTo("Smell");
    assertThat(extended.category("E01-79", LocalDate.of(2025, 12, 31))).isEmpty();
    assertThat(extended.category("E01-79", LocalDate.of(2027, 1, 1))).isEmpty();
    assertThat(extended.version()).isNotEqualTo(catalogue.version()).hasSizeLessThan(41);
  }

  @Test
  void aLocalMinorMayNotTakeANationalNumber() {
    assertRefused(SMELL.replace("79", "10"), "catalogue.csv line 2", "downwards from 99");
  }

  @Test
  void aRowThatContradictsItselfIsRefused() {
    assertRefused(SMELL.replace("E01-79-1", "E01-78-1"), "line 2", "E01-79-1");
    assertRefused(SMELL + SMELL, "line 3", "already in line 2");
    assertRefused(SMELL + SMELL.replace("79-1", "79-2").replace("Smell,异", "Stench,异"), "line 3");
    assertRefused(SMELL.replace("normal", "huge"), "line 2", "huge");
    assertRefused(SMELL.replace("2026-12-31", "2026-13-31"), "line 2", "valid_to");
    assertRefused(SMELL.replace("2026-12-31", "2025-12-31"), "line 2", "ends before it begins");
    assertRefused(SMELL.replace(",event,", ",thing,"), "line 2", "thing");
  }

  private static void assertRefused(String rows, String... parts) {
    assertThatThrownBy(() -> local(rows))
        .isInstanceOf(Refusal.class)
        .satisfies(e -> List.of(parts).forEach(part -> assertThat(e).hasMessageContaining(part)));
  }

  private static CatalogueData local(String rows) throws IOException {
    InputStream in = new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8));
    return CatalogueFile.read(in, Set.of("E01-10"));
  }
}
