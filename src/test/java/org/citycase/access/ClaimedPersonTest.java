package org.citycase.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;

class ClaimedPersonTest {

  private static CityIdentity city(String rolesClaim, Map<String, String> roles) {
    return new CityIdentity(
        "https://id.example",
        "citycase",
        "secret",
        "openid",
        "",
        "preferred_username",
        rolesClaim,
        roles,
        "unit",
        "area");
  }

  private static List<String> groups(CityIdentity city, Map<String, Object> claims) {
    return new ClaimedPerson(city, claims)
        .groups().stream().map(GrantedAuthority::getAuthority).toList();
  }

  @Test
  void aRoleStandsForTheGroupsItIsMappedToAndForNoOther() {
    CityIdentity city = city("roles", Map.of("desk-3", "operators, dispatchers"));
    assertThat(groups(city, Map.of("roles", List.of("desk-3", "camunda-admin"))))
        .containsExactly("dispatchers", "operators");
  }

  @Test
  void withoutAMapARoleStandsForTheGroupOfItsName() {
    assertThat(groups(city("roles", null), Map.of("roles", List.of("auditors", "unit-GAS-CO"))))
        .containsExactly("auditors");
  }

  @Test
  void unitsAndAreasHaveClaimsOfTheirOwn() {
    CityIdentity city = city("realm_access.roles", null);
    assertThat(
            groups(
                city,
                Map.of(
                    "realm_access",
                    Map.of("roles", List.of("collectors")),
                    "unit",
                    "LAMP-CO",
                    "area",
                    List.of("110101", "../city"))))
        .containsExactly("collectors", "collectors-110101", "unit-LAMP-CO");
    assertThat(groups(city, Map.of("unit", "LAMP-CO", "area", "110101")))
        .containsExactly("unit-LAMP-CO");
  }

  @Test
  void aClaimMayBeNamedByAnAddress() {
    assertThat(groups(city("https://city/roles", null), Map.of("https://city/roles", "leaders he")))
        .containsExactly("leaders");
  }

  @Test
  void whoHasNoKnownRoleOrNoFitNameIsAStranger() {
    CityIdentity city = city("roles", null);
    assertThatThrownBy(
            () -> groups(city, Map.of("preferred_username", "xu", "roles", List.of("poets"))))
        .isInstanceOf(ClaimedPerson.Stranger.class)
        .hasMessageContaining("no role of xu");
    for (Object name :
        new Object[] {"", "a b", "a\nb", "system", "System", "public", "x/../y", 7}) {
      assertThatThrownBy(() -> new ClaimedPerson(city, Map.of("preferred_username", name)).user())
          .as(String.valueOf(name))
          .isInstanceOf(ClaimedPerson.Stranger.class);
    }
  }
}
