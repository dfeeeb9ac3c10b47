package org.citycase.standard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The counties, sub-districts and communities of the city. Answers from memory. */
@Service
public class Districts {

  private static final List<District.Level> NEAREST_FIRST =
      List.of(District.Level.COMMUNITY, District.Level.SUBDISTRICT, District.Level.COUNTY);

  private final Map<String, District> byCode;

  @Autowired
  Districts(BaseData base) {
    this(base.all("DistrictRow", District.class));
  }

  Districts(List<District> districts) {
    byCode = districts.stream().collect(Collectors.toMap(District::code, Function.identity()));
  }

  public Optional<District> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** All districts, by code. */
  public List<District> all() {
    return byCode.values().stream().sorted(Comparator.comparing(District::code)).toList();
  }

  /**
   * The maturity (区域成熟度) of the area a grid lies in: what its community says, else its
   * sub-district, else its county; empty when none of them does.
   */
  public String maturityAt(String grid) {
    return NEAREST_FIRST.stream()
        .map(level -> byCode.get(grid.substring(0, level.digits())))
        .filter(district -> district != null && district.maturity() != null)
        .map(District::maturity)
        .findFirst()
        .orElse("");
  }

  void requireCommunity(String code) {
    boolean known =
        find(code).filter(found -> found.level() == District.Level.COMMUNITY).isPresent();
    if (!known) {
      throw new Refusal(Kind.UNKNOWN, "Community " + code + " is not known in this city.");
    }
  }
}
