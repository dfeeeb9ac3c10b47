package org.citycase.notice;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.springframework.stereotype.Component;

/**
 * The documents in {@code forms/documents}, filled with facts. They are read from disk at run time;
 * an edit is seen within two seconds. A fact is inserted as text and never read as a template.
 */
@Component
class Documents {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern REFERENCE = Pattern.compile("\\$!?\\{?([A-Za-z]\\w*)");

  private final VelocityEngine velocity;

  Documents(ContentFolder content) {
    this.velocity = new VelocityEngine(settings(content.forms().resolve("documents")));
  }

  /**
   * The text of a document.
   *
   * @throws Refusal when there is no such document, it cannot be read, or it needs a fact that is
   *     not given; the sentence names the file and the fact
   */
  String text(String document, Map<String, Object> facts) {
    String file = document + ".vm";
    if (!NAME.matcher(document).matches()) {
      throw unknown(file);
    }
    StringWriter text = new StringWriter();
    try {
      // Velocity writes into the map it is given.
      var context = new VelocityContext(new HashMap<>(facts));
      velocity.getTemplate(file).merge(context, text);
    } catch (ResourceNotFoundException e) {
      throw unknown(file);
    } catch (ParseErrorException e) {
      throw refused(file, "cannot be read as a template: " + e.getMessage());
    } catch (VelocityException e) {
      throw refused(file, failure(e));
    }
    return text.toString().strip() + "\n";
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
    settings.setProperty("introspector.uberspect.class", SecureUberspector.class.getName());
    return settings;
  }
}
