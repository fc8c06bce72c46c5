/** Waits until something holds; tests wait for events, not for times. */
export const until = async (holds: () => boolean | Promise<boolean>, what: string, seconds = 15): Promise<void> => {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
