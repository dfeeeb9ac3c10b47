package org.citycase.standard;

import jakarta.persistence.Embeddable;

/** One unit grid of a department work grid (部门工作网格): there this unit serves for its type. */
@Embeddable
record WorkGrid(String unit, String unitType, String grid) {}
