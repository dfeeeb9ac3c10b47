package org.citycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.citycase.ContentFolder;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the owners' task forms to Tasklist, which fetches them into its own page. Opened as a page
 * a form runs nothing: a link to one must not act with the session of whoever follows it.
 */
@Configuration
class ContentConfig implements WebMvcConfigurer {

  private final ContentFolder content;

  ContentConfig(ContentFolder content) {
    this.content = content;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AloneFormsRunNothing()).addPathPatterns("/forms/**");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    String tasks = content.forms().resolve("tasks").toUri().toString();
    registry
        .addResourceHandler("/forms/tasks/**")
        .addResourceLocations(tasks.endsWith("/") ? tasks : tasks + "/")
        .setCacheControl(CacheControl.noCache());
  }

  private static class AloneFormsRunNothing implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object form) {
      response.setHeader(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
      return true;
    }
  }
}
