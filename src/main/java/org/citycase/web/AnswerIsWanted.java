package org.citycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a request that writes and takes no JSON for an answer before anything is done; the
 * framework would find out only when all of it is written.
 */
@Configuration
class AnswerIsWanted implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new BeforeWriting()).addPathPatterns("/api/**");
  }

  private static class BeforeWriting implements HandlerInterceptor {

    private final HeaderContentNegotiationStrategy accepted =
        new HeaderContentNegotiationStrategy();

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws HttpMediaTypeNotAcceptableException {
      boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
      if (!reads && handler instanceof HandlerMethod door && !door.isVoid()) {
        requireJson(request);
      }
      return true;
    }

    private void requireJson(HttpServletRequest request)
        throws HttpMediaTypeNotAcceptableException {
      List<MediaType> wanted = accepted.resolveMediaTypes(new ServletWebRequest(request));
      if (wanted.stream().noneMatch(one -> one.isCompatibleWith(MediaType.APPLICATION_JSON))) {
        throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
      }
    }
  }
}
