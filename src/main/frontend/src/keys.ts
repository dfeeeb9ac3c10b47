import { dialog } from './dialogs';
import { h } from './dom';
import { t, type Text } from './texts';

const READING: [string, Text][] = [
  ['← ↑ → ↓', 'keyMove'],
  ['Alt + ↑ ↓', 'keySort'],
  ['/', 'keySearch'],
  ['F6', 'keyPanel'],
  ['Tab', 'keyTab'],
];

const WRITING: [string, Text][] = [
  ['Enter, F2', 'keyEdit'],
  ['Enter / Tab', 'keyCommit'],
  ['Esc', 'keyEsc'],
  ['Delete', 'keyClear'],
  ['Ctrl + Z / Y', 'keyUndo'],
  ['Ctrl + C / V', 'keyCopy'],
];

/** Tells what the keys do. */
export function keyHelp(editable: boolean): void {
  const keys = editable ? [...WRITING, ...READING] : READING;
  dialog({
    title: t('keys'),
    body: [h('dl', { class: 'keys' }, ...keys.flatMap(([key, text]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(text))]))],
  });
}
