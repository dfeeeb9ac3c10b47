package org.citycase;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.citycase.trail.VerifyTrail;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * CityCase: the case-processing service of a digital city management centre (数字城管). Started with
 * {@code verify-trail} it checks a trail without the service.
 */
@SpringBootApplication
public class CityCaseApplication {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(VerifyTrail.COMMAND)) {
      PrintStream out =
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
      System.exit(VerifyTrail.run(Arrays.asList(args).subList(1, args.length), out));
    }
    SpringApplication.run(CityCaseApplication.class, args);
  }
}
