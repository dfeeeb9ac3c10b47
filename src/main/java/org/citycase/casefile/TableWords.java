package org.citycase.casefile;

import org.citycase.rules.KnownWords;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Districts;
import org.citycase.standard.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the tables be checked against the base data of this city. */
@Configuration
class TableWords {

  @Bean
  KnownWords knownWords(Catalogue catalogue, Units units, Districts districts) {
    return new KnownWords(
        code -> catalogue.category(code).isPresent(),
        id -> catalogue.condition(id).isPresent(),
        catalogue.unitTypes()::contains,
        code -> units.find(code).isPresent(),
        code -> districts.find(code).isPresent());
  }
}
