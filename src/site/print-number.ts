/** A whole number as pages print it, `12,345`; a locale of the machine would make two builds differ. */
export function printNumber(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
