import type { Draft, Finding } from './api';
import { REMARK, type Book, type Line } from './book';
import { findingText } from './dialogs';

/** The findings of the checks, each at its row and cell. */
export interface Located {
  finding: Finding;
  severity: 'fault' | 'warning';
  text: string;
  line: Line | undefined;
  key: string;
}

export class Checks {
  all: Located[] = [];
  private readonly byUid = new Map<number, Located[]>();

  constructor(private readonly book: Book) {}

  /** Takes over what the service found; answers the rows whose marks changed. */
  take(draft: Pick<Draft, 'faults' | 'warnings'>): Set<number> {
    const touched = new Set(this.byUid.keys());
    this.byUid.clear();
    this.all = [
      ...draft.faults.map((finding) => this.locate(finding, 'fault')),
      ...draft.warnings.map((finding) => this.locate(finding, 'warning')),
    ];
    for (const one of this.all) {
      if (one.line) {
        this.byUid.set(one.line.uid, [...this.of(one.line.uid), one]);
        touched.add(one.line.uid);
      }
    }
    return touched;
  }

  of(uid: number): Located[] {
    return this.byUid.get(uid) ?? [];
  }

  at(uid: number, key: string): Located | undefined {
    return this.of(uid).find((one) => one.key === key);
  }

  private locate(finding: Finding, severity: Located['severity']): Located {
    const line = finding.row ? this.book.at(finding.row) : undefined;
    const byLetter = this.book.columns.find((column) => column.letter === finding.column);
    // What is said of a whole row stands at its id.
    const key = finding.key ?? (finding.column === 'A' ? REMARK : (byLetter?.key ?? 'id'));
    return { finding, severity, text: findingText(finding), line, key };
  }
}
