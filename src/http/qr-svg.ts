import { encodeQR } from "qr";

/** A text as a QR code (ISO/IEC 18004) in SVG, for a page to show as it is. */
export function qrSvg(text: string): string {
  return encodeQR(text, "svg", { ecc: "medium" });
}
