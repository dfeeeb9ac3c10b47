package org.citycase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citycase.CityCaseApplication;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The whole service in a simulation, on a free port and a database that is counted. */
public final class CountedService implements AutoCloseable {

  private final Tally tally = new Tally();
  private final ConfigurableApplicationContext service;

  public CountedService(String... settings) {
    SpringApplication application = new SpringApplication(CityCaseApplication.class);
    application.setAdditionalProfiles("simulation");
    application.addInitializers(this::prepare);
    String[] own = {
      "--server.port=0",
      "--logging.level.root=warn",
      "--spring.main.banner-mode=off",
      "--spring.datasource.url=" + url("bench-service")
    };
    // An option given twice would be a list.
    Stream<String> unless =
        Stream.of(own)
            .filter(one -> Stream.of(settings).noneMatch(it -> name(it).equals(name(one))));
    service = application.run(Stream.concat(unless, Stream.of(settings)).toArray(String[]::new));
  }

  private static String name(String option) {
    return option.split("=", 2)[0];
  }

  /** A database in memory, the same for the service and the bare engine. */
  static String url(String name) {
    return "jdbc:h2:mem:" + name + ";MODE=MySQL;DB_CLOSE_DELAY=-1";
  }

  private void prepare(ConfigurableApplicationContext context) {
    context.getBeanFactory().addBeanPostProcessor(new Counting());
    context.getBeanFactory().registerSingleton("exceptTests", new ExceptTests());
  }

  private final class Counting implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource database ? new CountedDatabase(database, tally) : bean;
    }
  }

  /** The tests lie on the same class path and bring components of their own. */
  private static final class ExceptTests extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
      try {
        return reader.getResource().getURL().getPath().contains("/test-classes/");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public <T> T get(Class<T> bean) {
    return service.getBean(bean);
  }

  public Tally tally() {
    return tally;
  }

  @Override
  public void close() {
    service.close();
  }
}
