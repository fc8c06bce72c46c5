import { measureDocuments } from "./documents.ts";
import { measureStart } from "./start.ts";
import { measureStoreFloor } from "./store.ts";
import { measureTurns } from "./turns.ts";
import { measureWeb } from "./web.ts";

// `npm run bench`: every figure as one line of JSON; what they are and what they were is in docs/benchmarks.md.
await measureStoreFloor();
await measureTurns();
await measureWeb();
measureDocuments();
await measureStart();
