package org.citycase.standard;

import jakarta.persistence.Embeddable;

/**
 * A responsible unit (专业部门、责任单位).
 *
 * @param code by {@link UnitCode}
 * @param nameEn null when the city gives none
 * @param unitType English name of its type in the catalogue
 * @param district code of the county, sub-district or community it serves; null for the whole city
 */
@Embeddable
public record Unit(String code, String nameZh, String nameEn, String unitType, String district) {

  /** In this language; in Chinese when there is no English name. */
  public String name(boolean english) {
    return english && nameEn != null ? nameEn : nameZh;
  }
}
