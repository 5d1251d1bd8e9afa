// A mail server for tests: takes mail on the loopback address and writes each one to standard output, as a line of JSON.
// Addresses that begin with "unknown" are refused for good, those that begin with "busy" for now.
import { SMTPServer } from "smtp-server";

const port = Number(process.argv[2]);

const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ["STARTTLS"],
  disableReverseLookup: true,
  onAuth(auth, session, done) {
    if (auth.username === "kommunebro" && auth.password === "right") done(null, { user: auth.username });
    else done(refusal(535, "authentication failed"));
  },
  onRcptTo(address, session, done) {
    if (address.address.startsWith("unknown")) done(refusal(550, `<${address.address}> user unknown`));
    else if (address.address.startsWith("busy")) done(refusal(451, `<${address.address}> try again later`));
    else done();
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", part => parts.push(part));
    stream.on("end", () => {
      const { rcptTo } = session.envelope;
      const mail = { to: rcptTo.map(to => to.address), user: session.user ?? null, raw: Buffer.concat(parts).toString("base64") };
      process.stdout.write(`${JSON.stringify(mail)}\n`);
      done();
    });
  },
});

server.on("error", error => process.stderr.write(`${error.message}\n`));
server.listen(port, "127.0.0.1", () => process.stdout.write(`{"listening":true}\n`));
process.on("SIGTERM", () => process.exit(0));
