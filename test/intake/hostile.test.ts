import { expect, test } from "vitest";
import { hostile } from "./hostile.ts";
import { readApart } from "./reading.ts";

// All of them in one process; what each takes is measured by the bench.
const mostExtraMB = 250;

test("hostile files are refused or read, each with what to send instead, and memory stays bounded", () => {
  const { readings, extra } = readApart(Object.values(hostile).map(({ name, make }) => ({ name, bytes: make() })));
  const told = Object.keys(hostile).map((what, at) => [what, readings[at]?.why]);
  expect(told).toEqual(Object.entries(hostile).map(([what, { why }]) => [what, why]));
  expect(extra).toBeLessThan(mostExtraMB);
});
