import { makeElement } from './make-element.ts';

let status: HTMLElement | undefined;
let timer = 0;

/** Says a short sentence, seen and announced, for four seconds. */
export function tell(sentence: string): void {
  status ??= makeElement('output', { class: 'tell' });
  document.body.append(status);
  status.textContent = sentence;
  clearTimeout(timer);
  timer = window.setTimeout(() => status?.remove(), 4000);
}
