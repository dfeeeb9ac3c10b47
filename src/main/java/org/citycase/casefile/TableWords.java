package org.citycase.casefile;

import java.util.Collection;
import java.util.Optional;
import org.citycase.rules.Bilingual;
import org.citycase.rules.Known;
import org.citycase.rules.KnownWords;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Condition;
import org.citycase.standard.District;
import org.citycase.standard.Districts;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the tables be checked against the base data of this city. */
@Configuration
class TableWords {

  @Bean
  KnownWords knownWords(Catalogue catalogue, Units units, Districts districts) {
    return new KnownWords() {
      @Override
      public boolean knows(Known.Word word, String value) {
        return switch (word) {
          case CATEGORY -> catalogue.category(value).isPresent();
          case CONDITION -> catalogue.condition(value).isPresent();
          case UNIT_TYPE -> catalogue.unitTypes().contains(value);
          case UNIT -> units.find(value).isPresent();
          case DISTRICT -> districts.find(value).isPresent();
        };
      }

      @Override
      public Collection<String> all(Known.Word word) {
        return switch (word) {
          case CATEGORY -> catalogue.codes();
          case CONDITION -> catalogue.conditionIds();
          case UNIT_TYPE -> catalogue.unitTypes();
          case UNIT -> units.all().stream().map(Unit::code).toList();
          case DISTRICT -> districts.all().stream().map(District::code).toList();
        };
      }

      @Override
      public String categoryOf(String condition) {
        return catalogue.condition(condition).map(Condition::category).orElse("");
      }

      @Override
      public Optional<Bilingual> name(Known.Word word, String value) {
        return switch (word) {
          case CATEGORY ->
              catalogue.category(value).map(one -> new Bilingual(one.nameZh(), one.nameEn()));
          case CONDITION -> Optional.empty();
          case UNIT_TYPE -> catalogue.unitTypeZh(value).map(zh -> new Bilingual(zh, value));
          case UNIT -> units.find(value).map(one -> new Bilingual(one.nameZh(), one.name(true)));
          case DISTRICT ->
              districts.find(value).map(one -> new Bilingual(one.nameZh(), one.name(true)));
        };
      }
    };
  }
}
