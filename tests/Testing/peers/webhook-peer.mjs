// A partner's system for tests: takes calls on the loopback address, checks their signatures with the stock library, and writes
// each one to standard output, as a line of JSON. POST /__control says what it answers and which secret it checks with.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const port = Number(process.argv[2]);
let control = { status: 200, delay: 0, secret: null };

const read = async request => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
};

const check = (body, headers) => {
  if (!control.secret) return "no secret to check with";
  try {
    new Webhook(control.secret).verify(body, headers);
    return null;
  } catch (error) {
    return error.message;
  }
};

const server = createServer(async (request, response) => {
  const body = await read(request);
  if (request.url === "/__control") {
    control = JSON.parse(body);
    response.writeHead(204).end();
    return;
  }
  const { headers } = request;
  const call = {
    path: request.url,
    id: headers["webhook-id"] ?? "",
    signature: headers["webhook-signature"] ?? "",
    contentType: headers["content-type"] ?? "",
    fault: check(body, headers),
    body,
  };
  process.stdout.write(`${JSON.stringify(call)}\n`);
  const { status, delay } = control;
  setTimeout(() => response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end("answer"), delay);
});

server.listen(port, "127.0.0.1", () => process.stdout.write(`{"listening":true}\n`));
process.on("SIGTERM", () => process.exit(0));
