package org.citycase.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.citycase.access.CurrentUser;
import org.citycase.database.Repeats;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the keeping of answers behind signing in and behind the engine's own filters. */
@Configuration
class OnceDoors {

  @Bean
  FilterRegistrationBean<OnceFilter> once(
      KeptAnswers answers,
      CurrentUser user,
      TransactionTemplate transaction,
      Repeats repeats,
      ObjectMapper json) {
    var filter =
        new FilterRegistrationBean<>(new OnceFilter(answers, user, transaction, repeats, json));
    filter.addUrlPatterns("/api/*", "/engine-rest/*");
    filter.setOrder(Ordered.LOWEST_PRECEDENCE);
    return filter;
  }
}
