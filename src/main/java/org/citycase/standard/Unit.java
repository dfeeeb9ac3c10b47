package org.citycase.standard;

import jakarta.persistence.Embeddable;

/**
 * A responsible unit (专业部门、责任单位).
 *
 * @param code by {@link UnitCode}
 * @param unitType English name of its type in the catalogue
 * @param district code of the county, sub-district or community it serves; null for the whole city
 */
@Embeddable
public record Unit(String code, String nameZh, String nameEn, String unitType, String district) {}
