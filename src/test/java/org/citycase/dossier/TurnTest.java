package org.citycase.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class TurnTest {

  @Test
  void aCameraHeldUprightIsTurnedClockwise() {
    BufferedImage lying = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
    lying.setRGB(0, 0, 0xff0000);
    BufferedImage upright = Turn.of(exif(ByteOrder.BIG_ENDIAN, 6)).turned(lying);
    assertThat(upright.getWidth()).isEqualTo(2);
    assertThat(upright.getHeight()).isEqualTo(4);
    assertThat(upright.getRGB(1, 0) & 0xffffff).as("upper right").isEqualTo(0xff0000);
  }

  @Test
  void everyTurnKeepsTheWholePicture() {
    for (int orientation = 1; orientation <= 8; orientation++) {
      BufferedImage photo = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 15; i++) {
        photo.setRGB(i % 5, i / 5, 0xffffff);
      }
      BufferedImage turned = Turn.of(exif(ByteOrder.LITTLE_ENDIAN, orientation)).turned(photo);
      assertThat(turned.getWidth() * turned.getHeight()).isEqualTo(15);
      for (int i = 0; i < 15; i++) {
        assertThat(turned.getRGB(i % turned.getWidth(), i / turned.getWidth()) & 0xffffff)
            .as("pixel %d of orientation %d", i, orientation)
            .isEqualTo(0xffffff);
      }
    }
  }

  @Test
  void whatTellsNoOrientationStaysAsItIs() {
    assertThat(Turn.of(new byte[] {1, 2, 3})).isEqualTo(new Turn(1));
    assertThat(Turn.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 127, 127}))
        .isEqualTo(new Turn(1));
    assertThat(Turn.of(exif(ByteOrder.BIG_ENDIAN, 9))).isEqualTo(new Turn(1));
  }

  /** The beginning of a JPEG with one Exif entry. */
  private static byte[] exif(ByteOrder order, int orientation) {
    ByteBuffer jpeg = ByteBuffer.allocate(64);
    jpeg.putShort((short) 0xffd8).putShort((short) 0xffe1).putShort((short) 34);
    jpeg.put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    jpeg.order(order);
    jpeg.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'});
    jpeg.putShort((short) 42).putInt(8).putShort((short) 1);
    jpeg.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return jpeg.array();
  }
}
