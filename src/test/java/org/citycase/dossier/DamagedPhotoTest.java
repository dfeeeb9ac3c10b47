package org.citycase.dossier;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo may be kept whose data nobody can read any more; its dossier is printed all the same. */
class DamagedPhotoTest {

  private static final int TIMES = 1500;

  /** What tells kind and size is checked when a photo is taken in. */
  private static final int HEADER = 64;

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void aDamagedPhotoIsPrintedOrLeftOut(String kind) throws IOException {
    Random random = new Random(5);
    byte[] whole = picture(kind);
    for (int i = 0; i < TIMES; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 1 + i % 8; j++) {
        int at = HEADER + random.nextInt(damaged.length - HEADER);
        damaged[at] = (byte) random.nextInt(256);
      }
      assertThatCode(() -> PhotoPrint.of(damaged)).doesNotThrowAnyException();
    }
  }

  private static byte[] picture(String kind) throws IOException {
    BufferedImage picture = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 16 * 12; i++) {
      picture.setRGB(i % 16, i / 16, new Color(i, 255 - i, i * 7 % 256).getRGB());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, kind, bytes);
    return bytes.toByteArray();
  }
}
