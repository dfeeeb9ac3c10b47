package org.citycase.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook after an owner changed something in it and saved it. */
final class Edited {

  private Edited() {}

  static byte[] of(byte[] xlsx, Consumer<XSSFWorkbook> edit) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx));
        ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
      edit.accept(workbook);
      workbook.write(saved);
      return saved.toByteArray();
    }
  }

  /** The workbook with the text of one of its parts changed by hand. */
  static byte[] part(byte[] xlsx, String name, UnaryOperator<String> edit) throws IOException {
    return zipped(
        xlsx,
        (entry, content) ->
            entry.equals(name)
                ? edit.apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content,
        Map.of());
  }

  /** The workbook with parts added to it. */
  static byte[] with(byte[] xlsx, Map<String, byte[]> added) throws IOException {
    return zipped(xlsx, (entry, content) -> content, added);
  }

  private static byte[] zipped(
      byte[] xlsx, BiFunction<String, byte[], byte[]> edit, Map<String, byte[]> added)
      throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (ZipInputStream old = new ZipInputStream(new ByteArrayInputStream(xlsx));
        ZipOutputStream zip = new ZipOutputStream(saved)) {
      for (ZipEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(edit.apply(entry.getName(), old.readAllBytes()));
      }
      for (Map.Entry<String, byte[]> part : added.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return saved.toByteArray();
  }

  /** The cell of the first sheet, made if it was empty. */
  static XSSFCell cell(XSSFWorkbook workbook, String name) {
    CellReference at = new CellReference(name);
    XSSFSheet sheet = workbook.getSheetAt(0);
    XSSFRow row = sheet.getRow(at.getRow());
    row = row == null ? sheet.createRow(at.getRow()) : row;
    XSSFCell cell = row.getCell(at.getCol());
    return cell == null ? row.createCell(at.getCol()) : cell;
  }
}
