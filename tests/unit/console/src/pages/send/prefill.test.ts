import { describe, expect, it } from "vitest";
import { prefilled } from "../../../../../../console/src/pages/send/prefill.ts";

const of = (address: string) =>
  prefilled(Object.fromEntries(new URL(address, "http://x").searchParams));

describe("a link that fills in the form for sending", () => {
  it("fills in nothing without its parameters", () => {
    expect(of("/send")).toBeNull();
    expect(of("/send?step=review&id=txn_1")).toBeNull();
    expect(of("/send?to=")).toBeNull();
  });

  it("fills in phone, amount, currency and note, and checks no name by itself", () => {
    expect(of("/send?to=%2B967771234567&amount=300&currency=usd&note=lunch")).toMatchObject({
      by: "phone",
      to: "+967771234567",
      recipient: null,
      amount: "300",
      currency: "USD",
      side: "target",
      note: "lunch",
    });
  });

  it("reads the plus of a phone that was not escaped", () => {
    expect(of("/send?to=+967771234567")?.to).toBe("+967771234567");
    expect(of("/send?to=771+234+567")?.to).toBe("771 234 567");
  });

  it("takes the id of a wallet for one, with blanks around it", () => {
    expect(of("/send?to=%20wal_01KAZV5Q0VFVTRX6R2N1P3B4C5%20")).toMatchObject({
      by: "wallet",
      to: "wal_01kazv5q0vfvtrx6r2n1p3b4c5",
    });
  });

  it("fills in the wallet that pays, if it is the id of one", () => {
    const id = "wal_01kazv5q0vfvtrx6r2n1p3b4c5";
    expect(of(`/send?from=${id}`)).toMatchObject({ fromId: id, to: "", side: "source" });
    expect(of("/send?from=everyday&to=1")?.fromId).toBeNull();
  });

  it("leaves out what is no currency, and cuts what is too long", () => {
    const draft = of(`/send?to=1&currency=dollars&note=${"n".repeat(500)}`);
    expect(draft?.currency).toBeNull();
    expect(draft?.note).toHaveLength(400);
  });
});
