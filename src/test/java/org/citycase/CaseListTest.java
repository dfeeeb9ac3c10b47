package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of all cases, its files and kept searches over HTTP. */
@CityTest
class CaseListTest {

  @Autowired private CityClient city;
  @Autowired private EmptyDesk desk;

  private String formula;
  private String lamp;

  @BeforeEach
  void twoCases() {
    desk.at("2026-03-10T09:00:00+08:00");
    lamp = city.report("chen", "collector", "C01-37", "description", "路灯不亮 <b>").number();
    formula = city.report("chen", "collector", "C01-37", "description", "=1+1").number();
  }

  private String page(String user, String query) {
    return new String(city.download(user, "/cases?" + query), StandardCharsets.UTF_8);
  }

  private List<List<String>> csv(String query) throws IOException {
    String text =
        new String(city.download("sun", "/cases/export.csv?" + query), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    List<List<String>> lines = new ArrayList<>();
    for (CSVRecord line : CSVFormat.RFC4180.parse(new StringReader(text.substring(1)))) {
      lines.add(line.toList());
    }
    return lines;
  }

  private List<List<String>> workbook(String query) throws IOException {
    byte[] file = city.download("sun", "/cases/export.xlsx?" + query);
    List<List<String>> lines = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (Row row : book.getSheetAt(0)) {
        List<String> line = new ArrayList<>();
        for (Cell cell : row) {
          line.add(cell.getStringCellValue());
        }
        lines.add(line);
      }
    }
    return lines;
  }

  @Test
  void pageCsvAndWorkbookShowTheSameCasesColumnsAndTexts() throws IOException {
    String query = "lang=en&sort=reportedAt&unit=&q=C";
    String page = page("sun", query);
    List<List<String>> csv = csv(query);
    List<List<String>> workbook = workbook(query);
    assertThat(csv).hasSameSizeAs(workbook);
    assertThat(csv.get(0)).isEqualTo(workbook.get(0)).startsWith("Number", "State", "Light");
    for (int line = 1; line < workbook.size(); line++) {
      for (int cell = 0; cell < workbook.get(line).size(); cell++) {
        String text = workbook.get(line).get(cell);
        assertThat(csv.get(line).get(cell)).isIn(text, "'" + text);
        assertThat(page).contains(text.replace("<", "&lt;").replace(">", "&gt;"));
      }
    }
  }

  @Test
  void noCellOfTheCsvIsTakenForAFormula() throws IOException {
    assertThat(csv("q=%3D1%2B1").get(1)).contains(formula, "'=1+1");
    assertThat(workbook("q=%3D1%2B1").get(1)).contains(formula, "=1+1");
  }

  @Test
  void thePageSpeaksBothLanguagesAndLeadsFromCountsToLists() {
    assertThat(page("sun", "lang=zh")).contains("案件查询", "待立案", lamp, "&lt;b&gt;");
    assertThat(page("sun", "lang=en&q=%E8%B7%AF%E7%81%AF%E4%B8%8D"))
        .contains("Find cases", "To file", "state=TO_FILE", lamp)
        .doesNotContain(formula);
    assertThat(page("lamp-co", "lang=en")).contains("No case fits").doesNotContain(lamp);
  }

  @Test
  void aWrongSearchIsToldOnThePageAndAKeptOneBelongsToItsOwner() {
    assertThat(city.get("sun", "/cases?sort=colour&lang=zh").status()).isEqualTo(400);
    CityClient.Answer kept =
        city.post("sun", "/api/searches", Map.of("name", "红灯", "search", "light=red&page=4"));
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.body().path("search").asText()).isEqualTo("light=red");
    assertThat(page("sun", "lang=zh")).contains("红灯");
    assertThat(page("li", "lang=zh")).doesNotContain("红灯");
    String path = "/api/searches/" + kept.body().path("id").asText();
    assertThat(city.delete("li", path).status()).isEqualTo(404);
    assertThat(city.delete("sun", path).status()).isEqualTo(204);
  }
}
