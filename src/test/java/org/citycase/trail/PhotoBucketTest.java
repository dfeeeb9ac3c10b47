package org.citycase.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in a bucket, on a server that speaks S3. */
class PhotoBucketTest {

  @TempDir static Path folder;
  private static S3Server server;

  private final PhotoShelf shelf = shelf("s3://photos/city");

  @BeforeAll
  static void start() throws Exception {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    server = S3Server.start(Files.createDirectory(folder.resolve("s3")));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private static PhotoShelf shelf(String where) {
    return PhotoShelf.at(where, server.address().toString(), "");
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static String key(String sha256) {
    return "city/" + sha256.substring(0, 2) + "/" + sha256.substring(2);
  }

  @Test
  void whatOneNodeKeepsAnotherReads() throws IOException {
    byte[] photo = bytes(3_000_000);
    String sha256 = Canonical.sha256(photo);
    assertThat(shelf.fault()).isEmpty();
    shelf.keep(sha256, photo);
    PhotoShelf other = shelf("s3://photos/city/");
    try (InputStream in = other.open(sha256).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(photo);
    }
    assertThat(other.sha256(sha256)).isEqualTo(sha256);
    assertThat(server.get(key(sha256))).isEqualTo(photo);
  }

  @Test
  void whatIsKeptIsNeverWrittenAgain() throws Exception {
    byte[] photo = bytes(1000);
    String sha256 = Canonical.sha256(photo);
    byte[] forged = "forged".getBytes(StandardCharsets.UTF_8);
    server.put(key(sha256), forged);
    shelf.keep(sha256, photo);
    assertThat(server.get(key(sha256))).isEqualTo(forged);
    assertThat(shelf.sha256(sha256)).isEqualTo(Canonical.sha256(forged));
    assertThatThrownBy(() -> shelf.open(sha256)).isInstanceOf(AlteredPhoto.class);
  }

  @Test
  void whatIsNotThereIsNotFound() throws IOException {
    assertThat(shelf.open("0".repeat(64))).isEmpty();
    assertThat(shelf.sha256("0".repeat(64))).isNull();
    assertThat(shelf.open("../secret")).isEmpty();
    assertThat(shelf.sha256("")).isNull();
  }

  @Test
  void aBucketThatIsNotThereStopsTheStartAndKeepsNothing() {
    PhotoShelf wrong = shelf("s3://nowhere");
    assertThat(wrong.fault().orElseThrow())
        .contains("s3://nowhere")
        .contains("--citycase.attachments");
    assertThatThrownBy(() -> wrong.keep(Canonical.sha256(bytes(10)), bytes(10)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anAddressThatIsNoneStopsTheStart() {
    for (String endpoint : new String[] {"minio:9000", "not an address", "ftp://minio"}) {
      assertThat(PhotoShelf.at("s3://photos", endpoint, "").fault().orElseThrow())
          .contains("--citycase.s3.endpoint");
    }
  }

  @Test
  void aStoreThatIsAwayStopsNoStartAndIsLeftAloneForAWhile() throws IOException {
    URI nobody = URI.create("http://127.0.0.1:" + S3Server.freePort());
    PhotoShelf away = PhotoShelf.at("s3://photos", nobody.toString(), "");
    assertThat(away.fault()).isEmpty();
    byte[] photo = bytes(10);
    assertThatThrownBy(() -> away.keep(Canonical.sha256(photo), photo))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not answer");
    assertThatThrownBy(() -> away.open(Canonical.sha256(photo)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not answer just before");
  }
}
