package org.citycase.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The filters before the engine's REST interface and its webapps, after the security chain. */
@Configuration
class EngineDoors {

  private static final int AFTER_SECURITY = 101;

  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLogin() {
    var filter = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new WebappDoor());
    filter.setInitParameters(Map.of("authentication-provider", WebappLogin.class.getName()));
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setOrder(AFTER_SECURITY);
    return filter;
  }

  @Bean
  FilterRegistrationBean<EngineUserFilter> engineUser(ObjectProvider<IdentityService> identity) {
    var filter = new FilterRegistrationBean<>(new EngineUserFilter(identity));
    filter.addUrlPatterns("/engine-rest/*");
    filter.setOrder(AFTER_SECURITY + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<EngineAnswers> engineAnswers(ObjectMapper json) {
    var filter = new FilterRegistrationBean<>(new EngineAnswers(json));
    filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
    filter.setOrder(AFTER_SECURITY - 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<EngineRefusalFilter> engineRefusals(ObjectMapper json) {
    var filter = new FilterRegistrationBean<>(new EngineRefusalFilter(json));
    filter.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*");
    filter.setOrder(AFTER_SECURITY + 2);
    return filter;
  }

  /** Lets the engine's REST interface act as the signed-in user, so that authorizations apply. */
  private static class EngineUserFilter extends OncePerRequestFilter {

    private final ObjectProvider<IdentityService> identity;

    EngineUserFilter(ObjectProvider<IdentityService> identity) {
      this.identity = identity;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      Authentication who = SecurityContextHolder.getContext().getAuthentication();
      if (who == null || who instanceof AnonymousAuthenticationToken) {
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        return;
      }
      List<String> groups =
          who.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
      try {
        identity.getObject().setAuthentication(who.getName(), groups, List.of());
        chain.doFilter(request, response);
      } finally {
        identity.getObject().clearAuthentication();
      }
    }
  }
}
