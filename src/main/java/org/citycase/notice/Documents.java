package org.citycase.notice;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The documents in {@code forms/documents}, filled with facts. They are read from disk at run time;
 * an edit is seen within two seconds. A fact is inserted as text and never read as a template.
 */
@Component
public class Documents {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern REFERENCE = Pattern.compile("\\$!?\\{?([A-Za-z]\\w*)");

  private final VelocityEngine velocity;

  @Autowired
  Documents(ContentFolder content) {
    this(content.forms().resolve("documents"));
  }

  Documents(Path folder) {
    this.velocity = new VelocityEngine(settings(folder));
  }

  /** A fact that is markup itself and goes into a page as it is. */
  public record Markup(String xhtml) {

    @Override
    public String toString() {
      return xhtml;
    }
  }

  /**
   * A document that is a page of XHTML: every fact is inserted as text with the signs of markup
   * escaped, but a {@link Markup}.
   *
   * @throws Refusal as {@link #text}, and when what the template makes is no well-formed page; the
   *     sentence names the file and the line
   */
  public String page(String document, Map<String, Object> facts) {
    var context = new VelocityContext(new HashMap<>(facts));
    EventCartridge escaping = new EventCartridge();
    escaping.addReferenceInsertionEventHandler(
        (inserted, reference, value) ->
            value == null || value instanceof Markup ? value : XhtmlPage.escaped(value.toString()));
    context.attachEventCartridge(escaping);
    String page = filled(document, context);
    XhtmlPage.fault(page)
        .ifPresent(
            fault -> {
              throw refused(document + ".vm", "makes no well-formed XHTML: " + fault);
            });
    return page;
  }

  /**
   * The text of a document.
   *
   * @throws Refusal when there is no such document, it cannot be read, or it needs a fact that is
   *     not given; the sentence names the file and the fact
   */
  String text(String document, Map<String, Object> facts) {
    // Velocity writes into the map it is given.
    return filled(document, new VelocityContext(new HashMap<>(facts)));
  }

  private String filled(String document, VelocityContext context) {
    String file = document + ".vm";
    if (!NAME.matcher(document).matches()) {
      throw unknown(file);
    }
    BoundedText text = new BoundedText();
    try {
      refuseOtherFiles(context, text);
      Template template = velocity.getTemplate(file);
      BoundedTemplate.check((SimpleNode) template.getData());
      template.merge(context, text);
    } catch (ResourceNotFoundException e) {
      throw unknown(file);
    } catch (ParseErrorException e) {
      throw refused(file, "cannot be read as a template: " + firstLine(e));
    } catch (VelocityException e) {
      throw refused(file, failure(e));
    }
    return text.toString().strip() + "\n";
  }

  /** A document is one file: Velocity would put in any that the service can read. */
  private static void refuseOtherFiles(VelocityContext context, BoundedText text) {
    EventCartridge events = context.getEventCartridge();
    if (events == null) {
      events = new EventCartridge();
      context.attachEventCartridge(events);
    }
    events.addIncludeEventHandler(
        (asked, other, document, directive) -> {
          throw new VelocityException("#" + directive + " of another file (" + other + ")");
        });
    events.addReferenceInsertionEventHandler(
        (inserted, reference, value) -> {
          text.inserts(value);
          return value;
        });
  }

  /** Velocity goes on with everything else that could have stood there. */
  private static String firstLine(ParseErrorException e) {
    return e.getMessage().lines().findFirst().orElse("");
  }

  private static String failure(VelocityException e) {
    Matcher reference = REFERENCE.matcher(String.valueOf(e.getMessage()));
    return reference.find()
        ? "needs the fact \""
            + reference.group(1)
            + "\", which this step does not give; take it out of the document ("
            + e.getMessage()
            + ")"
        : "could not be filled: " + e.getMessage();
  }

  private static Refusal unknown(String file) {
    return new Refusal(
        Refusal.Kind.UNKNOWN, "There is no document forms/documents/" + file + "; put it there.");
  }

  private static Refusal refused(String file, String why) {
    return new Refusal(
        Refusal.Kind.AGAINST_RULES, "The document forms/documents/" + file + " " + why + ".");
  }

  private static Properties settings(Path folder) {
    Properties settings = new Properties();
    settings.setProperty("resource.loaders", "file");
    settings.setProperty("resource.loader.file.path", folder.toString());
    settings.setProperty("resource.loader.file.cache", "true");
    settings.setProperty("resource.loader.file.modification_check_interval", "2");
    settings.setProperty("resource.default_encoding", "UTF-8");
    settings.setProperty("runtime.strict_mode.enable", "true");
    settings.setProperty("introspector.uberspect.class", QuietCalls.class.getName());
    settings.setProperty("directive.foreach.max_loops", "20000");
    return settings;
  }
}
