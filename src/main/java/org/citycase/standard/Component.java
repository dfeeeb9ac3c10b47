package org.citycase.standard;

import jakarta.persistence.Embeddable;

/**
 * A component (部件) of the register, e.g. one street lamp.
 *
 * @param code by {@link ComponentCode}
 * @param category e.g. {@code C01-37}
 * @param lat degrees, CGCS2000
 * @param lng degrees, CGCS2000
 * @param ownerUnit unit that owns it (权属单位); null when nobody knows
 * @param state 完好, 破损, 丢失, 废弃 or 移除
 */
@Embeddable
public record Component(
    String code, String category, double lat, double lng, String ownerUnit, String state) {}
