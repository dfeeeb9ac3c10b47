package org.citycase;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * The health check of the image: asks the service in the same container whether it takes work, and
 * ends with 0 or 1. A program of its own, because an image need not hold a shell or a client.
 */
public final class Healthy {

  private static final String READINESS = "http://127.0.0.1:8080/actuator/health/readiness";
  private static final int PATIENCE_MILLIS = 4000;

  private Healthy() {}

  public static void main(String[] args) {
    System.exit(answers(args.length > 0 ? args[0] : READINESS) ? 0 : 1);
  }

  static boolean answers(String address) {
    try {
      HttpURLConnection asked = (HttpURLConnection) URI.create(address).toURL().openConnection();
      asked.setConnectTimeout(PATIENCE_MILLIS);
      asked.setReadTimeout(PATIENCE_MILLIS);
      return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }
}
