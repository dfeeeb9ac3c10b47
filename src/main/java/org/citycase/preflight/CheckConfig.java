package org.citycase.preflight;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.citycase.Command;
import org.citycase.ContentFolder;
import org.citycase.Refusal;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;

/**
 * The command {@code check-config}: looks with the settings of a start at everything a start needs,
 * and starts and changes nothing. It ends with 0 when the service can start, and with 1 when not.
 */
public class CheckConfig implements Command {

  @Override
  public String name() {
    return "check-config";
  }

  @Override
  public int run(List<String> words, PrintStream out) {
    Findings findings = new Findings(out);
    try {
      look(settings(words), findings);
    } catch (RuntimeException e) {
      findings.fail("settings", "配置读不出来。", "The settings cannot be used: " + e.getMessage());
    }
    out.println(
        findings.failed()
            ? "不能启动：请先处理 FAIL。Not ready: mend what is marked FAIL."
            : "可以启动。Ready to start.");
    return findings.failed() ? 1 : 0;
  }

  /** Reads the settings as a start does, and gives the start up before it touches anything. */
  static Environment settings(List<String> words) {
    SpringApplication start = new SpringApplication(CheckConfig.class);
    start.setWebApplicationType(WebApplicationType.NONE);
    start.setBannerMode(Banner.Mode.OFF);
    start.setLogStartupInfo(false);
    start.setRegisterShutdownHook(false);
    start.setDefaultProperties(Map.of("logging.level.root", "off"));
    AtomicReference<Environment> read = new AtomicReference<>();
    start.addInitializers(
        context -> {
          read.set(context.getEnvironment());
          throw new SpringApplication.AbandonedRunException(context);
        });
    try {
      start.run(words.toArray(String[]::new));
    } catch (SpringApplication.AbandonedRunException enough) {
      return read.get();
    }
    throw new IllegalStateException("A start that was given up went on.");
  }

  private static void look(Environment settings, Findings findings) {
    new MachineCheck(settings, findings).all();
    StoredData stored = new StoredData(settings, findings);
    stored.all();
    new AccessCheck(settings, findings, stored.isNew()).all();
    try {
      ContentCheck.of(new ContentFolder(settings.getProperty("citycase.content", "")), findings);
    } catch (Refusal refused) {
      findings.fail("content", "业务文件夹有误。", refused.getMessage());
    }
  }
}
