package org.citycase.standard;

/**
 * A unit grid (单元网格), the smallest place of the city: about 10,000 m², inside one community.
 *
 * @param code the code by {@link GridCode}
 * @param county 6 digits
 * @param subdistrict 9 digits
 * @param community 12 digits
 */
public record Grid(String code, String county, String subdistrict, String community) {

  static Grid of(GridCode code) {
    return new Grid(code.value(), code.county(), code.subdistrict(), code.community());
  }
}
