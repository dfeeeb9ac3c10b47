package org.citycase.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.citycase.casefile.CaseQuery;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;

/** Describes the parameters of a search (see {@link CaseQuery}) to who reads the interface. */
@Component
class InterfaceSearches implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod door) {
    boolean searches =
        Arrays.stream(door.getMethodParameters())
            .anyMatch(given -> given.getParameterType() == MultiValueMap.class);
    if (searches) {
      Stream.concat(CaseQuery.FILTERS.stream(), Stream.of("sort"))
          .map(InterfaceSearches::repeatable)
          .forEach(operation::addParametersItem);
    }
    return operation;
  }

  private static QueryParameter repeatable(String name) {
    QueryParameter parameter = new QueryParameter();
    parameter.name(name).required(false).schema(new ArraySchema().items(new StringSchema()));
    return parameter;
  }
}
