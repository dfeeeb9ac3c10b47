package org.citycase.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.citycase.CityClient;
import org.citycase.CityTest;
import org.citycase.EmptyDesk;
import org.citycase.trail.NoRoom;
import org.citycase.trail.PhotoShelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** Where photos cannot be kept there is no case without its photo, and the sender may try again. */
@CityTest
class FullStoreTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private PhotoStore photos;

  private Object shelf;

  /** A shelf that takes nothing. */
  private record Broken(IOException why) implements PhotoShelf {

    @Override
    public void keep(String sha256, byte[] content) throws IOException {
      throw why;
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
      throw why;
    }

    @Override
    public String sha256(String name) {
      return null;
    }

    @Override
    public Optional<String> fault() {
      return Optional.empty();
    }
  }

  @BeforeEach
  void begin() {
    desk.at("2026-03-16T09:00:00+08:00");
    shelf = ReflectionTestUtils.getField(photos, "shelf");
  }

  @AfterEach
  void repair() {
    ReflectionTestUtils.setField(photos, "shelf", shelf);
  }

  private void breaks(IOException why) {
    ReflectionTestUtils.setField(photos, "shelf", new Broken(why));
  }

  private int cases() {
    return jdbc.queryForObject("SELECT COUNT(*) FROM cc_case_file", Integer.class);
  }

  @Test
  void aReportWithAPhotoIsRefusedAndTakenInOnceThereIsRoom() {
    breaks(new NoRoom("the folder", null));
    CityClient.Answer full = city.report("chen", "collector", "E01-10");
    assertThat(full.status()).isEqualTo(507);
    assertThat(full.message()).contains("no room");
    assertThat(cases()).isZero();
    breaks(new IOException("away"));
    CityClient.Answer away = city.report("chen", "collector", "E01-10");
    assertThat(away.status()).isEqualTo(503);
    assertThat(cases()).isZero();
    assertThat(city.report("li", "hotline", "E04-05", "condition", "E04-05-1").status())
        .as("without a photo nothing stands in the way")
        .isEqualTo(201);
    repair();
    assertThat(city.report("chen", "collector", "E01-10").status()).isEqualTo(201);
    assertThat(cases()).isEqualTo(2);
  }

  @Test
  void aPhotoThatCannotBeReadNowIsToldApartFromOneThatIsLost() {
    String number = city.report("chen", "collector", "E01-10").number();
    String sha256 =
        city.get("chen", "/api/cases/" + number + "/attachments").body().at("/0/sha256").asText();
    assertThat(city.get("chen", "/api/attachments/" + sha256).status()).isEqualTo(200);
    breaks(new IOException("away"));
    assertThat(city.get("chen", "/api/attachments/" + sha256).status()).isEqualTo(503);
    assertThat(city.attach("chen", number, "other", CityClient.picture()).status()).isIn(403, 503);
    assertThat(city.get("chen", "/api/cases/" + number + "/attachments").body()).hasSize(1);
  }
}
