package org.citycase.web;

import jakarta.servlet.ServletResponse;
import java.util.Arrays;
import org.citycase.database.Repeats;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** Every request that loses a race in the database is handled again before anybody is told. */
@Component
class RepeatingHandlers implements WebMvcRegistrations {

  private final Repeats repeats;

  RepeatingHandlers(Repeats repeats) {
    this.repeats = repeats;
  }

  @Override
  public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
    return new RequestMappingHandlerAdapter() {
      @Override
      protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
        return new Handler(method);
      }
    };
  }

  private final class Handler extends ServletInvocableHandlerMethod {

    Handler(HandlerMethod method) {
      super(method);
    }

    /** What writes its answer by itself may have begun to. */
    @Override
    protected Object doInvoke(Object... arguments) throws Exception {
      return Arrays.stream(arguments).anyMatch(ServletResponse.class::isInstance)
          ? super.doInvoke(arguments)
          : repeats.of(() -> super.doInvoke(arguments));
    }
  }
}
