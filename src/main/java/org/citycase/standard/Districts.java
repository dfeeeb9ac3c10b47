package org.citycase.standard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;
import org.springframework.stereotype.Service;

/** The counties, sub-districts and communities of the city. Answers from memory. */
@Service
public class Districts {

  private final Map<String, District> byCode;

  Districts(BaseData base) {
    byCode =
        base.all("DistrictRow", District.class).stream()
            .collect(Collectors.toMap(District::code, Function.identity()));
  }

  public Optional<District> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** All districts, by code. */
  public List<District> all() {
    return byCode.values().stream().sorted(Comparator.comparing(District::code)).toList();
  }

  void requireCommunity(String code) {
    boolean known =
        find(code).filter(found -> found.level() == District.Level.COMMUNITY).isPresent();
    if (!known) {
      throw new Refusal(Kind.UNKNOWN, "Community " + code + " is not known in this city.");
    }
  }
}
