/** The part of CBOR (RFC 8949) that an authenticator writes: integers, bytes, text, lists and maps. */
export type Cbor = number | string | Uint8Array | readonly Cbor[] | Map<number | string, Cbor>;

const head = (major: number, value: number): number[] => {
  if (value < 24) return [(major << 5) | value];
  if (value < 256) return [(major << 5) | 24, value];
  return [(major << 5) | 25, value >> 8, value & 255];
};

function encoded(value: Cbor): number[] {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") {
    const bytes = new TextEncoder().encode(value);
    return [...head(3, bytes.length), ...bytes];
  }
  if (value instanceof Uint8Array) return [...head(2, value.length), ...value];
  if (!(value instanceof Map)) return [...head(4, value.length), ...value.flatMap(encoded)];
  return [
    ...head(5, value.size),
    ...[...value].flatMap(([key, item]) => [...encoded(key), ...encoded(item)]),
  ];
}

/** A value in CBOR's shortest form. */
export const cbor = (value: Cbor): Uint8Array => Uint8Array.from(encoded(value));
