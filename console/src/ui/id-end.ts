/** The end of an id, which is what differs between two of them. */
export function idEnd(id: string): string {
  return id.slice(-5);
}
