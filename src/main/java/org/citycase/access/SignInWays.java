package org.citycase.access;

import org.springframework.stereotype.Component;

/** How people may sign in (登录方式), for the page that asks them to. */
@Component
public class SignInWays {

  private final CityIdentity city;

  SignInWays(CityIdentity city) {
    this.city = city;
  }

  /** Where the city's own sign-in service is asked; null when there is none. */
  public String cityService() {
    return city.isNamed() ? "/oauth2/authorization/" + CityIdentity.NAME : null;
  }
}
