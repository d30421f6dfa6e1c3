import { describe, expect, it } from "vitest";
import { networkOf, siteOf } from "../../../src/domain/origin.ts";

describe("the network of an address", () => {
  it.each([
    [null, "unknown"],
    ["192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
    ["2001:DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["2001:db8::5:6", "2001:db8:0:0::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["1::2:3:4:5:6:7", "1:0:2:3::/64"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("the site of a network", () => {
  it.each([
    ["unknown", null],
    ["192.0.2.7", null],
    ["2001:db8:1:2::/64", "2001:db8:1::/48"],
    ["2001:db8:0:0::/64", "2001:db8:0::/48"],
    ["0:0:0:0::/64", "0:0:0::/48"],
  ])("of %s is %s", (network, site) => {
    expect(siteOf(network)).toBe(site);
  });
});
