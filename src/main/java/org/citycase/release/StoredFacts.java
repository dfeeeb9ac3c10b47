package org.citycase.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the facts of a receipt. */
@Component
class StoredFacts {

  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private final ObjectMapper json;

  StoredFacts(ObjectMapper json) {
    this.json = json;
  }

  /** Question or answer by the names of its properties. */
  Map<String, Object> of(String stored) {
    try {
      return json.readValue(stored, FACTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored receipt cannot be read: " + stored, e);
    }
  }
}
