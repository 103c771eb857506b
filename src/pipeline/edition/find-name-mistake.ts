const LONGEST_NAME = 100;
/** Controls and invisible marks (joiners, which some scripts need, are none of them), ends of lines. */
const UNPRINTABLE = /[^\P{C}\u200c\u200d]|[\p{Zl}\p{Zp}]/u;

/** What is wrong with a name for an edition after these; undefined = nothing. */
export function findNameMistake(
  name: string,
  editions: readonly { readonly number: number; readonly name: string }[],
): string | undefined {
  if (name.trim() === '') return 'the name of an edition is empty, expected one such as `March 2022`';
  if (name.length > LONGEST_NAME) return `the name of an edition is longer than ${LONGEST_NAME} characters`;
  if (name !== name.trim() || UNPRINTABLE.test(name))
    return 'the name of an edition holds space around it or characters that cannot be seen';
  const same = editions.find((edition) => edition.name === name);
  return same && `edition ${same.number} has the name ${JSON.stringify(name)}, choose another one`;
}
