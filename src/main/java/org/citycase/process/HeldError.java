package org.citycase.process;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Keeps the body of an answer back when its status tells of an error; others pass through. */
class HeldError extends HttpServletResponseWrapper {

  private ByteArrayOutputStream held;
  private PrintWriter writer;

  HeldError(HttpServletResponse response) {
    super(response);
  }

  boolean isHeld() {
    return held != null;
  }

  String text() {
    if (writer != null) {
      writer.flush();
    }
    return held.toString(StandardCharsets.UTF_8);
  }

  private boolean tellsAnError() {
    return getStatus() >= SC_BAD_REQUEST;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return tellsAnError() ? new Kept() : super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (!tellsAnError()) {
      return super.getWriter();
    }
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(new Kept(), StandardCharsets.UTF_8));
    }
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    if (held == null) {
      super.flushBuffer();
    }
  }

  private class Kept extends ServletOutputStream {

    Kept() {
      if (held == null) {
        held = new ByteArrayOutputStream();
      }
    }

    @Override
    public void write(int one) {
      held.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      held.write(some, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("The engine's doors answer at once.");
    }
  }
}
