package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockPart;

/** What makes two requests the same. */
class RepeatableRequestTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String upload(String mark, String name, String content) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/cases/1/attachments");
    request.setContentType("multipart/form-data; boundary=" + mark);
    request.addPart(new MockPart("photos", name, bytes(content)));
    return RepeatableRequest.of(request).hash();
  }

  private static String engine(String mark, String content) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/engine-rest/task/1/x");
    request.setServletPath("/engine-rest");
    request.setContentType("multipart/form-data; boundary=" + mark);
    request.setContent(bytes("--" + mark + "\r\n" + content + "\r\n--" + mark + "--"));
    return RepeatableRequest.of(request).hash();
  }

  @Test
  void theMarkBetweenPartsDoesNotCount() throws Exception {
    assertThat(upload("one", "a.jpg", "photo")).isEqualTo(upload("other", "a.jpg", "photo"));
    assertThat(engine("one", "photo")).isEqualTo(engine("other", "photo"));
  }

  @Test
  void anotherPhotoOfTheSameLengthIsAnotherRequest() throws Exception {
    assertThat(upload("one", "a.jpg", "photo")).isNotEqualTo(upload("one", "a.jpg", "phota"));
    assertThat(upload("one", "a.jpg", "photo")).isNotEqualTo(upload("one", "b.jpg", "photo"));
    assertThat(engine("one", "photo")).isNotEqualTo(engine("one", "phota"));
  }
}
