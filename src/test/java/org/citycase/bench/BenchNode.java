package org.citycase.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A node of the service in a process of its own, told over its streams what to walk. */
final class BenchNode implements AutoCloseable {

  private static final String READY = "ready";

  /** Far apart, so that no two nodes walk the case of one number. */
  private static final int APART = 1_000_000;

  private final Process process;
  private final PrintWriter tell;
  private final BufferedReader hear;

  BenchNode(String[] settings, int number) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + classPath());
    command.add(BenchNode.class.getName());
    command.add(String.valueOf(number * APART));
    command.addAll(List.of(settings));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    tell = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    hear =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    await();
  }

  /** Maven loads the programs it runs by a class loader of its own. */
  private static Path classPath() throws IOException {
    String path =
        BenchNode.class.getClassLoader() instanceof URLClassLoader loader
            ? Stream.of(loader.getURLs())
                .map(URL::getPath)
                .collect(Collectors.joining(File.pathSeparator))
            : System.getProperty("java.class.path");
    Path arguments = Files.createTempFile("bench", ".args");
    arguments.toFile().deleteOnExit();
    return Files.writeString(arguments, "-cp \"" + path + "\"");
  }

  CompletableFuture<Void> walk(int threads, int cases) {
    tell.println(threads + " " + cases);
    return CompletableFuture.runAsync(this::await);
  }

  private void await() {
    try {
      String line = hear.readLine();
      while (line != null && !line.equals(READY)) {
        System.out.println(line);
        line = hear.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("A node of the benchmark ended.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    tell.close();
    process.onExit().join();
  }

  public static void main(String[] args) throws Exception {
    String[] settings = Stream.of(args).skip(1).toArray(String[]::new);
    try (CountedService service = new CountedService(settings)) {
      Measured walks = new Measured(new ServiceCorridor(service), Integer.parseInt(args[0]));
      System.out.println(READY);
      BufferedReader told =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        String[] words = line.split(" ");
        walks.walk(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        System.out.println(READY);
      }
    }
  }
}
