package org.citycase.dossier;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.citycase.Refusal;
import org.citycase.dossier.DiagramPlan.Flow;
import org.citycase.dossier.DiagramPlan.Shape;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the layout of a diagram from its BPMN text: the part every modeller writes (BPMN DI). */
final class DiagramReader {

  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final double MARGIN = 20;

  private final Map<String, Element> elements = new HashMap<>();

  private DiagramReader() {}

  static DiagramPlan read(String bpmn) {
    return new DiagramReader().plan(parsed(bpmn));
  }

  private static Document parsed(String bpmn) {
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
      parsers.setNamespaceAware(true);
      parsers.setFeature(NO_DOCTYPE, true);
      return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(bpmn)));
    } catch (SAXException e) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES, "The diagram cannot be read as XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java reads XML without a document type.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DiagramPlan plan(Document diagram) {
    for (Element element : all(diagram.getElementsByTagName("*"))) {
      if (!DI.equals(element.getNamespaceURI()) && element.hasAttribute("id")) {
        elements.put(element.getAttribute("id"), element);
      }
    }
    List<Shape> shapes =
        all(diagram.getElementsByTagNameNS(DI, "BPMNShape")).stream()
            .filter(drawn -> elements.containsKey(drawn.getAttribute("bpmnElement")))
            .map(this::shape)
            .toList();
    List<Flow> flows =
        all(diagram.getElementsByTagNameNS(DI, "BPMNEdge")).stream()
            .filter(drawn -> elements.containsKey(drawn.getAttribute("bpmnElement")))
            .map(this::flow)
            .toList();
    return new DiagramPlan(ground(shapes, flows), shapes, flows);
  }

  private Shape shape(Element drawn) {
    Element element = elements.get(drawn.getAttribute("bpmnElement"));
    return new Shape(
        element.getAttribute("id"),
        element.getLocalName(),
        mark(element),
        !"false".equals(element.getAttribute("cancelActivity")),
        name(element),
        bounds(drawn),
        label(drawn));
  }

  private static String name(Element element) {
    NodeList texts = element.getElementsByTagNameNS(element.getNamespaceURI(), "text");
    return element.getLocalName().equals("textAnnotation") && texts.getLength() > 0
        ? texts.item(0).getTextContent().strip()
        : element.getAttribute("name");
  }

  private static String mark(Element element) {
    for (Element child : all(element.getChildNodes())) {
      String name = child.getLocalName();
      if (name.endsWith("EventDefinition")) {
        return name.substring(0, name.length() - "EventDefinition".length());
      }
      if (name.equals("multiInstanceLoopCharacteristics")) {
        return "multiInstance";
      }
    }
    return "";
  }

  private Flow flow(Element drawn) {
    Element element = elements.get(drawn.getAttribute("bpmnElement"));
    List<Point2D> points = new ArrayList<>();
    for (Element child : all(drawn.getChildNodes())) {
      if (child.getLocalName().equals("waypoint")) {
        points.add(new Point2D.Double(number(child, "x"), number(child, "y")));
      }
    }
    boolean dotted = !element.getLocalName().equals("sequenceFlow");
    return new Flow(
        element.getAttribute("id"), dotted, element.getAttribute("name"), points, label(drawn));
  }

  private static Rectangle2D label(Element drawn) {
    return all(drawn.getChildNodes()).stream()
        .filter(child -> child.getLocalName().equals("BPMNLabel"))
        .map(DiagramReader::bounds)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Rectangle2D bounds(Element drawn) {
    return all(drawn.getChildNodes()).stream()
        .filter(child -> child.getLocalName().equals("Bounds"))
        .map(
            child ->
                new Rectangle2D.Double(
                    number(child, "x"),
                    number(child, "y"),
                    number(child, "width"),
                    number(child, "height")))
        .findFirst()
        .orElse(null);
  }

  private static Rectangle2D ground(List<Shape> shapes, List<Flow> flows) {
    Rectangle2D ground = new Rectangle2D.Double();
    List<Rectangle2D> parts = new ArrayList<>();
    shapes.forEach(shape -> parts.add(shape.bounds()));
    shapes.stream().map(Shape::label).filter(label -> label != null).forEach(parts::add);
    flows.stream().map(Flow::label).filter(label -> label != null).forEach(parts::add);
    flows.forEach(
        flow ->
            flow.points()
                .forEach(at -> parts.add(new Rectangle2D.Double(at.getX(), at.getY(), 0, 0))));
    for (int i = 0; i < parts.size(); i++) {
      ground = i == 0 ? parts.get(0) : ground.createUnion(parts.get(i));
    }
    return new Rectangle2D.Double(
        ground.getX() - MARGIN,
        ground.getY() - MARGIN,
        ground.getWidth() + 2 * MARGIN,
        ground.getHeight() + 2 * MARGIN);
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static List<Element> all(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
