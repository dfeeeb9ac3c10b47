import { Refused } from './api';
import { h } from './dom';

/** Saves what the service answers in a form of its own, such as a list for Excel. */
export async function save(path: string, type: string, name: string): Promise<void> {
  const answer = await fetch(path, { headers: { Accept: type, 'X-Requested-With': 'fetch' } });
  if (!answer.ok) {
    throw new Refused(answer.status, answer.statusText);
  }
  const address = URL.createObjectURL(await answer.blob());
  h('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
