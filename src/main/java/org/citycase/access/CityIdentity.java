package org.citycase.access;

import java.util.Map;
import java.util.Optional;
import org.citycase.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's own sign-in service (统一身份认证), by OpenID Connect; people sign in with a password of
 * this service when none is named.
 *
 * @param issuer its address, as its tokens name it; empty for none
 * @param audience whom the tokens of programs must be made for; empty: programs send no tokens
 * @param userClaim the claim that holds the user name, as tasks and logs keep it
 * @param rolesClaim the claim that holds the roles; a dot leads into a claim of claims ({@code
 *     realm_access.roles})
 * @param roles which groups each role stands for, separated by commas; when none is given, a role
 *     stands for the group of its own name
 * @param unitClaim the claim that holds the code of the person's unit
 * @param areaClaim the claim that holds the code of a collector's area, {@code city} for all
 */
@ConfigurationProperties("citycase.oidc")
public record CityIdentity(
    @DefaultValue("") String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("openid,profile") String scopes,
    @DefaultValue("") String audience,
    @DefaultValue("preferred_username") String userClaim,
    @DefaultValue("roles") String rolesClaim,
    Map<String, String> roles,
    @DefaultValue("unit") String unitClaim,
    @DefaultValue("area") String areaClaim) {

  /** The one registration; also the end of the address that people are sent back to. */
  static final String NAME = "city";

  public CityIdentity {
    roles = roles == null ? Map.of() : Map.copyOf(roles);
  }

  /** Why the service cannot start with these settings; empty when it can. */
  public Optional<Refusal> fault() {
    if (isNamed() && (clientId.isBlank() || !scopes.contains("openid"))) {
      return refused(
          "设了 citycase.oidc.issuer，还要设 citycase.oidc.client-id，并在 citycase.oidc.scopes 中保留 openid。",
          "citycase.oidc.issuer is set: name citycase.oidc.client-id too, and keep openid in"
              + " citycase.oidc.scopes.");
    }
    if (takesTokens() && audience.equals(clientId)) {
      return refused(
          "citycase.oidc.audience 不能与客户端编号相同：请为程序另行登记一个。",
          "citycase.oidc.audience is the client id: tokens made for browsers would open the door to"
              + " programs. Register an audience of its own.");
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refused(String zh, String en) {
    return Optional.of(Refusal.inBoth(Refusal.Kind.MALFORMED, zh, en));
  }

  boolean isNamed() {
    return !issuer.isBlank();
  }

  boolean takesTokens() {
    return isNamed() && !audience.isBlank();
  }
}
