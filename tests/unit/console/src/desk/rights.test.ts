import { describe, expect, it } from "vitest";
import {
  actsOn,
  actsOnWallet,
  decisionsOn,
  hasMoreRights,
  mayReverse,
  type Operator,
  strongerReasons,
  widerScopes,
} from "../../../../../console/src/desk/rights.ts";

const ADMIN: Operator = { id: "usr_admin", role: "admin" };
const SUPPORT: Operator = { id: "usr_support", role: "support" };
const PERSON = { id: "usr_person", role: "user", deleted_at: null, suspension: null } as const;
const COLLEAGUE = { ...PERSON, id: "usr_colleague", role: "support" } as const;
const since = "2026-11-28T08:00:00.000Z";

describe("the acts on a person", () => {
  it("are fewer for support than for admins", () => {
    expect(actsOn(SUPPORT, PERSON)).toEqual(["setTier", "endSessions", "suspend"]);
    expect(actsOn(ADMIN, PERSON)).toEqual([...actsOn(SUPPORT, PERSON), "setRole", "removeFactors"]);
  });

  it("are none for support on an operator, and on one's own account", () => {
    expect(actsOn(SUPPORT, COLLEAGUE)).toEqual([]);
    expect(actsOn(ADMIN, COLLEAGUE)).toContain("suspend");
    expect(actsOn(ADMIN, { ...PERSON, id: ADMIN.id, role: "admin" })).toEqual([]);
  });

  it("are none on a deleted account", () => {
    expect(actsOn(ADMIN, { ...PERSON, deleted_at: since })).toEqual([]);
  });

  it("lift a suspension, and make it a legal order unless it is one", () => {
    const suspended = { ...PERSON, suspension: { since, reason: "investigation" } } as const;
    const ordered = { ...PERSON, suspension: { since, reason: "legal_order" } } as const;
    expect(actsOn(SUPPORT, PERSON)).not.toContain("lift");
    expect(actsOn(SUPPORT, suspended)).toEqual(["setTier", "endSessions", "suspend", "lift"]);
    expect(actsOn(SUPPORT, ordered)).toEqual(["setTier", "endSessions", "lift"]);
  });
});

describe("the acts on a wallet", () => {
  const open = { status: "active", freeze: null } as const;
  const freeze = { reason: "investigation", scope: "debits", until: null } as const;
  const strongest = { reason: "legal_order", scope: "both", until: null } as const;

  it("follow its state", () => {
    expect(actsOnWallet(SUPPORT, PERSON, open)).toEqual(["freeze"]);
    const frozen = { status: "frozen", freeze } as const;
    expect(actsOnWallet(SUPPORT, PERSON, frozen)).toEqual(["strengthen", "unfreeze"]);
    const closed = { status: "closed", freeze: null } as const;
    expect(actsOnWallet(ADMIN, PERSON, closed)).toEqual(["reopen"]);
  });

  it("do not strengthen what cannot be stronger", () => {
    const frozen = (of: typeof freeze | typeof strongest) =>
      actsOnWallet(SUPPORT, PERSON, { status: "frozen", freeze: of });
    expect(frozen(strongest)).toEqual(["unfreeze"]);
    expect(
      actsOnWallet(SUPPORT, PERSON, { status: "frozen", freeze: { ...strongest, until: since } }),
    ).toContain("strengthen");
  });

  it("include an adjustment for admins alone, and nothing on one's own wallet", () => {
    expect(actsOnWallet(ADMIN, PERSON, open)).toEqual(["freeze", "adjust"]);
    expect(actsOnWallet(ADMIN, { ...PERSON, id: ADMIN.id }, open)).toEqual([]);
    expect(actsOnWallet(SUPPORT, COLLEAGUE, open)).toEqual([]);
  });

  it("offer only what is stronger than the freeze in force", () => {
    expect(strongerReasons(freeze)).toEqual(["investigation", "legal_order"]);
    expect(strongerReasons(strongest)).toEqual(["legal_order"]);
    expect(widerScopes(freeze)).toEqual(["debits", "both"]);
    expect(widerScopes(strongest)).toEqual(["both"]);
  });
});

describe("the decisions on a proposal", () => {
  it("are another admin's; its proposer can withdraw it", () => {
    const proposal = { proposed_by: "usr_other", user_id: "usr_person" };
    expect(decisionsOn(ADMIN, proposal)).toEqual(["approve", "reject"]);
    expect(decisionsOn(ADMIN, { ...proposal, proposed_by: ADMIN.id })).toEqual(["withdraw"]);
  });

  it("are none for support, and none about oneself", () => {
    expect(decisionsOn(SUPPORT, { proposed_by: "usr_other" })).toEqual([]);
    expect(decisionsOn(ADMIN, { proposed_by: "usr_other", user_id: ADMIN.id })).toEqual([]);
  });

  it("need a second admin for more rights only", () => {
    expect(hasMoreRights("support", "user")).toBe(true);
    expect(hasMoreRights("admin", "support")).toBe(true);
    expect(hasMoreRights("support", "admin")).toBe(false);
    expect(hasMoreRights("user", "user")).toBe(false);
  });
});

describe("a reversal", () => {
  const party = (user_id: string) => ({ wallet_id: `wal_${user_id}`, user_id });
  const refunds = {
    currency: "YEM",
    refunded: "0.00",
    refundable: "700.00",
    transaction_ids: [],
  };
  const transfer = {
    type: "TRANSFER",
    amount: "700.00",
    currency: "YEM",
    refunds,
    parties: [party("usr_a"), party("usr_b")],
  } as const;

  it("is an admin's, of a payment between two people or a deposit", () => {
    expect(mayReverse(ADMIN, transfer)).toBe(true);
    expect(mayReverse(SUPPORT, transfer)).toBe(false);
    expect(mayReverse(ADMIN, { ...transfer, parties: [party("usr_a"), party("usr_a")] })).toBe(
      false,
    );
    const deposit = { ...transfer, type: "DEPOSIT", parties: [party("usr_a")] } as const;
    expect(mayReverse(ADMIN, deposit)).toBe(true);
    expect(mayReverse(ADMIN, { ...transfer, refunds: null })).toBe(false);
  });

  it("is not of one's own payment, and not of what was given back whole", () => {
    const own = { ...transfer, parties: [party("usr_a"), party(ADMIN.id)] };
    expect(mayReverse(ADMIN, own)).toBe(false);
    const spent = { ...transfer, refunds: { ...refunds, refunded: "700.00" } };
    expect(mayReverse(ADMIN, spent)).toBe(false);
    expect(mayReverse(ADMIN, { ...transfer, refunds: { ...refunds, refunded: "699.99" } })).toBe(
      true,
    );
  });
});
