import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../../api/client.ts";
import { me } from "../../api/session.ts";
import { isAdmin } from "../operator.ts";
import { act } from "../proven.ts";

/** The largest page of the API: an installation has fewer operators. */
const PAGE = 200;

interface Names {
  /** The admin who read them: another login reads its own. */
  readonly reader: string;
  readonly byId: ReadonlyMap<string, string>;
}

const names = signal<Names | null>(null);

/** Reads the operators' names once: each read is a look-up. Only admins may. */
async function readNames(reader: string): Promise<void> {
  names.value = { reader, byId: new Map() };
  const query = { limit: PAGE };
  const { data } = await act(() => api.GET("/v1/admin/operators", { params: { query } }));
  if (!data) {
    names.value = null;
    return;
  }
  const known = data.data.map(({ id, username }) => [id, username ?? ""] as const);
  names.value = { reader, byId: new Map(known) };
}

/** The name of an operator, if the names were read before; null otherwise. */
export function knownOperatorName(id: string): string | null {
  const known = names.value;
  return (known?.reader === me.value?.id && known?.byId.get(id)) || null;
}

/** The name of an operator; null for support, while it is not known, and of a former one. */
export function useOperatorName(id: string): string | null {
  const reader = me.value?.id ?? "";
  useEffect(() => {
    if (isAdmin() && names.peek()?.reader !== reader) void readNames(reader);
  }, [reader]);
  return knownOperatorName(id);
}
