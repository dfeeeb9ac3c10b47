package org.citycase.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;

/**
 * Refuses a text that holds half of a character. JSON can write one ({@code "\\ud800"}), but no
 * answer, file or column can hold it: what is kept would differ from what the log vouches for.
 */
@JsonComponent
class WholeText extends StringDeserializer {

  private static final long serialVersionUID = 1L;

  /** Tells that a text is cut within a character. */
  static class HalfCharacter extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    HalfCharacter(JsonParser parser) {
      super(parser, "half of a character");
    }
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = super.deserialize(parser, context);
    if (text != null && !isWhole(text)) {
      throw new HalfCharacter(parser);
    }
    return text;
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(one -> one >= 0xD800 && one <= 0xDFFF);
  }
}
