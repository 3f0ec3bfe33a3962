// Puts an event that nobody could handle where a service keeps such, past the service.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const columns = 'id, event_id, handler, type, version, subject, body, occurred_at, correlation_id, reason, attempts, failed_at';

// What it is about, which is unlike all others.
export async function deadLetter(graph, service) {
  const subject = `nobody:${randomUUID()}`;
  await query(graph, `${service}-db`, `INSERT INTO dead_letters (${columns}) VALUES (gen_random_uuid(), gen_random_uuid(), 'Nobody', 'browser.nothing.happened', 1, '${subject}', '{"word":"lost"}'::bytea, now(), 'c', 'There is nobody.', 1, now())`);
  return subject;
}

async function query(graph, database, sql) {
  const [, , , port] = readFileSync(join(graph.data, 'postgres/data/postmaster.pid'), 'utf8').split('\n');
  const place = ['-h', '127.0.0.1', '-p', port, '-U', database.replaceAll('-', '_'), '-d', database];
  await promisify(execFile)('psql', [...place, '-v', 'ON_ERROR_STOP=1', '-c', sql], { env: { ...process.env, PGPASSWORD: graph.secret(`${database}-password`) } });
}
