package org.citycase.standard;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;

/** What {@code city.yaml} says about the city, as it is stored. */
@Embeddable
record CitySettings(
    String nameZh,
    String nameEn,
    String zone,
    double centerLat,
    double centerLng,
    @Convert(converter = Words.class) List<String> slots,
    @Convert(converter = Words.class) List<String> workDays,
    int hoursPerWorkDay,
    String gridCodes) {

  /** A service without base data keeps the usual hours of a Chinese city. */
  static CitySettings unknown() {
    return new CitySettings(
        "未配置城市",
        "No city",
        "Asia/Shanghai",
        39.9,
        116.4,
        List.of("08:00-12:00", "14:00-18:00"),
        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
        8,
        GridCode.Version.GBT_30428_1.name());
  }
}
