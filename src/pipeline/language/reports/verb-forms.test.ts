import { expect, test } from 'vitest';
import { listForms } from './verb-forms.ts';

test.each([
  ['deploy', 'deploy deploys deployed deploying'],
  ['move', 'move moves moved moving'],
  ['mass', 'mass masses massed massing'],
  ['carry', 'carry carries carried carrying'],
  ['send/sent', 'send sends sent sending'],
  ['ship/shipped', 'ship ships shipped shipping'],
  ['withdraw/withdrew/withdrawn', 'withdraw withdraws withdrew withdrawn withdrawing'],
])('gives the forms of %s', (verb, forms) => {
  expect([...listForms([verb]).keys()].join(' ')).toBe(forms);
});

test('knows “sent” as past and participle, “withdrew” as past alone', () => {
  const forms = listForms(['send/sent', 'withdraw/withdrew/withdrawn']);
  expect([...(forms.get('sent') ?? [])]).toEqual(['past', 'participle']);
  expect([...(forms.get('withdrew') ?? [])]).toEqual(['past']);
});
