package org.citycase.casefile;

import java.time.Instant;
import org.citycase.access.Viewer;

/**
 * The reporter of a case as everybody may read of him: {@code 王**}, {@code 138****5678}.
 *
 * @param name null when he left none or it was erased
 * @param phone null when he left none or it was erased
 * @param mayOpen whether the viewer may open the full name and phone, which the log tells
 * @param erasedAt when name and phone were erased; null while they are kept
 * @param note why they are not shown and who may see them, in Chinese
 * @param noteEn the same in English
 */
public record ReporterMask(
    String name, String phone, boolean mayOpen, Instant erasedAt, String note, String noteEn) {

  private static final int LONG = 11;
  private static final int SHORT = 7;

  /** What the viewer may read; null when the case never had a reporter to answer. */
  public static ReporterMask of(CaseFile file, Viewer viewer) {
    if (file.erasedAt() != null) {
      return new ReporterMask(
          null,
          null,
          false,
          file.erasedAt(),
          "举报人的姓名和电话已删除。",
          "The reporter's name and phone were erased.");
    }
    Reported reported = file.reported();
    return reported.hasReporter()
        ? new ReporterMask(
            name(reported.reporterName()),
            phone(reported.reporterPhone()),
            viewer.seesReporters(),
            null,
            "完整的姓名和电话只对受理员和值班长开放，每次查看都记入案卷日志。",
            "The full name and phone are open to operators and duty leaders only; the case's log"
                + " tells who opened them.")
        : null;
  }

  /** A name with all but its first character masked. */
  public static String name(String name) {
    return name == null || name.isBlank()
        ? null
        : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  /** A number with its middle masked; of a short one hardly anything stays. */
  public static String phone(String phone) {
    if (phone == null) {
      return null;
    }
    int length = phone.length();
    if (length >= LONG) {
      return phone.substring(0, 3) + "****" + phone.substring(length - 4);
    }
    return length >= SHORT ? "****" + phone.substring(length - 2) : "****";
  }
}
