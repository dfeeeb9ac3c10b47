package org.citycase;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.citycase.process.RoomDoors;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test in the whole demo city: real engine, real tables, real database, real HTTP; only time is
 * set. All such tests share one running service and each begins with an empty desk.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(TestDatabase.TAG)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=${database.city_simulation}",
      "citycase.demo=true",
      "citycase.public-reports-per-minute=100000",
      "citycase.failed-sign-ins-per-minute=100000",
      "citycase.data=target/test-data/${citycase.test.fork:1}",
      // Tests are without metrics unless they ask for them.
      "management.prometheus.metrics.export.enabled=true",
      "citycase.metrics-password=prometheus"
    })
@ActiveProfiles("simulation")
@Import({CityClient.class, EmptyDesk.class, RoomDoors.class})
public @interface CityTest {}
