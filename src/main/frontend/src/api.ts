/** What the service says about tables and drafts, and the one way to ask it. */

export interface Said {
  zh: string;
  en: string;
}

export interface Word extends Said {
  word: string;
}

export interface Column extends Said {
  key: string;
  letter: string;
  kind: 'id' | 'condition' | 'action';
  type: 'text' | 'word' | 'whole' | 'decimal' | 'boolean' | 'date';
  /** The closed list of the column, or none. */
  words: Word[];
  optional: boolean;
  /** Words found in the column, where no list is closed: offered, not demanded. */
  seen?: string[];
}

export type Origin = 'national' | 'city' | 'changed';

export interface Row {
  id: string;
  remark: string;
  /** Line of the sheet, as a spreadsheet counts it. */
  line: number;
  origin: Origin;
  cells: Record<string, string>;
}

export interface Table extends Said {
  name: string;
  version: string;
  columns: Column[];
  rows: Row[];
}

export interface Scheduled {
  version: string;
  effectiveAt: string;
  publishedBy: string;
}

export interface TableEntry extends Said {
  name: string;
  version: string;
  rows: number;
  publishedAt: string;
  publishedBy: string;
  effectiveAt: string;
  scheduled: Scheduled | null;
  drafts: number;
  drift: number;
}

export interface Version {
  version: string;
  seq: number;
  effectiveAt: string;
  publishedAt: string;
  publishedBy: string;
  author: string | null;
  comment: string | null;
  kind: 'START' | 'PUBLISHED' | 'ROLLBACK';
  correction: boolean;
  rows: number;
  inForce: boolean;
  withdrawn: boolean;
}

export interface Change extends Said {
  row: string;
  column: string | null;
  key: string | null;
  kind: 'changed' | 'added' | 'removed';
  before: string | null;
  after: string | null;
}

/** A fault keeps a draft from being published; a warning wants to be looked at. */
export interface Finding {
  field: string;
  /** In English; in Chinese it is told for whatever a sheet can have. */
  message: string;
  zh?: string | null;
  /** Line of the sheet, as a spreadsheet counts it. */
  row?: number | null;
  column?: string | null;
  key?: string | null;
}

export interface Draft {
  id: number;
  table: string;
  base: string;
  author: string;
  createdAt: string;
  changedAt: string;
  /** Counts the changes of the draft. */
  edition: number;
  state: 'OPEN' | 'PUBLISHED' | 'DISCARDED';
  changes: Change[];
  warnings: Finding[];
  faults: Finding[];
}

export interface Turn<T> {
  before: T | null;
  after: T | null;
}

export interface Limit {
  value: number;
  unit: string;
}

export interface ChangedCase {
  number: string;
  category?: string;
  row?: Turn<string>;
  unit?: Turn<string>;
  limit?: Turn<Limit>;
  due?: Turn<string>;
  onTime?: Turn<boolean>;
  points?: Turn<number>;
}

export interface Sum {
  changed: number;
  becameLate: number;
  becameOnTime: number;
  points: Turn<number> | null;
}

export interface Total extends Sum {
  unit?: string;
  category?: string;
}

/** What a rehearsal found; the first of the changed cases, and the totals of all. */
export interface Outcome {
  cases: number;
  changedTotal: number;
  changed: ChangedCase[];
  errorsTotal: number;
  errors: { number: string; message: string }[];
  totals: Sum & { byUnit: Total[]; byCategory: Total[] };
  questions: number;
  wallMillis: number;
  /** Why nothing could be found, when nothing was asked. */
  note?: { zh: string; en: string } | null;
}

export interface Rehearsal {
  /** Of the draft that was rehearsed. */
  edition: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  done: number;
  total: number;
  from: string;
  /** The first instant after the period. */
  to: string;
  district: string | null;
  askedBy: string;
  askedAt: string;
  failure: string | null;
  result: Outcome | null;
}

export interface Receipt {
  number: string;
  at: string;
  version: string;
  row: string;
  sentence: Said;
}

export interface LogEntry {
  at: string;
  actor: string;
  action: string;
  table: string | null;
  version: string | null;
  draft: number | null;
  comment: string | null;
}

export interface Part<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
}

export interface FourEyes {
  on: boolean;
  comment?: string | null;
}

export interface Patch {
  cells: { row: string; key: string; value: string }[];
  added: { id: string; remark: string; after: string | null; cells: Record<string, string> }[];
  removed: string[];
}

/** A request that was refused: the sentence, and for a sheet each faulty cell. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly findings: Finding[] = [],
  ) {
    super(message);
  }
}

interface Problem {
  detail?: string;
  title?: string;
  errors?: Finding[];
}

export async function ask<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
  const raw = body instanceof Blob;
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      'X-Requested-With': 'fetch',
      ...(body !== undefined && !raw ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
  });
  if (answer.status === 401) {
    location.reload();
  }
  const text = await answer.text();
  const read: unknown = text && /json/.test(answer.headers.get('Content-Type') ?? '') ? JSON.parse(text) : undefined;
  if (!answer.ok) {
    const problem = (read ?? {}) as Problem;
    throw new Refused(answer.status, problem.detail ?? problem.title ?? answer.statusText, problem.errors);
  }
  return read as T;
}

export const get = <T>(path: string): Promise<T> => ask<T>('GET', path);

export const tablePath = (name: string, rest = ''): string => `/api/tables/${encodeURIComponent(name)}${rest}`;

/** The last rehearsal of a draft; nothing when it had none. */
export async function lastRehearsal(draft: number): Promise<Rehearsal | null> {
  try {
    return await get<Rehearsal>(draftPath(draft, '/rehearsal'));
  } catch (error) {
    if (error instanceof Refused && error.status === 404) {
      return null;
    }
    throw error;
  }
}

export const draftPath = (id: number | string, rest = ''): string => `/api/drafts/${encodeURIComponent(id)}${rest}`;
