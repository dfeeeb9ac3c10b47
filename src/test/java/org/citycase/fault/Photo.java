package org.citycase.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Pictures of noise: no two are the same, and none is smaller than what was asked for. */
final class Photo {

  private Photo() {}

  static JsonNode taken(ObjectMapper json) {
    String picture = Base64.getEncoder().encodeToString(noise(16));
    return json.valueToTree(List.of(Map.of("name", "a.png", "base64", picture)));
  }

  private static byte[] noise(int side) {
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < side * side; i++) {
      picture.setRGB(i % side, i / side, ThreadLocalRandom.current().nextInt(1 << 24));
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
