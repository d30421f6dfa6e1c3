/** The longest case number that the service takes. */
export const TICKET_LENGTH_MAX = 64;

const TICKET = /^[A-Za-z0-9][A-Za-z0-9._#-]{0,63}$/;

/** Whether a case number can be sent; an empty one is left out. */
export function isTicket(typed: string): boolean {
  return typed === "" || TICKET.test(typed);
}
