package org.citycase.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The service as a patient program sees it: a request without a clear answer (broken connection, no
 * answer in time, 5xx) is sent again, under the same key, to the other node, until one answers.
 */
final class Service {

  /** What says: not now, try again. */
  private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504, 507);

  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Answer UNCLEAR = new Answer(0, null, null, true);
  private static final Answer NOT_SENT = new Answer(-1, null, null, false);

  private final List<URI> nodes;
  private final Figures figures;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Service(List<URI> nodes, Figures figures) {
    this.nodes = nodes;
    this.figures = figures;
  }

  /**
   * An answer.
   *
   * @param sentAt when the request that got it was sent
   * @param repeated whether it had been sent before and may have been heard
   */
  record Answer(int status, JsonNode body, Instant sentAt, boolean repeated) {

    boolean isClear() {
      return status > 0;
    }

    boolean isGood() {
      return status < 300;
    }

    String message() {
      return body.path("detail").asText(body.path("message").asText(body.toString()));
    }
  }

  ObjectMapper json() {
    return json;
  }

  Answer get(String user, String path) {
    return send(user, path, null, null);
  }

  /**
   * @param key the same key makes a repeated request the same request
   */
  Answer post(String user, String path, Object body, String key) {
    return send(user, path, json.valueToTree(body).toString(), key);
  }

  private Answer send(String user, String path, String body, String key) {
    int first = ThreadLocalRandom.current().nextInt(nodes.size());
    boolean uncertain = false;
    Instant giveUp = Instant.now().plus(PATIENCE);
    for (int attempt = 0; Instant.now().isBefore(giveUp); attempt++) {
      URI node = nodes.get((first + attempt) % nodes.size());
      Answer answer = once(request(node, user, path, body, key), uncertain);
      if (answer.isClear()) {
        return answer;
      }
      uncertain |= answer == UNCLEAR;
      Pause.millis(100L * Math.min(10, 1 + attempt / nodes.size()));
    }
    throw new IllegalStateException("Nobody answered " + path + " for " + PATIENCE);
  }

  private Answer once(HttpRequest request, boolean repeated) {
    Instant sentAt = Instant.now();
    try {
      HttpResponse<String> response =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (NOT_NOW.contains(response.statusCode())) {
        figures.notNow(response.statusCode(), Duration.between(sentAt, Instant.now()));
        return UNCLEAR;
      }
      if (response.body().contains("Cannot find task")) {
        return new Answer(404, tree(response.body()), sentAt, repeated);
      }
      if (response.statusCode() >= 500) {
        figures.broken(request.uri().getPath(), response.statusCode(), response.body());
        return UNCLEAR;
      }
      if (request.method().equals("POST") && response.statusCode() < 300) {
        figures.written(sentAt, Instant.now());
      }
      return new Answer(response.statusCode(), tree(response.body()), sentAt, repeated);
    } catch (ConnectException | HttpConnectTimeoutException notSent) {
      figures.noAnswer(notSent);
      return NOT_SENT;
    } catch (IOException noAnswer) {
      figures.noAnswer(noAnswer);
      return UNCLEAR;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest request(URI node, String user, String path, String body, String key) {
    String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(path))
            .timeout(ANSWER)
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return (body == null
            ? request
            : request.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)))
        .build();
  }

  private JsonNode tree(String body) throws IOException {
    return body != null && (body.startsWith("{") || body.startsWith("["))
        ? json.readTree(body)
        : json.createObjectNode().put("text", body);
  }
}
