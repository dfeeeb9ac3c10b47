package org.citycase.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whom the browser says a request is from, and whether it may change something. */
class CrossSiteFilterTest {

  private static int status(String method, Map<String, String> headers) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/cases");
    request.addHeader("Host", "city.example:8443");
    headers.forEach(request::addHeader);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new CrossSiteFilter().doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin,200",
    "none,200",
    "same-site,403",
    "cross-site,403",
    "something-new,403"
  })
  void aBrowserSaysHowFarAwayThePageIs(String site, int status) throws Exception {
    assertThat(status("POST", Map.of("Sec-Fetch-Site", site))).isEqualTo(status);
    assertThat(status("GET", Map.of("Sec-Fetch-Site", site))).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "https://city.example:8443,200",
    "https://CITY.example:8443,200",
    "https://city.example,403",
    "https://evil.example,403",
    "https://city.example:8443.evil.example,403",
    "https://evil.example/city.example:8443,403",
    "null,403",
    "'',403",
    "not an address,403"
  })
  void anOlderBrowserNamesThePageOnly(String origin, int status) throws Exception {
    assertThat(status("DELETE", Map.of("Origin", origin))).isEqualTo(status);
  }

  @Test
  void aProgramSaysNothing() throws Exception {
    assertThat(status("POST", Map.of("Authorization", "Basic bGk6bGk="))).isEqualTo(200);
  }

  @Test
  void theModelerIsAFileAndCarriesNoSession() throws Exception {
    Map<String, String> modeler =
        Map.of("Origin", "file://", "Sec-Fetch-Site", "cross-site", "Authorization", "Basic x");
    assertThat(status("POST", modeler)).isEqualTo(200);
    assertThat(status("POST", Map.of("Origin", "file://", "Cookie", "JSESSIONID=1")))
        .isEqualTo(403);
  }
}
