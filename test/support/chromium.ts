import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find-chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** For chromium.connect(): one browser for all files of the project, a context for each test. */
    browserUrl: string;
  }
}

export default async function setUpChromium(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(await findChromium());
  project.provide('browserUrl', server.wsEndpoint());
  return () => server.close();
}
