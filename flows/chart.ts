import type { AnyMachineSnapshot, AnyStateMachine, SnapshotFrom } from "xstate";

/** A chart's state from its persisted form. Our charts have no child actors, so no actor scope is needed. */
export const restore = <Chart extends AnyStateMachine>(chart: Chart, persisted: unknown): SnapshotFrom<Chart> =>
  chart.restoreSnapshot(persisted as AnyMachineSnapshot, {} as never) as SnapshotFrom<Chart>;
