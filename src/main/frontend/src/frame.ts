import type { Said } from './api';

/** What the server wrote into the page: who looks at which table, in which language, on which day. */
const data = document.body.dataset;

export const page = data['page'] ?? 'tables';
export const tableName = data['table'] ?? '';
export const me = data['user'] ?? '';
export const owns = data['owner'] === 'true';
export const administers = data['admin'] === 'true';
export const today = data['today'] ?? '';
export const english = document.documentElement.lang === 'en';
const zone = data['zone'] ?? 'UTC';

export const inWords = (said: Said): string => (english ? said.en : said.zh);

export const districts = (): { code: string; name: string }[] =>
  [...document.querySelectorAll<HTMLOptionElement>('#places option')].map((option) => ({
    code: option.value,
    name: option.label,
  }));

/** An instant as the service writes it, in the city's zone already: 2026-03-12 09:05. */
export const moment = (iso: string | null | undefined): string => (iso ? iso.slice(0, 16).replace('T', ' ') : '');

/** A wall time of the city as an instant with its offset. */
export function instantOf(wall: string): string {
  const utc = Date.parse(`${wall}:00Z`);
  const offset = offsetAt(new Date(utc - minutes(offsetAt(new Date(utc))) * 60_000));
  return `${wall}:00${offset}`;
}

function offsetAt(when: Date): string {
  const part = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(when)
    .find((one) => one.type === 'timeZoneName');
  return part?.value.slice(3) || '+00:00';
}

function minutes(offset: string): number {
  const [hours, rest] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 60 + (rest ?? 0));
}

export const number = (value: number, digits = 0): string =>
  value.toLocaleString(english ? 'en' : 'zh-CN', { maximumFractionDigits: digits });

/** A remark is written "中文 English"; each reader sees his own half. */
export function half(remark: string): string {
  const parts = /^(.*?[^\x00-\x7f].*?) ([A-Za-z].*)$/.exec(remark);
  return parts ? ((english ? parts[2] : parts[1]) ?? remark) : remark;
}
