import { api, jsonOf, type Person } from "./people.ts";
import { VirtualAuthenticator } from "./virtual-authenticator.ts";

/** Registers a passkey; resolves to its authenticator and the API's answer. */
export async function addPasskey(
  { accessToken: token, password }: Person,
  authenticator = new VirtualAuthenticator(),
) {
  const asked = api("POST", "/v1/factors/passkeys/options", { token, body: { password } });
  const passkey = await authenticator.create((await jsonOf(asked)).options);
  const body = { name: "My phone", passkey };
  const response = await api("POST", "/v1/factors/passkeys", { token, body });
  if (response.status !== 201) throw new Error(await response.text());
  return { authenticator, ...(await jsonOf(response)) };
}

/** A login with this passkey alone. */
export async function logInBy(authenticator: VirtualAuthenticator): Promise<Response> {
  const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
  const passkey = await authenticator.get(options);
  return api("POST", "/v1/auth/login/passkey", { body: { passkey } });
}
