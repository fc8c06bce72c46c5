import type { Server } from "node:net";

/** Listens, or rejects with one line that says what to set instead. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`port ${port} is invalid: set PORT to a whole number from 0 to 65535, e.g. PORT=3000 npm start`);
  }
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new Error(reason(error, port, host), { cause: error }));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

function reason(error: NodeJS.ErrnoException, port: number, host: string): string {
  const other = port < 1024 ? 3000 : port < 65_535 ? port + 1 : 3000;
  const instead = `set PORT to another number, e.g. PORT=${other} npm start`;
  switch (error.code) {
    case "EADDRINUSE":
      return `port ${port} is in use: ${instead}`;
    case "EACCES":
      return `port ${port} is not permitted: ${instead}`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EINVAL":
      return `host ${host} is not an address of this machine: set HOST, e.g. HOST=127.0.0.1 npm start`;
    default:
      return `cannot listen on ${host}:${port}: ${error.message}`;
  }
}
