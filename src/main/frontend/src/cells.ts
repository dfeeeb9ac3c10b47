import type { Column } from './api';
import { h } from './dom';
import { inWords } from './frame';
import { t } from './texts';

/** One cell: how it reads, and the control that changes it. */

const FEW = 40;

/** As spreadsheets write them. */
const YES = 'TRUE';
const NO = 'FALSE';

export type Control = HTMLInputElement | HTMLSelectElement;

/** What a person reads; a code keeps its place before its name. */
export function shown(column: Column, value: string): string {
  if (value === '') {
    return '';
  }
  if (column.type === 'boolean') {
    return value === YES ? t('yes') : value === NO ? t('no') : value;
  }
  const word = column.words.find((one) => one.word === value);
  const label = word && inWords(word);
  if (!label || label === value) {
    return value;
  }
  return /^[A-Z0-9][A-Z0-9.-]+$/.test(value) ? `${value} ${label}` : label;
}

export const isNumber = (column: Column): boolean => column.type === 'whole' || column.type === 'decimal';

export const width = (column: Column): number => {
  if (column.type === 'boolean') {
    return 84;
  }
  return isNumber(column) ? 92 : column.type === 'date' ? 116 : column.type === 'text' ? 240 : 132;
};

export const hasFewChoices = (column: Column): boolean => {
  const closed = choices(column);
  return closed !== null && closed.length <= FEW;
};

/** The control for a cell: a list where words are closed, else a field of the right kind. */
export function control(column: Column, value: string, label = inWords(column)): Control {
  const closed = choices(column);
  if (closed && hasFewChoices(column)) {
    return select(closed, value, label, column.kind === 'condition' ? t('any') : column.optional ? t('empty') : null);
  }
  const known = closed ?? column.seen?.map((word) => [word, word] as const);
  const input = h('input', {
    type: column.type === 'date' ? 'date' : 'text',
    value,
    'aria-label': label,
    autocomplete: 'off',
    spellcheck: 'false',
    ...(isNumber(column) ? { inputmode: 'decimal' } : {}),
    ...(known ? { list: suggestions(column, known) } : {}),
  });
  return input;
}

type Choice = readonly [value: string, label: string];

function choices(column: Column): Choice[] | null {
  if (column.type === 'boolean') {
    return [
      [YES, t('yes')],
      [NO, t('no')],
    ];
  }
  return column.words.length ? column.words.map((word) => [word.word, shown(column, word.word)] as const) : null;
}

function select(known: Choice[], value: string, label: string, nothing: string | null): HTMLSelectElement {
  const unknown = value !== '' && !known.some(([word]) => word === value);
  return h(
    'select',
    { 'aria-label': label, value },
    nothing !== null || value === '' ? h('option', { value: '' }, nothing ? `（${nothing}）` : '') : null,
    unknown ? h('option', { value }, value) : null,
    ...known.map(([word, text]) => h('option', { value: word }, text)),
  );
}

/** One list of suggestions for each column with many words, shared by all its cells. */
function suggestions(column: Column, known: Choice[]): string {
  const id = `words-${column.letter}`;
  if (!document.getElementById(id)) {
    document.body.append(h('datalist', { id }, ...known.map(([word, text]) => h('option', { value: word, label: text }))));
  }
  return id;
}

/** What was typed or pasted, in the form a table keeps: the word for its label, TRUE for 是. */
export function normal(column: Column, typed: string): string {
  const text = typed.trim();
  if (column.type === 'boolean') {
    const yes = /^(true|是|yes|y|1)$/i.test(text);
    const no = /^(false|否|no|n|0)$/i.test(text);
    return yes ? YES : no ? NO : text;
  }
  if (isNumber(column)) {
    return text.replace(/[，,](?=\d{3}(\D|$))/g, '').replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  }
  const word = column.words.find(
    (one) => one.word === text || one.zh === text || one.en.toLowerCase() === text.toLowerCase() || shown(column, one.word) === text,
  );
  return word?.word ?? text;
}
