package org.citycase;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.citycase.process.RoomDoors;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test in the whole demo city: real engine, real tables, real database, real HTTP; only time is
 * set. All such tests share one running service and each begins with an empty desk.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:city-test;MODE=MySQL;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
      "citycase.public-reports-per-minute=100000",
      "citycase.data=target/test-data"
    })
@ActiveProfiles("simulation")
@Import({CityClient.class, EmptyDesk.class, RoomDoors.class})
public @interface CityTest {}
