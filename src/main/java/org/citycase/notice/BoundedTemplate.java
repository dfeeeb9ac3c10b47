package org.citycase.notice;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.parser.node.ASTAddNode;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTIntegerLiteral;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTMap;
import org.apache.velocity.runtime.parser.node.ASTMulNode;
import org.apache.velocity.runtime.parser.node.ASTObjectArray;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.springframework.util.ReflectionUtils;

/**
 * A template that ends, in a length that its facts set: it walks over lists that it is given, and
 * makes none; it calls its own macros, and they call at most one further.
 */
class BoundedTemplate {

  private static final int MOST_LOOPS_INSIDE = 3;
  private static final String OF_OTHERS = "define|evaluate|include|parse|@.*";

  private static final Field QUOTED = quoted();

  private final Set<String> macros = new HashSet<>();
  private final Set<String> calling = new HashSet<>();

  /**
   * Refuses a template that could grow without end.
   *
   * @throws VelocityException with what stands in it and its line
   */
  static void check(SimpleNode template) {
    BoundedTemplate bounded = new BoundedTemplate();
    bounded.macros(template);
    bounded.calls(template, null);
    bounded.walk(template, 0, null);
  }

  /** A macro may be called above the line that it stands in. */
  private void macros(Node node) {
    if (isNamed(node, "macro") && !macros.add(name(node))) {
      throw refused(node, "has a second macro " + name(node));
    }
    children(node, this::macros);
  }

  private void calls(Node node, String macro) {
    if (node instanceof ASTDirective called && macros.contains(called.getDirectiveName())) {
      calling.add(macro);
    }
    String within = isNamed(node, "macro") ? name(node) : macro;
    children(node, child -> calls(child, within));
  }

  private void walk(Node node, int loops, String macro) {
    listsAndSums(node);
    if (node instanceof ASTDirective directive) {
      called(directive, macro);
    }
    int inside = isNamed(node, "foreach") ? loops + 1 : loops;
    if (inside > MOST_LOOPS_INSIDE) {
      throw refused(node, "has more than three loops in each other");
    }
    String within = isNamed(node, "macro") ? name(node) : macro;
    children(node, child -> walk(child, inside, within));
  }

  private void called(ASTDirective directive, String macro) {
    String name = directive.getDirectiveName();
    if (name.matches(OF_OTHERS)) {
      throw refused(directive, "uses #" + name);
    }
    if (macro == null) {
      return;
    }
    if (name.equals("macro") || name.equals("foreach")) {
      throw refused(directive, "has a #" + name + " in a macro");
    }
    if (calling.contains(name)) {
      throw refused(directive, "calls macros in more than two steps");
    }
  }

  private static void listsAndSums(Node node) {
    if (node instanceof ASTIntegerRange
        || node instanceof ASTObjectArray
        || node instanceof ASTMap) {
      throw refused(node, "makes a list of its own");
    }
    if ((node instanceof ASTAddNode || node instanceof ASTMulNode) && !hasNumber(node)) {
      throw refused(node, "adds or multiplies what is no plain number");
    }
  }

  private static boolean hasNumber(Node sum) {
    for (int i = 0; i < sum.jjtGetNumChildren(); i++) {
      if (sum.jjtGetChild(i) instanceof ASTIntegerLiteral) {
        return true;
      }
    }
    return false;
  }

  private static Field quoted() {
    Field tree = ReflectionUtils.findField(ASTStringLiteral.class, "nodeTree");
    ReflectionUtils.makeAccessible(tree);
    return tree;
  }

  private static boolean isNamed(Node node, String name) {
    return node instanceof ASTDirective directive && directive.getDirectiveName().equals(name);
  }

  private static String name(Node macro) {
    return String.valueOf(macro.jjtGetChild(0).getFirstTokenImage());
  }

  /** What stands in quotes is read as a template of its own, which the engine keeps to itself. */
  private static void children(Node node, Consumer<Node> each) {
    if (node instanceof ASTStringLiteral && ReflectionUtils.getField(QUOTED, node) != null) {
      each.accept((Node) ReflectionUtils.getField(QUOTED, node));
    }
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      each.accept(node.jjtGetChild(i));
    }
  }

  private static VelocityException refused(Node node, String why) {
    return new VelocityException("in line " + node.getLine() + " it " + why);
  }
}
