import type { Column } from './api';
import { control, normal, type Control } from './cells';
import { h } from './dom';
import { t } from './texts';

/** How an editor was left. */
interface Left {
  /** What is to be kept; nothing when it was given up. */
  value: string | null;
  /** The key that closed it; nothing when the focus went elsewhere. */
  key: string | null;
  back: boolean;
}

/** Puts a control into a cell. Enter and Tab keep what was written, Esc gives it up, leaving keeps it. */
export function openEditor(cell: HTMLElement, column: Column | undefined, old: string, typed: string | undefined, left: (how: Left) => void): void {
  const editor: Control = column ? control(column, old) : h('input', { value: old, 'aria-label': t('remark') });
  let open = true;
  const close = (keep: boolean, key: string | null, back = false): void => {
    if (open) {
      open = false;
      editor.remove();
      const value = column ? normal(column, editor.value) : editor.value.trim();
      left({ value: keep ? value : null, key, back });
    }
  };
  editor.classList.add('editor');
  editor.addEventListener('blur', () => close(true, null));
  editor.addEventListener('keydown', (pressed) => {
    const event = pressed as KeyboardEvent;
    event.stopPropagation();
    if (!event.isComposing && ['Enter', 'Tab', 'Escape'].includes(event.key)) {
      event.preventDefault();
      close(event.key !== 'Escape', event.key, event.shiftKey);
    }
  });
  cell.replaceChildren(editor);
  cell.classList.add('editing');
  editor.focus();
  begin(editor, typed);
}

function begin(editor: Control, typed: string | undefined): void {
  if (editor instanceof HTMLInputElement) {
    typed === undefined ? editor.select() : (editor.value = typed);
  } else if (typed === undefined) {
    showChoices(editor);
  }
}

function showChoices(select: HTMLSelectElement): void {
  try {
    select.showPicker();
  } catch {
    // Without a click or key of the user's the list stays closed; the arrow keys choose all the same.
  }
}
