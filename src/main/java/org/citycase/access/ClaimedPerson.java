package org.citycase.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Whom a token of the city's sign-in service is about: the claims are believed, since its signature
 * was checked, but a name or a role that this service does not know lets nobody in.
 */
final class ClaimedPerson {

  /** As the engine takes names; and who acts without a person must not be played by one. */
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Set<String> NOBODY = Set.of("system", Viewer.PUBLIC.user());
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final CityIdentity city;
  private final Map<String, Object> claims;

  ClaimedPerson(CityIdentity city, Map<String, Object> claims) {
    this.city = city;
    this.claims = claims;
  }

  /** Why somebody whose token is good is not let in; the sentence is for the log. */
  static class Stranger extends RuntimeException {
    Stranger(String sentence) {
      super(sentence);
    }
  }

  /** The user name. */
  String user() {
    Object name = claims.get(city.userClaim());
    if (!(name instanceof String user)
        || !USER.matcher(user).matches()
        || NOBODY.contains(user.toLowerCase(Locale.ROOT))) {
      throw new Stranger("the claim " + city.userClaim() + " holds no user name");
    }
    return user;
  }

  /** The groups the person acts for; never empty. */
  List<GrantedAuthority> groups() {
    Set<String> groups = new TreeSet<>();
    values(city.rolesClaim()).flatMap(this::groups).forEach(groups::add);
    codes(city.unitClaim()).forEach(code -> groups.add("unit-" + code));
    if (groups.contains("collectors")) {
      codes(city.areaClaim()).forEach(code -> groups.add("collectors-" + code));
    }
    if (groups.isEmpty()) {
      throw new Stranger("no role of " + user() + " is known here");
    }
    return groups.stream()
        .map(group -> (GrantedAuthority) new SimpleGrantedAuthority(group))
        .toList();
  }

  private Stream<String> groups(String role) {
    if (!city.roles().isEmpty()) {
      return Arrays.stream(city.roles().getOrDefault(role, "").split(","))
          .map(String::trim)
          .filter(group -> !group.isEmpty());
    }
    return Viewer.DESKS.contains(role) ? Stream.of(role) : Stream.of();
  }

  private Stream<String> codes(String claim) {
    return values(claim).filter(code -> CODE.matcher(code).matches());
  }

  private Stream<String> values(String claim) {
    Object value = found(claim);
    if (value instanceof Collection<?> many) {
      return many.stream().filter(String.class::isInstance).map(String.class::cast);
    }
    return value instanceof String one ? Arrays.stream(one.split("[ ,]+")) : Stream.of();
  }

  /** Some name their claims by an address, whose dots lead nowhere. */
  private Object found(String claim) {
    Object value = claims;
    if (claims.containsKey(claim)) {
      return claims.get(claim);
    }
    for (String step : claim.split("\\.")) {
      value = value instanceof Map<?, ?> inner ? inner.get(step) : null;
    }
    return value;
  }
}
