package org.citycase.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.citycase.dossier.DiagramPath.Stay;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class DiagramTest {

  private static final DiagramPath NOWHERE = new DiagramPath(Map.of(), Map.of());

  @Test
  void everyElementAndFlowOfTheDiagramIsRead() throws IOException {
    String bpmn = Files.readString(Path.of("processes/city-case.bpmn"));
    DiagramPlan plan = DiagramReader.read(bpmn);
    assertThat(plan.shapes()).hasSize(count(bpmn, "<bpmndi:BPMNShape "));
    assertThat(plan.flows()).hasSize(count(bpmn, "<bpmndi:BPMNEdge "));
    assertThat(plan.shapes()).allSatisfy(shape -> assertThat(shape.bounds()).isNotNull());
    assertThat(plan.shapes()).filteredOn(DiagramPlan.Shape::isFrame).isNotEmpty();
  }

  @Test
  void theSvgIsXmlAndTellsWhatWasPassed() throws Exception {
    String bpmn = Files.readString(Path.of("processes/appeal.bpmn"));
    DiagramPlan plan = DiagramReader.read(bpmn);
    DiagramPath path =
        new DiagramPath(
            Map.of(
                "user_decideAppeal", new Stay(2, 7_200, false),
                "user_reviewAppeal", new Stay(1, 60, true)),
            Map.of("flow_decideAppeal_granted", 2));
    String svg = DiagramSvg.of(DiagramArtist.draw(plan, path, true), "申诉 <1>");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertThat(svg).contains("申诉 &lt;1&gt;", "×2 2 小时 0 分", "Decide appeal", "#fff0c2", "×2<");
    assertThat(DiagramSvg.of(DiagramArtist.draw(plan, NOWHERE, false), "")).doesNotContain("×");
  }

  @Test
  void aLabelBreaksBetweenWordsAndBetweenChineseCharacters() {
    assertThat(TextLines.of("受理 Accept report", 5)).isEqualTo(List.of("受理", "Accept", "report"));
    assertThat(TextLines.of("代整改完成情况", 4)).isEqualTo(List.of("代整改完", "成情况"));
    assertThat(TextLines.of("Incomprehensibilities", 3))
        .isEqualTo(List.of("Incomprehensibilities"));
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
