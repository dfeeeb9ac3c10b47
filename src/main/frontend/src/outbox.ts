import { ask, draftPath, get, type Draft, type Patch, type Table } from './api';

export type Saving = 'saved' | 'saving' | 'refused';

const RETRY_AFTER_MS = 3000;

/**
 * Sends the steps of a draft one after the other, and hands back what the checks say. While the
 * service cannot be reached the steps wait; after a refusal the draft has to be loaded again.
 */
export class Outbox {
  private readonly waiting: Patch[] = [];
  private busy = false;

  constructor(
    private readonly draft: number,
    private readonly on: {
      state(saving: Saving): void;
      checked(draft: Draft, table: Table | null): void;
      refused(error: unknown): void;
    },
  ) {
    addEventListener('beforeunload', (event) => {
      if (this.busy) {
        event.preventDefault();
      }
    });
  }

  send(patch: Patch): void {
    this.waiting.push(patch);
    if (!this.busy) {
      void this.run();
    }
  }

  private async run(): Promise<void> {
    this.busy = true;
    this.on.state('saving');
    let sending: Patch | undefined;
    try {
      let draft: Draft | undefined;
      let rowsMoved = false;
      for (let patch = this.waiting.shift(); patch; patch = this.waiting.shift()) {
        sending = patch;
        draft = await ask<Draft>('PATCH', draftPath(this.draft), patch);
        sending = undefined;
        rowsMoved ||= patch.added.length + patch.removed.length > 0;
      }
      const table = rowsMoved ? await get<Table>(draftPath(this.draft, '/table')) : null;
      this.busy = false;
      this.on.state('saved');
      if (draft) {
        this.on.checked(draft, table);
      }
    } catch (error) {
      this.on.state('refused');
      if (error instanceof TypeError && sending) {
        this.waiting.unshift(sending);
        setTimeout(() => void this.run(), RETRY_AFTER_MS);
        return;
      }
      this.waiting.length = 0;
      this.busy = false;
      this.on.refused(error);
    }
    if (this.waiting.length) {
      void this.run();
    }
  }
}
