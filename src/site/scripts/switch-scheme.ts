import { keepChoice } from './keep-choice.ts';

/** The button for light and dark; `/scheme.js` applies what was chosen before the next page is painted. */
export function switchScheme(): void {
  document.getElementById('scheme')?.addEventListener('click', () => {
    const { dataset } = document.documentElement;
    const shown =
      dataset['scheme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    const chosen = shown === 'dark' ? 'light' : 'dark';
    dataset['scheme'] = chosen;
    keepChoice('scheme', chosen);
  });
}
