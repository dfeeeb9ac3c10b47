package org.citycase.standard;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The register of components. Answers from memory. */
@Service
public class Components {

  private final Map<String, Component> byCode;

  Components(BaseData base) {
    byCode =
        base.all("ComponentRow", Component.class).stream()
            .collect(Collectors.toMap(Component::code, Function.identity()));
  }

  public Optional<Component> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }
}
