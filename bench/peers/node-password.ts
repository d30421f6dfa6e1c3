import { type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
// N = 2^14 needs more than Node's default bound of 32 MiB.
const MEMORY_BYTES_MAX = 128 * 1024 * 1024;

const derive = (password: string, salt: Buffer, length: number, options: ScryptOptions) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, length, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });

/** Whether the password matches the PHC string; by OpenSSL's scrypt on a separate thread. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const match = PHC.exec(stored);
  if (!match) throw new Error("a stored password is not in the PHC form of scrypt");
  const [, log2N, r, p, salt = "", hash = ""] = match;
  const expected = Buffer.from(hash, "base64");
  const options = { N: 2 ** Number(log2N), r: Number(r), p: Number(p), maxmem: MEMORY_BYTES_MAX };
  const salted = Buffer.from(salt, "base64");
  return timingSafeEqual(await derive(password, salted, expected.length, options), expected);
}
