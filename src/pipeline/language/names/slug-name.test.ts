import { expect, test } from 'vitest';
import { slugName } from './slug-name.ts';

test.each([
  ['GAZ Group', 'gaz-group'],
  ['Lars Løkke Brekk', 'lars-lokke-brekk'],
  ['Yıldız Đorđević', 'yildiz-dordevic'],
  ['Großmann & Söhne', 'grossmann-sohne'],
  ['Tomasz Błaszczyk', 'tomasz-blaszczyk'],
  ['Jean O’Neil', 'jean-oneil'],
])('%s is at %s', (name, slug) => expect(slugName(name)).toBe(slug));

test.each(['Иван Брандт', '東京 Times', 'Ǆ Ꞩ'])('%s has an address of plain letters', (name) => {
  expect(slugName(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});
