package org.citycase.web;

import org.citycase.ContentFolder;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the owners' task forms to Tasklist. */
@Configuration
class ContentConfig implements WebMvcConfigurer {

  private final ContentFolder content;

  ContentConfig(ContentFolder content) {
    this.content = content;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    String tasks = content.forms().resolve("tasks").toUri().toString();
    registry
        .addResourceHandler("/forms/tasks/**")
        .addResourceLocations(tasks.endsWith("/") ? tasks : tasks + "/")
        .setCacheControl(CacheControl.noCache());
  }
}
