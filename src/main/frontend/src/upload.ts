import { ask, Refused, tablePath, type Draft } from './api';
import { complain, notice, showFindings } from './dialogs';
import { h } from './dom';
import { t } from './texts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet becomes a draft, or is refused with each faulty cell; by a button or dropped on the page. */
export function uploading(table: string): HTMLElement {
  const file = h('input', {
    type: 'file',
    accept: `.xlsx,.csv,${XLSX},text/csv`,
    hidden: true,
    onchange: () => {
      const chosen = file.files?.[0];
      file.value = '';
      if (chosen) {
        void send(table, chosen);
      }
    },
  });
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped) {
      void send(table, dropped);
    }
  });
  const choose = h('button', { type: 'button', title: t('uploadHint'), onclick: () => file.click() }, t('upload'));
  return h('span', {}, choose, file);
}

async function send(table: string, file: File): Promise<void> {
  const type = /\.xlsx$/i.test(file.name) ? XLSX : /\.csv$/i.test(file.name) ? 'text/csv' : null;
  if (!type) {
    notice(t('wrongFile'), 'bad');
    return;
  }
  notice(t('uploading', file.name));
  try {
    const draft = await ask<Draft>('POST', tablePath(table, '/drafts'), file, { 'Content-Type': type });
    location.assign(`/rules/tables/${table}?draft=${draft.id}#changes`);
  } catch (error) {
    if (error instanceof Refused && error.findings.length) {
      showFindings(t('uploadRefused', file.name), error);
    } else {
      complain(error);
    }
  }
}
