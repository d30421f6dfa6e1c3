// TypeIDs: a UUID in Crockford's base 32 after a prefix. Source: github.com/jetify-com/typeid, spec
// 0.3.0. Written here because each transfer parses and formats half a dozen of them: the npm
// package typeid-js took 60 µs for each one, more than verifying the access token. A test compares
// this code with the package.

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 26 characters hold 130 bits: two zero bits and the 128 bits of a UUID. */
const LENGTH = 26;
const FIRST_MAX = "7";
const HEX = "0123456789abcdef";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const valuesOf = (characters: string): Int8Array => {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < characters.length; i++) values[characters.charCodeAt(i)] = i;
  return values;
};
const BASE32_VALUES = valuesOf(ALPHABET);
const HEX_VALUES = valuesOf(HEX);

/** The TypeID of a UUID in lower case; throws for anything else. */
export function typeIdOf(prefix: string, uuid: string): string {
  if (!UUID.test(uuid)) throw new TypeError("not a UUID");
  let text = `${prefix}_`;
  let [bits, count] = [0, 2];
  for (let i = 0; i < uuid.length; i++) {
    const value = HEX_VALUES[uuid.charCodeAt(i)] ?? -1;
    if (value < 0) continue;
    bits = (bits << 4) | value;
    count += 4;
    if (count < 5) continue;
    count -= 5;
    text += ALPHABET[bits >> count];
    bits &= (1 << count) - 1;
  }
  return text;
}

/** The UUID of a TypeID with this prefix, in lower case; null if the text is not such a TypeID. */
export function uuidOf(prefix: string, typeId: string): string | null {
  const start = prefix.length + 1;
  if (typeId.length !== start + LENGTH || !typeId.startsWith(`${prefix}_`)) return null;
  if ((typeId[start] ?? "") > FIRST_MAX) return null;
  let hex = "";
  // The first character has three bits of the UUID: two of its five are zero.
  let [bits, count] = [0, -2];
  for (let i = start; i < typeId.length; i++) {
    const value = BASE32_VALUES[typeId.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
    bits = (bits << 5) | value;
    count += 5;
    while (count >= 4) {
      count -= 4;
      hex += HEX[bits >> count];
      bits &= (1 << count) - 1;
    }
  }
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
