interface Asked<D> {
  readonly data?: D | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was made has an id; the preview of a dry run has none. */
export type Made<D> = Extract<D, { readonly id: string }>;

/**
 * The answer to a payment that is sent with its intent. By the API's types it can also be a preview,
 * but only a dry run is answered by one.
 */
export async function made<D extends object>(asked: Promise<Asked<D>>): Promise<Asked<Made<D>>> {
  const { data, ...rest } = await asked;
  if (data === undefined) return rest;
  if (!isMade(data)) throw new TypeError("a payment was answered by the preview of a dry run");
  return { ...rest, data };
}

function isMade<D extends object>(data: D): data is Made<D> {
  return "id" in data;
}
