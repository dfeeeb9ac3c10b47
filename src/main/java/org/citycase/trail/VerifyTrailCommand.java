package org.citycase.trail;

import java.io.PrintStream;
import java.util.List;
import org.citycase.Command;

/** Checks a trail when the program's first word asks for it. */
public class VerifyTrailCommand implements Command {

  @Override
  public String name() {
    return VerifyTrail.COMMAND;
  }

  @Override
  public int run(List<String> words, PrintStream out) {
    return VerifyTrail.run(words, out);
  }
}
