package org.citycase;

import java.io.PrintStream;
import java.util.List;

/**
 * What the program does instead of serving when its first word asks for it. Rooms name theirs in
 * {@code META-INF/spring.factories}, because the house's door knows no room.
 */
public interface Command {

  /** The word. */
  String name();

  /** Does it with the words that follow, and gives the exit code. */
  int run(List<String> words, PrintStream out);
}
