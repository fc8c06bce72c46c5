// A worker has no loader of its own for TypeScript where the main thread was not started by tsx.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
