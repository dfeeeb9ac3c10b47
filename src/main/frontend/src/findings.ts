import type { Line } from './book';
import type { Located } from './checks';
import { button, fill, h } from './dom';
import { t } from './texts';

const MOST = 200;

/** What the checks found, under the grid: one line folded, a list with ways to the cells unfolded. */
export class FindingsStrip {
  readonly element = h('div', { class: 'checks' });

  constructor(private readonly open: (line: Line, key: string) => void) {}

  show(all: Located[]): void {
    const faults = all.filter((one) => one.severity === 'fault').length;
    const warnings = all.length - faults;
    const counts = [faults ? t('faults', faults) : '', warnings ? t('warnings', warnings) : ''].filter(Boolean).join(' · ');
    const unfolded = this.element.querySelector('details')?.open ?? false;
    fill(
      this.element,
      h(
        'details',
        { open: unfolded && all.length > 0, class: faults ? 'bad' : warnings ? 'warn' : 'good' },
        h('summary', {}, h('b', {}, t('checks')), ` ${counts || t('checksClean')} `, h('span', { class: 'first' }, all[0]?.text ?? '')),
        h('ol', { class: 'findings' }, ...all.slice(0, MOST).map((one) => this.line(one))),
      ),
    );
  }

  private line({ line, key, text, severity }: Located): HTMLElement {
    const place = line ? button(line.id, () => this.open(line, key), { class: 'link' }) : null;
    return h('li', { class: severity }, place, ' ', h('span', {}, text));
  }
}
