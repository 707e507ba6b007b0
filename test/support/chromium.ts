import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find-chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** For chromium.connect(): one browser for all files of the project, a context for each test. */
    browserUrl: string;
  }
}

const build = fileURLToPath(new URL('../../server/build.mjs', import.meta.url));

/** Builds the client that the browser is to see, and starts the browser. */
export default async function setUpChromium(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, [build]);
  const server = await chromium.launchServer(await findChromium());
  project.provide('browserUrl', server.wsEndpoint());
  return () => server.close();
}
