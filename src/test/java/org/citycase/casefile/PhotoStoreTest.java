package org.citycase.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.citycase.Refusal;
import org.citycase.trail.NoRoom;
import org.citycase.trail.PhotoFolder;
import org.citycase.trail.PhotoShelf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoStoreTest {

  private static final byte[] LOSSY =
      Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
  private static final byte[] LOSSLESS =
      Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  private static final byte[] EXTENDED =
      HexFormat.of()
          .parseHex("52494646160000005745425056503858" + "0a00000000000000" + "3f01001f0000");

  @TempDir Path folder;
  private PhotoStore photos;

  @BeforeEach
  void emptyStore() {
    photos = new PhotoStore(new PhotoFolder(folder.resolve("attachments")));
  }

  @Test
  void aJpegIsStoredByItsContent() throws IOException {
    byte[] jpeg = picture("jpg");
    Photo photo = photos.store("lamp.png", jpeg);
    assertThat(photo.contentType()).isEqualTo("image/jpeg");
    assertThat(photo.size()).isEqualTo(jpeg.length);
    assertThat(photos.open(photo.sha256())).hasBinaryContent(jpeg);
    assertThat(file(photo)).hasBinaryContent(jpeg);
  }

  @Test
  void aPngIsStored() throws IOException {
    assertThat(photos.store("lamp.png", picture("png")).contentType()).isEqualTo("image/png");
  }

  @Test
  void aWebpIsStoredLossyLosslessAndExtended() {
    for (byte[] webp : new byte[][] {LOSSY, LOSSLESS, EXTENDED}) {
      assertThat(photos.store("lamp.webp", webp).contentType()).isEqualTo("image/webp");
    }
  }

  @Test
  void widthAndHeightComeFromTheHeader() throws IOException {
    assertThat(Picture.in(picture("jpg"))).contains(new Picture("image/jpeg", 40, 30));
    assertThat(Picture.in(picture("png"))).contains(new Picture("image/png", 40, 30));
    assertThat(Picture.in(LOSSY)).contains(new Picture("image/webp", 1, 1));
    assertThat(Picture.in(LOSSLESS)).contains(new Picture("image/webp", 1, 1));
    assertThat(Picture.in(EXTENDED)).contains(new Picture("image/webp", 320, 32));
  }

  @Test
  void aJpegWithDataAfterItsEndIsStored() throws IOException {
    byte[] jpeg = picture("jpg");
    byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 500);
    assertThat(photos.store("motion.jpg", longer).size()).isEqualTo(longer.length);
  }

  @Test
  void aTextNamedJpgIsRefusedByName() {
    refused("notes.jpg", "this is no picture".getBytes(StandardCharsets.UTF_8));
    refused("empty.jpg", new byte[0]);
    refused("almost.jpg", HexFormat.of().parseHex("ffd8ffe000104a46494600010100"));
  }

  @Test
  void aPictureThatWasCutOffIsRefusedWhereverItWasCut() throws IOException {
    for (byte[] whole : new byte[][] {picture("png"), picture("jpg"), LOSSY, LOSSLESS}) {
      IntStream.range(0, whole.length)
          .forEach(cut -> assertThat(Picture.in(Arrays.copyOf(whole, cut))).isEmpty());
    }
    byte[] png = picture("png");
    refused("half.png", Arrays.copyOf(png, png.length / 2));
  }

  @Test
  void aPngWithADamagedByteIsRefused() throws IOException {
    byte[] png = picture("png");
    png[png.length / 2] ^= 1;
    refused("damaged.png", png);
  }

  @Test
  void anyBytesAreEitherAPictureOrNone() throws IOException {
    Random random = new Random(9);
    byte[][] pictures = {picture("png"), picture("jpg"), LOSSY, LOSSLESS, EXTENDED};
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = pictures[i % pictures.length].clone();
      for (int hit = 0; hit < 4; hit++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(Picture.in(bytes)).isNotNull();
    }
  }

  @Test
  void elevenMegabytesAreRefusedByName() throws IOException {
    byte[] huge = Arrays.copyOf(picture("jpg"), 11 * 1024 * 1024);
    assertThatThrownBy(() -> photos.store("huge.jpg", huge))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE))
        .hasMessageContaining("huge.jpg")
        .hasMessageContaining("10 MB");
  }

  @Test
  void theSameContentIsKeptOnceAndNothingElseRemains() throws IOException {
    Photo first = photos.store("a.png", picture("png"));
    assertThat(photos.store("b.png", picture("png"))).isEqualTo(first);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(file(first));
    }
  }

  @Test
  void anUnknownAttachmentIsRefused() {
    for (String name : new String[] {"0".repeat(64), "../citycase.mv.db", ""}) {
      assertThatThrownBy(() -> photos.open(name))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("no attachment");
    }
  }

  @Test
  void whatWasAlteredIsAsGoodAsLost() throws IOException {
    Photo photo = photos.store("a.png", picture("png"));
    Files.write(file(photo), picture("jpg"));
    assertThat(photos.find(photo.sha256())).isEmpty();
    assertThat(photos.sha256(photo.sha256())).isNotEqualTo(photo.sha256());
    assertThat(photos.find("0".repeat(64))).isEmpty();
  }

  @Test
  void aFullStoreIsToldFromOneThatIsAway() throws IOException {
    byte[] png = picture("png");
    PhotoShelf shelf = mock(PhotoShelf.class);
    PhotoStore store = new PhotoStore(shelf);
    doThrow(new NoRoom("the folder", null)).when(shelf).keep(any(), any());
    assertThatThrownBy(() -> store.store("a.png", png))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind().status()).isEqualTo(507));
    doThrow(new IOException("no answer")).when(shelf).keep(any(), any());
    when(shelf.open(any())).thenThrow(new IOException("no answer"));
    assertThatThrownBy(() -> store.store("a.png", png))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind().status()).isEqualTo(503));
    assertThatThrownBy(() -> store.open("0".repeat(64)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind().status()).isEqualTo(503));
  }

  @Test
  void aFolderThatCannotBeMadeStopsTheStart() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(new PhotoFolder(file.resolve("attachments")).fault().orElseThrow())
        .contains("--citycase.attachments");
    assertThat(new PhotoFolder(folder.resolve("new")).fault()).isEmpty();
    assertThat(folder.resolve("new")).isDirectory();
  }

  private Path file(Photo photo) {
    return folder
        .resolve("attachments")
        .resolve(photo.sha256().substring(0, 2))
        .resolve(photo.sha256().substring(2));
  }

  private void refused(String name, byte[] content) {
    assertThatThrownBy(() -> photos.store(name, content))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(name);
    assertThat(folder.resolve("attachments")).doesNotExist();
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    IntStream.range(0, 1200).forEach(i -> image.setRGB(i % 40, i / 40, random.nextInt(0xFFFFFF)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
