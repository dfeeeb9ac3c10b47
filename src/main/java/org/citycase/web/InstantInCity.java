package org.citycase.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.citycase.clock.CityClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.JsonComponent;

/** Shows every instant in the city's zone with its offset, e.g. 2026-03-13T17:30:00+08:00. */
@JsonComponent
class InstantInCity extends JsonSerializer<Instant> {

  /** Asked late: JSON is set up before the base data that the clock's zone comes from. */
  private final ObjectProvider<CityClock> clock;

  InstantInCity(ObjectProvider<CityClock> clock) {
    this.clock = clock;
  }

  @Override
  public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.getObject().inCity(instant)));
  }
}
