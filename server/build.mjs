/**
 * Builds dist/ when the sources are newer than it, for `npm start` and the command line. Plain JavaScript, since it
 * runs before anything is compiled. Prints to stderr only: stdout belongs to the command that follows.
 * Usage: node server/build.mjs [--force]
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stampPath = join(dist, '.stamp');
const lockPath = join(dist, '.building');
const SOURCES = [
  'server',
  'nlp',
  'client',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
];
const LOCK_POLL_MS = 100;
const LOCK_EMPTY_MS = 5_000;

const say = (line) => process.stderr.write(`${line}\n`);

function listFiles(path) {
  const info = statSync(join(root, path), { throwIfNoEntry: false });
  if (!info) return [];
  if (!info.isDirectory()) return [{ path, info }];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

const digest = (parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** Changes with every save; cheap. */
const signatureOf = (files) => digest(files.map(({ path, info }) => `${path}\0${info.size}\0${info.mtimeMs}`));
/** The same for the same sources, wherever and whenever they were copied. */
const contentOf = (files) => digest(files.flatMap(({ path }) => [path, readFileSync(join(root, path))]));

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampPath, 'utf8'));
  } catch {
    return {};
  }
}

const writeStamp = (signature, content) => writeFileSync(stampPath, JSON.stringify({ signature, content }));

function isFresh(files) {
  const stamp = readStamp();
  const signature = signatureOf(files);
  if (stamp.signature === signature) return true;
  if (stamp.content === undefined) return false;
  const content = contentOf(files);
  if (stamp.content !== content) return false;
  try {
    writeStamp(signature, content);
  } catch {
    // An installation that cannot be written is as fresh as before, only slower to tell.
  }
  return true;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Process id in the lock file; 0 while its holder has not written it yet. */
function lockHolder() {
  try {
    const holder = Number(readFileSync(lockPath, 'utf8'));
    const isAbandoned = holder ? !isAlive(holder) : Date.now() - statSync(lockPath).mtimeMs > LOCK_EMPTY_MS;
    if (isAbandoned) rmSync(lockPath, { force: true });
    return isAbandoned ? undefined : holder;
  } catch {
    return undefined; // released in between
  }
}

/** Takes the lock; while another live process holds it, waits. */
async function takeLock() {
  mkdirSync(dist, { recursive: true });
  for (let hasSaid = false; ; ) {
    try {
      writeFileSync(lockPath, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = lockHolder();
    if (holder === undefined) continue;
    if (holder && !hasSaid) say(`Waiting for the build of process ${holder} …`);
    hasSaid ||= holder > 0;
    await sleep(LOCK_POLL_MS);
  }
}

/** Runs a tool of node_modules; what it prints is kept for the case that it fails. */
function runTool(name, script, args) {
  return new Promise((resolve, reject) => {
    let bin;
    try {
      bin = join(dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`)), script);
    } catch {
      reject(new Error(`${name} is not installed: run npm ci`));
      return;
    }
    // Whoever builds first, the tests too, leaves what is run afterwards.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, [bin, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name} failed:\n${output.trim()}`))));
  });
}

async function build(files) {
  const startedAt = Date.now();
  for (const old of ['.stamp', 'server', 'nlp']) rmSync(join(dist, old), { recursive: true, force: true });
  // Taken before the tools read the sources: what is saved meanwhile is built the next time.
  const signature = signatureOf(files);
  const content = contentOf(files);
  const results = await Promise.allSettled([
    runTool('typescript', 'bin/tsc', ['-p', 'tsconfig.build.json']),
    runTool('vite', 'bin/vite.js', ['build', '--logLevel', 'warn']),
  ]);
  const failures = results.filter((result) => result.status === 'rejected');
  if (failures.length > 0) throw new Error(failures.map((failure) => failure.reason.message).join('\n\n'));
  writeStamp(signature, content);
  say(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

async function main() {
  const isForced = process.argv.includes('--force');
  if (!isForced && isFresh(SOURCES.flatMap(listFiles))) return;
  await takeLock();
  try {
    const files = SOURCES.flatMap(listFiles);
    if (isForced || !isFresh(files)) await build(files);
  } finally {
    rmSync(lockPath, { force: true });
  }
}

main().catch((error) => {
  say(`The build failed. ${error.message}`);
  process.exitCode = 1;
});
