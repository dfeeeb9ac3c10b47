package org.citycase;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** CityCase: the case-processing service of a digital city management centre (数字城管). */
@SpringBootApplication
public class CityCaseApplication {

  public static void main(String[] args) {
    SpringApplication.run(CityCaseApplication.class, args);
  }
}
