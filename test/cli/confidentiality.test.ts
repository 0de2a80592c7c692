import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHere } from './same-process.ts';
import { caseText, Study } from './study.ts';

const STUDY = {
  'casewright.yaml': 'frameworks: [policy-themes]\nconfidential: {terms_file: .casewright/names.txt}\n',
  '.casewright/names.txt': 'Lars Holm = the founder\n',
  'cases/a.md': '---\ncase: alfa\n---\n\nLars Holm said much.\n',
  'cases/b.md': '---\ncase: beta\nfindings: {T1: {verdict: supported, because: Lars Holm’s words}}\n---\n\n:T2[Yes.]{note="says LARS HOLM"}\n',
};

/** Runs the program in a study. */
async function run(
  args: readonly string[],
  files: Readonly<Record<string, string>> = STUDY,
): Promise<Awaited<ReturnType<typeof runHere>> & { readonly folder: string }> {
  const { folder } = new Study(files);
  return { ...(await runHere([...args, '--no-cache'], folder)), folder };
}

describe('a confidential name on the command line', () => {
  it.each(['matrix', 'matrix --show status --format json', 'coverage', 'coverage --format csv', 'coverage --format json'])(
    'is not written by %s',
    async (line) => {
      const { code, stdout, stderr } = await run(line.split(' '));
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('cases/b.md:3:46: A name that is to stay confidential stands here');
      expect(stderr).toContain('Nothing was written.');
      expect(stderr).not.toMatch(/holm/i);
      expect(stderr).not.toContain('cases/a.md'); // what only the text says is in no table
    },
  );

  it('is not written even if only the last of many cases has a list, which names somebody', async () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, number) => [`cases/${number}.md`, caseText(String(number))]));
    const last = { 'cases/z.md': '---\ncase: z\ntitle: Lars Holm\nframeworks: [policy-themes]\npseudonyms: z.txt\n---\n', 'cases/z.txt': 'Lars Holm\n' };
    const length = (await run(['coverage', '--format', 'json'], many)).stdout.length;
    expect(length).toBeGreaterThan(256 * 1024);
    expect(await run(['coverage', '--format', 'json'], { ...many, ...last })).toMatchObject({ code: 2, stdout: '' });
  });

  it('leaves no file behind', async () => {
    const { code, folder } = await run(['matrix', '--out', 'm.xlsx']);
    expect([code, existsSync(path.join(folder, 'm.xlsx'))]).toEqual([2, false]);
  });

  it('is reported by check, with its place and without itself', async () => {
    for (const format of ['text', 'json']) {
      const { code, stdout, stderr } = await run(['check', '--format', format]);
      expect(code).toBe(1);
      expect(stdout).toContain('confidentiality/real-name');
      expect(stdout + stderr).not.toMatch(/holm/i);
    }
  });

  it('is not repeated by messages of other rules either: its pseudonym stands there', async () => {
    const quoting = {
      ...STUDY,
      'cases/a.md': '---\ncase: alfa\nsources: [{id: int-holm, kind: Holm}]\n---\n\nSaid [@lars-holm-2011].\n',
      '.casewright/names.txt': 'Lars Holm = the founder\nHolm\n',
    };
    for (const format of ['text', 'json']) {
      const { stdout, stderr } = await run(['check', '--format', format], quoting);
      expect(stdout).toContain('“the founder-2011” is neither');
      expect(stdout).toContain('int-[confidential]');
      expect(stdout + stderr).not.toMatch(/holm/i);
    }
    // Where nobody is looked for, nobody is hidden.
    const off = { ...quoting, 'casewright.yaml': `${STUDY['casewright.yaml']}rules: {confidentiality/real-name: off}\n` };
    expect((await run(['check'], off)).stdout).toContain('“lars-holm-2011”');
  });

  it('lets tables pass once it is gone, or its author has said why it may stay', async () => {
    const clean = {
      ...STUDY,
      'cases/b.md': '---\ncase: beta\n# casewright-disable-next-line confidentiality/real-name -- the town of that name\ntitle: Lars Holm\n---\n',
    };
    const { code, stdout } = await run(['coverage', '--format', 'json'], clean);
    expect(code).toBe(0);
    expect(stdout).toContain('"beta"');
  });

  it('cannot be looked for without the list, so nothing is written', async () => {
    const without = Object.fromEntries(Object.entries(STUDY).filter(([name]) => !name.endsWith('names.txt')));
    for (const command of ['matrix', 'coverage']) {
      const { code, stdout, stderr } = await run([command], without);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('casewright.yaml:2:28: “.casewright/names.txt” does not exist');
      expect(stderr).toContain('The list of confidential names could not be read');
    }
    const own = await run(['matrix'], { 'a.md': '---\ncase: alfa\nframeworks: [policy-themes]\npseudonyms: nobody.txt\n---\n' });
    expect([own.code, own.stdout]).toEqual([2, '']);
  });
});
