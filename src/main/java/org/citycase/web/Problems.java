package org.citycase.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.Turnstile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every refusal as an RFC 9457 problem that names the field and says what to do; those of
 * pages are answered before, by {@link RefusedPage}.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Problems extends ResponseEntityExceptionHandler {

  static final String TOO_LARGE =
      "The request is larger than 40 MB. Of photos send fewer or smaller ones, and the others"
          + " afterwards to /api/cases/{number}/attachments; a table of rules has at most 10 MB.";

  static final String TORN =
      "The body is no readable multipart/form-data: each part begins with the boundary that the"
          + " header Content-Type names, has a name and, if it is a file, a plain file name.";

  @ExceptionHandler(Refusal.class)
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    ResponseEntity<ProblemDetail> answer =
        answer(HttpStatus.valueOf(refusal.kind().status()), refusal.getMessage(), refusal.errors());
    if (refusal.zh() != null) {
      answer.getBody().setProperty("zh", refusal.zh());
    }
    return answer;
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException e) {
    String sentence =
        "'%s' is no value for %s: instants are ISO 8601 with offset, numbers are plain."
            .formatted(e.getValue(), e.getName());
    return answer(
        HttpStatus.BAD_REQUEST, sentence, List.of(new Refusal.FieldError(e.getName(), sentence)));
  }

  @ExceptionHandler(MultipartException.class)
  ResponseEntity<ProblemDetail> torn(MultipartException e) {
    return answer(HttpStatus.BAD_REQUEST, TORN, List.of());
  }

  @Override
  protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return body(answer(HttpStatus.PAYLOAD_TOO_LARGE, TOO_LARGE, List.of()));
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name = e.getParameterName();
    String sentence = "The parameter " + name + " is missing.";
    return body(
        answer(HttpStatus.BAD_REQUEST, sentence, List.of(new Refusal.FieldError(name, sentence))));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return body(refused(refusal));
      }
    }
    if (e.getCause() instanceof JsonMappingException unfit) {
      String field = path(unfit);
      String sentence = unfitting(field, unfit);
      return body(
          answer(
              HttpStatus.BAD_REQUEST, sentence, List.of(new Refusal.FieldError(field, sentence))));
    }
    return body(answer(HttpStatus.BAD_REQUEST, "The body is not readable JSON.", List.of()));
  }

  private static String unfitting(String field, JsonMappingException unfit) {
    if (unfit instanceof WholeText.HalfCharacter) {
      return "The text of " + field + " holds half of a character: send it as whole Unicode.";
    }
    if (unfit instanceof InvalidFormatException wrong) {
      return "'%s' is no value for %s.".formatted(wrong.getValue(), field);
    }
    if (unfit instanceof MismatchedInputException) {
      return field.isEmpty()
          ? "The body has the wrong shape."
          : "The value of " + field + " has the wrong shape.";
    }
    return "The body is not readable at " + field + ".";
  }

  private static String path(JsonMappingException unfit) {
    return unfit.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String sentence, List<Refusal.FieldError> errors) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, whole(sentence));
    problem.setTitle(status.getReasonPhrase());
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors.stream().map(Problems::whole).toList());
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(Turnstile.PATIENCE));
    }
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      answer.header(HttpHeaders.RETRY_AFTER, "60");
    }
    return answer.body(problem);
  }

  private static Refusal.FieldError whole(Refusal.FieldError error) {
    return new Refusal.FieldError(
        whole(error.field()), error.row(), error.column(), whole(error.message()), error.zh());
  }

  /** A sentence repeats what was sent, and no answer can hold half of a character. */
  private static String whole(String text) {
    return text == null ? null : text.replaceAll("\\p{Cs}", "\uFFFD");
  }

  private static ResponseEntity<Object> body(ResponseEntity<ProblemDetail> answer) {
    return ResponseEntity.status(answer.getStatusCode()).body(answer.getBody());
  }
}
