/** The operators' console. */
export function Desk() {
  return null;
}
