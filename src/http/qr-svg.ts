import { encodeQR } from "qr";

/** Encodes a text as a QR code (ISO/IEC 18004) in SVG, ready for a page. */
export function qrSvg(text: string): string {
  return encodeQR(text, "svg", { ecc: "medium" });
}
