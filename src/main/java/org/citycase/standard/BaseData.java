package org.citycase.standard;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stored base data. On the first start into an empty database it takes in the catalogue and the
 * city named by {@code citycase.city}, or the demo city; all of it or nothing. The other beans of
 * the room read it once and answer from memory.
 */
@Service
class BaseData {

  private static final Logger LOG = LoggerFactory.getLogger(BaseData.class);
  private static final int BATCH = 1000;

  /** A row of cc_grid, also of a retired grid. */
  record StoredGrid(Plot plot, LocalDate validTo) {}

  /** Tells whether grids were added or retired since; codes and grounds never change. */
  record GridMark(long given, long retired) {}

  private final EntityManager entities;
  private final TransactionTemplate alone;

  BaseData(
      EntityManager entities,
      PlatformTransactionManager transactions,
      @Value("${citycase.city:}") String city,
      @Value("${citycase.demo:#{null}}") Boolean demo,
      @Value("${spring.datasource.url:jdbc:h2:mem:}") String database) {
    this.entities = entities;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    boolean demoCity = demo == null ? database.startsWith("jdbc:h2:") : demo;
    alone.executeWithoutResult(status -> firstStart(city.trim(), demoCity));
  }

  <T> List<T> all(String row, Class<T> content) {
    String inForce = dated(row) ? " where r.validTo is null" : "";
    return alone.execute(
        status ->
            entities
                .createQuery("select r.content from " + row + " r" + inForce, content)
                .getResultList());
  }

  CitySettings settings() {
    return all("CityRow", CitySettings.class).stream().findFirst().orElseGet(CitySettings::unknown);
  }

  GridMark gridMark() {
    Object[] counts =
        alone.execute(
            status ->
                entities
                    .createQuery("select count(g), count(g.validTo) from GridRow g", Object[].class)
                    .getSingleResult());
    return new GridMark((Long) counts[0], (Long) counts[1]);
  }

  List<StoredGrid> grids(GridCode.Version version) {
    return alone.execute(
        status ->
            entities
                .createQuery("from GridRow", Rows.GridRow.class)
                .getResultStream()
                .map(
                    row ->
                        new StoredGrid(
                            new Plot(new GridCode(row.code, version), Shapes.toPolygon(row.shape)),
                            row.validTo))
                .toList());
  }

  void add(Plot plot, LocalDate validFrom) {
    try {
      alone.executeWithoutResult(
          status -> {
            entities.persist(new Rows.GridRow(plot, validFrom));
            entities.flush();
          });
    } catch (PersistenceException | DataIntegrityViolationException e) {
      throw new Refusal(
          Kind.CONFLICT,
          "Grid code %s was given to somebody else just now. Ask for the next code again."
              .formatted(plot.code()));
    }
  }

  void retireGrid(String code, LocalDate lastDay) {
    alone.executeWithoutResult(
        status ->
            entities
                .createQuery("update GridRow r set r.validTo = :day where r.code = :code")
                .setParameter("day", lastDay)
                .setParameter("code", code)
                .executeUpdate());
  }

  private static boolean dated(String row) {
    return !Set.of("CityRow", "CategoryRow", "ConditionRow", "CalendarDayRow").contains(row);
  }

  private void firstStart(String city, boolean demoCity) {
    if (isEmpty("CategoryRow")) {
      write(builtInCatalogue());
    }
    if (!isEmpty("CityRow")) {
      if (!city.isEmpty()) {
        LOG.info("The database already holds a city; citycase.city is read on a first start only.");
      }
    } else if (!city.isEmpty()) {
      takeIn(CityFolder.onDisk(Path.of(city)));
    } else if (demoCity) {
      takeIn(CityFolder.builtIn("city/demo"));
    } else {
      LOG.warn(
          "There is no base data: no report can be placed in a grid."
              + " Name a city folder with citycase.city and start again.");
    }
  }

  private void takeIn(CityFolder folder) {
    CityData city = CityImport.read(folder, storedCatalogue());
    entities.persist(new Rows.CityRow(city.settings()));
    write(city.localCatalogue());
    write(city.districts(), Rows.DistrictRow::new);
    write(city.units(), Rows.UnitRow::new);
    write(city.plots(), plot -> new Rows.GridRow(plot, null));
    write(city.workGrids(), Rows.WorkGridRow::new);
    write(city.people(), Rows.PersonRow::new);
    write(city.components(), Rows.ComponentRow::new);
    write(city.calendar(), Rows.CalendarDayRow::new);
    LOG.info(
        "Imported city {} from {}: {} grids, {} units, {} people, {} components.",
        city.settings().nameEn(),
        folder,
        city.plots().size(),
        city.units().size(),
        city.people().size(),
        city.components().size());
  }

  private void write(CatalogueData catalogue) {
    write(catalogue.categories(), Rows.CategoryRow::new);
    write(catalogue.conditions(), Rows.ConditionRow::new);
  }

  private <T> void write(Collection<T> contents, Function<T, Object> row) {
    int written = 0;
    for (T content : contents) {
      entities.persist(row.apply(content));
      if (++written % BATCH == 0) {
        entities.flush();
        entities.clear();
      }
    }
    entities.flush();
    entities.clear();
  }

  private CatalogueData storedCatalogue() {
    return new CatalogueData(
        entities.createQuery("select r.content from CategoryRow r", Category.class).getResultList(),
        entities
            .createQuery("select r.content from ConditionRow r", Condition.class)
            .getResultList());
  }

  private boolean isEmpty(String row) {
    return entities.createQuery("select count(r) from " + row + " r", Long.class).getSingleResult()
        == 0;
  }

  static CatalogueData builtInCatalogue() {
    try (InputStream in = new ClassPathResource("standard/catalogue.csv").getInputStream()) {
      return CatalogueFile.read(in, Set.of());
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in catalogue could not be read.", e);
    }
  }
}
