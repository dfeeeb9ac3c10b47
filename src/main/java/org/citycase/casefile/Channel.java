package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.citycase.Refusal;

/** The way a report reached the centre. */
public enum Channel {
  /** 监督员上报: a collector on patrol; needs no acceptance and no 核实. */
  COLLECTOR,
  /** 12319 or 12345. */
  HOTLINE,
  /** App, web or message of a citizen; no login. */
  PUBLIC,
  /** Seen by an operator on a camera. */
  VIDEO,
  /** 物联网: an alarm of a device. */
  SENSOR,
  /** 领导批示. */
  LEADER,
  MEDIA,
  /** 其他部门转办, another platform. */
  EXCHANGE;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel of this code; refuses an unknown one. */
  @JsonCreator
  public static Channel of(String code) {
    return Arrays.stream(values())
        .filter(channel -> channel.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.ofField(
                    Refusal.Kind.MALFORMED,
                    "channel",
                    "Unknown channel '"
                        + code
                        + "': use one of collector, hotline, public, video, sensor, leader, media,"
                        + " exchange."));
  }
}
