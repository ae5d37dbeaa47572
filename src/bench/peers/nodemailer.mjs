// nodemailer.mjs LETTER PORT CONNECTIONS WARM-UP MESSAGES [DKIM-KEY]: Nodemailer's pool, a message of its own for each reader.
// Prints how many messages were taken in the measured part, the seconds, and the seconds of processor time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [letter, port, connections, warmUp, messages, dkimKey] = process.argv.slice(2);
const nodemailer = createRequire(process.env.BENCH_NODE_MODULES + '/')('nodemailer');
const part = (name) => readFileSync(`${letter}/${name}`, 'utf8');
const html = part('html'), text = part('text'), subject = part('subject');
const filled = (words, reader) => words.replace(/@@([a-z]+)@@/g, (all, name) => reader[name]);
const readers = part('readers.tsv').trimEnd().split('\n').map((line) => line.split('\t'));
const names = readers.shift();
const reader = (n) => Object.fromEntries(names.map((name, column) => [name, readers[n % readers.length][column]]));

const transport = nodemailer.createTransport({
  pool: true, host: '127.0.0.1', port: Number(port), secure: false, ignoreTLS: true,
  maxConnections: Number(connections), maxMessages: Infinity,
  ...(dkimKey ? { dkim: { domainName: 'example.org', keySelector: 'bench', privateKey: readFileSync(dkimKey, 'utf8') } } : {}),
});

async function send(from, count) {
  let next = from, taken = 0;
  const worker = async () => {
    while (next < from + count) {
      const one = reader(next++);
      await transport.sendMail({
        from: 'La Gazette <lettre@example.org>', to: one.address, subject: filled(subject, one),
        html: filled(html, one), text: filled(text, one), textEncoding: 'quoted-printable',
        headers: { 'List-Unsubscribe': `<${one.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', Precedence: 'bulk' },
      });
      taken++;
    }
  };
  await Promise.all(Array.from({ length: 4 * Number(connections) }, worker));
  return taken;
}

await send(0, Number(warmUp));
const cpu = process.cpuUsage(), begun = process.hrtime.bigint();
const taken = await send(Number(warmUp), Number(messages));
const seconds = Number(process.hrtime.bigint() - begun) / 1e9, used = process.cpuUsage(cpu);
console.log(`${taken} ${seconds.toFixed(3)} ${((used.user + used.system) / 1e6).toFixed(3)}`);
transport.close();
