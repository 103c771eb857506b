import { keepChoice, readChoice } from './keep-choice.ts';

/** Whether keys without a modifier are shortcuts on this device; they are until a reader turns them off. */
export function areKeysOn(): boolean {
  return readChoice('keys') !== 'off';
}

/** The switch on the keyboard page. */
export function switchKeys(): void {
  const box = document.getElementById('keys-on');
  if (!(box instanceof HTMLInputElement)) return;
  box.checked = areKeysOn();
  box.addEventListener('change', () => keepChoice('keys', box.checked ? 'on' : 'off'));
  document.getElementById('keys-switch')?.removeAttribute('hidden');
}
