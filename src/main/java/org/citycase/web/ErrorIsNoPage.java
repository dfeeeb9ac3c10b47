package org.citycase.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever asks for the address of errors itself is told that there is no such page. */
@Configuration
class ErrorIsNoPage {

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> askedErrors() {
    var filter = new FilterRegistrationBean<OncePerRequestFilter>(new NotFound());
    filter.addUrlPatterns("/error");
    filter.setDispatcherTypes(DispatcherType.REQUEST);
    return filter;
  }

  private static class NotFound extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        jakarta.servlet.http.HttpServletRequest request,
        HttpServletResponse response,
        jakarta.servlet.FilterChain chain)
        throws java.io.IOException {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
