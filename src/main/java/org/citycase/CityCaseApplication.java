package org.citycase;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * CityCase: the case-processing service of a digital city management centre (数字城管). Started with
 * {@code verify-trail} it checks a trail without the service, with {@code check-config} what a
 * start needs.
 */
@SpringBootApplication
public class CityCaseApplication {

  public static void main(String[] args) {
    String command = args.length > 0 ? args[0] : "";
    for (Command known : SpringFactoriesLoader.loadFactories(Command.class, null)) {
      if (command.equals(known.name())) {
        System.exit(known.run(words(args), out()));
      }
    }
    SpringApplication.run(CityCaseApplication.class, args);
  }

  private static List<String> words(String[] args) {
    return Arrays.asList(args).subList(1, args.length);
  }

  private static PrintStream out() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }
}
