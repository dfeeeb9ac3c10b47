package org.citycase.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Names in the description of the interface: several doors have a body of their own called Wanted
 * or Asked, which by its short name alone would be described as that of another door.
 */
@Configuration
class InterfaceNames {

  @Bean
  ModelResolver schemas(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), new WithOwner());
  }

  /** {@code ReporterControllerAsked} for the record Asked of the reporter's door. */
  private static class WithOwner extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
      String name = super.nameForClass(type, options);
      Class<?> owner = type.getDeclaringClass();
      boolean ours = owner != null && owner.getName().startsWith("org.citycase.");
      return ours ? nameForClass(owner, options) + name : name;
    }
  }
}
