package org.citycase.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citycase.DatabaseAway;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.database.Repeats;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program repeat whatever it does to a case or a task: under an {@code Idempotency-Key} the
 * request and its answer are one transaction, and the same request of the same sender gets that
 * answer again and does nothing. What was refused may be sent again under the same key.
 */
class OnceFilter extends OncePerRequestFilter {

  /** Behind these doors one request is one transaction; reports keep their answers themselves. */
  private static final List<String> DOORS =
      List.of("/api/cases/", "/engine-rest/task/", "/engine-rest/external-task/");

  private static final Pattern CASE = Pattern.compile("/api/cases/([0-9]{1,19})(?![0-9])");
  private static final Pattern ALIAS = Pattern.compile("^/engine-rest/engine/[^/]+/");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;

  private final KeptAnswers answers;
  private final CurrentUser user;
  private final TransactionTemplate transaction;
  private final Repeats repeats;
  private final ObjectMapper json;

  OnceFilter(
      KeptAnswers answers,
      CurrentUser user,
      TransactionTemplate transaction,
      Repeats repeats,
      ObjectMapper json) {
    this.answers = answers;
    this.user = user;
    this.transaction = transaction;
    this.repeats = repeats;
    this.json = json;
  }

  /** Who reads a reporter in full repeats it at will; what he reads is kept nowhere else. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = path(request);
    return !StringUtils.hasText(request.getHeader(HEADER))
        || READING.contains(request.getMethod())
        || path.endsWith("/reporter")
        || DOORS.stream().noneMatch(path::startsWith);
  }

  /** Wherever the service stands; the engine's doors have a second name each. */
  private static String path(HttpServletRequest request) {
    String within = Objects.requireNonNullElse(request.getPathInfo(), "");
    return ALIAS.matcher(request.getServletPath() + within).replaceFirst("/engine-rest/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER).trim();
    Viewer viewer = user.viewer();
    if (viewer.equals(Viewer.PUBLIC)) {
      chain.doFilter(request, response);
    } else if (key.length() > LONGEST_KEY) {
      refuse(
          response,
          HttpStatus.BAD_REQUEST,
          "An Idempotency-Key has at most " + LONGEST_KEY + " characters.");
    } else {
      RepeatableRequest read = RepeatableRequest.of(request);
      answer(asked(key, viewer, read), read, response, chain);
    }
  }

  private static KeptAnswers.Asked asked(String key, Viewer viewer, RepeatableRequest read) {
    Matcher path = CASE.matcher(path(read));
    return new KeptAnswers.Asked(
        key, viewer.user(), read.hash(), path.lookingAt() ? path.group(1) : null);
  }

  private void answer(
      KeptAnswers.Asked asked,
      RepeatableRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    HeldAnswer held = new HeldAnswer(response);
    Optional<KeptAnswers.Answer> kept = answers.of(asked);
    if (kept.isEmpty()) {
      try {
        act(asked, request, held, chain);
        return;
      } catch (DuplicateKeyException sentTwiceAtOnce) {
        held.anew();
        kept = answers.of(asked);
      } catch (ConcurrencyFailureException outrun) {
        held.anew();
      } catch (Refusal lost) {
        held.anew();
        refuse(response, HttpStatus.valueOf(lost.kind().status()), lost.getMessage());
        return;
      }
    }
    if (kept.isEmpty()) {
      refuse(
          response,
          HttpStatus.CONFLICT,
          "Somebody else changed the same at this moment: send it again with the same key.");
    } else {
      again(kept.get(), asked, response);
    }
  }

  private void act(
      KeptAnswers.Asked asked, RepeatableRequest request, HeldAnswer held, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (request.isWhole()) {
        repeats.of(() -> once(asked, request, held, chain));
      } else {
        once(asked, request, held, chain);
      }
    } catch (Thrown thrown) {
      thrown.rethrow();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
    held.copyBodyToResponse();
  }

  /** As the last of the filters it leads straight to the servlet, as often as it must. */
  private Void once(
      KeptAnswers.Asked asked, HttpServletRequest request, HeldAnswer held, FilterChain chain) {
    held.anew();
    transaction.executeWithoutResult(
        status -> {
          answers.claim(asked);
          handle(request, held, chain);
          if (held.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            status.setRollbackOnly();
          } else {
            answers.keep(asked, told(asked, held));
          }
        });
    return null;
  }

  private static void handle(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException e) {
      throw new Thrown(e);
    }
  }

  private static KeptAnswers.Answer told(KeptAnswers.Asked asked, HeldAnswer held) {
    byte[] body = held.getContentAsByteArray();
    return new KeptAnswers.Answer(
        asked.hash(),
        held.getStatus(),
        held.getContentType(),
        held.getHeader(HttpHeaders.LOCATION),
        body.length == 0 ? null : new String(body, StandardCharsets.UTF_8));
  }

  private void again(KeptAnswers.Answer kept, KeptAnswers.Asked asked, HttpServletResponse response)
      throws IOException {
    if (!kept.requestHash().equals(asked.hash())) {
      refuse(
          response,
          HttpStatus.CONFLICT,
          "This key was used for another request: use a new key for a new one.");
      return;
    }
    response.setStatus(kept.statusCode());
    if (kept.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, kept.location());
    }
    if (kept.answer() != null) {
      response.setContentType(kept.contentType());
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getWriter().write(kept.answer());
    }
  }

  /** As a problem, and with the member in which the engine's clients look for the sentence. */
  private void refuse(HttpServletResponse response, HttpStatus status, String sentence)
      throws IOException {
    response.setStatus(status.value());
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(DatabaseAway.RETRY_AFTER));
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(
        response.getWriter(),
        Map.of(
            "title",
            status.getReasonPhrase(),
            "status",
            status.value(),
            "detail",
            sentence,
            "message",
            sentence));
  }

  /** Carries what a servlet may throw through the transaction, which ends without a trace. */
  private static final class Thrown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Thrown(Exception cause) {
      super(cause);
    }

    void rethrow() throws ServletException, IOException {
      if (getCause() instanceof IOException broken) {
        throw broken;
      }
      throw (ServletException) getCause();
    }
  }
}
