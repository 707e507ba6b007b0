import { pythonWith } from './python-tool.ts';

/** Python with datasketch. @throws Error when there is no Python, or no package to be had */
export const pythonWithDatasketch = (): Promise<string> =>
  pythonWith({ name: 'datasketch', version: '2.0.0', beside: ['numpy'] });
