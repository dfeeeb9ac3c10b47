package org.citycase.dossier;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How a photo is to be turned to be upright: the orientation 1 to 8 that a camera notes in the Exif
 * part of a JPEG (1: as it is).
 */
record Turn(int orientation) {

  private static final Turn NONE = new Turn(1);
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int APP1 = 0xFFE1;
  private static final int SCAN = 0xFFDA;
  private static final int ORIENTATION = 0x0112;

  static Turn of(byte[] photo) {
    ByteBuffer jpeg = ByteBuffer.wrap(photo);
    if (photo.length < 4 || (jpeg.getShort() & 0xFFFF) != 0xFFD8) {
      return NONE;
    }
    while (jpeg.remaining() > 4) {
      int marker = jpeg.getShort() & 0xFFFF;
      int length = (jpeg.getShort() & 0xFFFF) - 2;
      if (marker == SCAN || length < 0 || length > jpeg.remaining()) {
        return NONE;
      }
      if (marker == APP1 && length > EXIF.length && isExif(photo, jpeg.position())) {
        int from = jpeg.position() + EXIF.length;
        return tagged(ByteBuffer.wrap(Arrays.copyOfRange(photo, from, jpeg.position() + length)));
      }
      jpeg.position(jpeg.position() + length);
    }
    return NONE;
  }

  private static boolean isExif(byte[] photo, int at) {
    return Arrays.equals(photo, at, at + EXIF.length, EXIF, 0, EXIF.length);
  }

  /** Reads the first directory of a TIFF. */
  private static Turn tagged(ByteBuffer tiff) {
    if (tiff.capacity() < 8) {
      return NONE;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.capacity() - 2) {
      return NONE;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + 12 * i;
      if (at > tiff.capacity() - 12) {
        return NONE;
      }
      int value = tiff.getShort(at + 8);
      if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION && value >= 1 && value <= 8) {
        return new Turn(value);
      }
    }
    return NONE;
  }

  BufferedImage turned(BufferedImage photo) {
    if (orientation == 1) {
      return photo;
    }
    int width = photo.getWidth();
    int height = photo.getHeight();
    boolean lying = orientation > 4;
    BufferedImage upright =
        new BufferedImage(lying ? height : width, lying ? width : height, photo.getType());
    Graphics2D pen = upright.createGraphics();
    pen.drawImage(photo, transform(width, height), null);
    pen.dispose();
    return upright;
  }

  private AffineTransform transform(int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
