package org.citycase.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Our pages speak the language of {@code ?lang=}, then of the cookie, then of the browser. */
@Configuration
class PageConfig implements WebMvcConfigurer {

  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver language = new CookieLocaleResolver("lang");
    language.setCookieMaxAge(REMEMBERED);
    language.setCookieSameSite("Lax");
    language.setCookieHttpOnly(true);
    language.setRejectInvalidCookies(false);
    return language;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    registry
        .addInterceptor(change)
        .addPathPatterns(
            "/", "/login", "/tasks/**", "/cases/**", "/audit/**", "/rules/**", "/operations/**");
  }

  /** The names of the entry files stay, so a browser asks each time whether they changed. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.noCache());
  }
}
