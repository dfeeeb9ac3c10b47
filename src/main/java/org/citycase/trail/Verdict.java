package org.citycase.trail;

import java.io.PrintStream;
import java.util.List;

/** Prints, in Chinese and English, what a check found and what it could not look at. */
final class Verdict {

  private final PrintStream out;
  private long findings;
  private boolean part;

  Verdict(PrintStream out) {
    this.out = out;
  }

  void tell(Finding finding) {
    findings++;
    out.println("✗ " + finding.zh());
    out.println("  " + finding.en());
  }

  /** What an export says to hold: of a part, only kept seals tell whether all of it was forged. */
  void extent(Extent extent, boolean kept) {
    part = !extent.isWhole();
    if (!part) {
      return;
    }
    if (extent.caseNumber() != null) {
      out.printf("只检查了一部分：案件 %1$s。Only a part was checked: case %1$s.%n", extent.caseNumber());
    } else {
      out.printf(
          "只检查了一部分：%1$s 至 %2$s 上报的案件。Only a part was checked: the cases reported from %1$s to before %2$s.%n",
          extent.from() == null ? "…" : extent.from(), extent.to() == null ? "…" : extent.to());
    }
    out.println(
        "其他案件、配置日志和封存的合计未检查。Other cases, the configuration log and the sums of the seals were"
            + " not checked.");
    if (!kept) {
      out.println(
          "部分导出若整体重造，只有另行保管的封存能证明：加 --seals=…。Whether a part was forged as a whole only"
              + " kept seals can tell: add --seals=….");
    }
  }

  void uncovered(KeptSeals.Uncovered beside) {
    if (beside.cases() > 0) {
      out.printf(
          "另行保管的封存还记有 %1$d 个案件，不在所检查的部分内，未检查：%2$s。The kept seals hold %1$d more cases that were not checked because they are not in this part: %2$s.%n",
          beside.cases(), some(beside));
    }
  }

  private static String some(KeptSeals.Uncovered beside) {
    String first = String.join(", ", beside.first());
    return beside.cases() > beside.first().size() ? first + ", …" : first;
  }

  /** The files of a dossier that are to be read and that no log vouches for. */
  void unproven(List<String> files) {
    out.println(
        "档案中由日志逐行证明的：trail.ndjson.gz、照片、receipts.json、ledger.json。The log proves, row by row:"
            + " trail.ndjson.gz, the photos, receipts.json, ledger.json.");
    if (!files.isEmpty()) {
      out.printf(
          "只与 manifest.sha256 核对、未被证明的：%1$s。Only compared with manifest.sha256, which nothing proves: %1$s.%n",
          String.join(", ", files));
    }
  }

  /** Prints the sums and gives the exit code. */
  int of(Checker.Tally tally, boolean withPhotos) {
    out.printf(
        "案件 %d，日志 %d，凭证行 %d，照片 %s，封存 %d；发现 %d 处。%n",
        tally.cases(),
        tally.entries(),
        tally.rows(),
        withPhotos ? tally.photos() : "未检查",
        tally.seals(),
        findings);
    out.printf(
        "%d cases, %d log entries, %d witnessed rows, %s photos, %d seals; %d findings.%n",
        tally.cases(),
        tally.entries(),
        tally.rows(),
        withPhotos ? tally.photos() : "unchecked",
        tally.seals(),
        findings);
    if (tally.unwitnessed() > 0) {
      out.printf(
          "%d 个较早的案件尚未全部作证，请启动一次服务。%1$d older cases are not vouched for in all yet: start the service once.%n",
          tally.unwitnessed());
    }
    out.println(conclusion());
    return findings == 0 ? 0 : 1;
  }

  private String conclusion() {
    if (findings > 0) {
      return "✗ 有改动。Something was altered.";
    }
    return part
        ? "所检查的部分完整无改动。Nothing was altered in the part that was checked."
        : "完整无改动。Nothing was altered.";
  }
}
