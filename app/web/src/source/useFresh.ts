import { useState } from "react";

const EMPTY: ReadonlySet<number> = new Set();

/** The ids that were not there when the page first had data: what arrived while it was open. */
export function useFresh(ids: readonly number[] | undefined): ReadonlySet<number> {
  const [first, setFirst] = useState<ReadonlySet<number> | null>(null);
  if (ids === undefined) return EMPTY;
  if (first === null) {
    setFirst(new Set(ids));
    return EMPTY;
  }
  return new Set(ids.filter((id) => !first.has(id)));
}
