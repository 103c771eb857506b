/** The characters before a place, `length` at most: a line may be long, and what is read there is near. */
export function leadOf(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at);
}
