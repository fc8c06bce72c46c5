/** Values that were worked out before, the least recently used ones forgotten where they grow too heavy together. */
export const memoryOf = <Value>(heaviest: number, weigh: (value: Value) => number) => {
  const kept = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;
  const forget = (key: string): void => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  return {
    recall(key: string): Value | null {
      const found = kept.get(key);
      if (!found) return null;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    remember(key: string, value: Value): void {
      forget(key);
      const weight = weigh(value);
      kept.set(key, { value, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= heaviest) break;
        forget(oldest);
      }
    },
  };
};
