import type { ContentfulStatusCode } from "hono/utils/http-status";

/** What is not done for a request; its message is a plain sentence for the person. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;

  constructor(status: ContentfulStatusCode, message: string) {
    super(message);
    this.status = status;
  }
}
