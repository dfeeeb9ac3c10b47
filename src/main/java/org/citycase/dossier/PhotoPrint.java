package org.citycase.dossier;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A photo made small enough for a printed page; the original stays in the dossier's ZIP. */
final class PhotoPrint {

  private static final int LONGEST = 1100;

  private PhotoPrint() {}

  /** The photo as JPEG, turned as its camera was held; empty when it cannot be printed. */
  static Optional<byte[]> of(byte[] photo) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        BufferedImage small = scaled(read(reader));
        return Optional.of(jpeg(Turn.of(photo).turned(small)));
      } catch (IOException | RuntimeException damaged) {
        // Readers of pictures throw whatever a damaged one leads them to.
        return Optional.empty();
      } finally {
        reader.dispose();
      }
    }
  }

  /** Reads only every n-th pixel of a large photo, so that it never fills the memory. */
  private static BufferedImage read(ImageReader reader) throws IOException {
    int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
    int step = Math.max(1, longest / LONGEST);
    ImageReadParam every = reader.getDefaultReadParam();
    every.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, every);
  }

  private static BufferedImage scaled(BufferedImage photo) {
    int longest = Math.max(photo.getWidth(), photo.getHeight());
    double scale = Math.min(1, (double) LONGEST / longest);
    int width = Math.max(1, (int) Math.round(photo.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(photo.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        java.awt.RenderingHints.KEY_INTERPOLATION,
        java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.drawImage(photo, 0, 0, width, height, null);
    pen.dispose();
    return small;
  }

  private static byte[] jpeg(BufferedImage photo) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(photo, "jpg", bytes);
    return bytes.toByteArray();
  }
}
