// The JSON Schemas of everything that people write and programs read, made from the schemas that the code itself checks with.
import * as z from 'zod';
import { importCore } from './core-module.mjs';

/** Draft 7 is what editors understand throughout. */
const target = 'draft-7';

/** @typedef {{ name: string, title: string, description: string, schema: import('zod').ZodType, written: 'by hand' | 'by Casewright' }} Contract */

/**
 * The files in schemas/ with their contents.
 * @returns {Promise<Map<string, string>>} by file name
 */
export async function jsonSchemas() {
  const core = await importCore('schemas', {
    'model/front-matter-schema.ts': ['frontMatterSchema'],
    'frameworks/pack-schema.ts': ['packSchema'],
    'config/config-schema.ts': ['configSchema', 'SEVERITIES'],
    'config/template-schema.ts': ['templateSchema'],
    'report/check-report.ts': ['checkReportSchema'],
    'report/coverage-report.ts': ['coverageReportSchema'],
    'report/matrix/matrix-report.ts': ['matrixReportSchema'],
    'rules/all-rules.ts': ['allRules'],
  });
  /** @type {Contract[]} */
  const contracts = [
    {
      name: 'front-matter',
      title: 'Front matter of a case',
      description: 'The YAML at the start of a Markdown file that is a case.',
      schema: core.frontMatterSchema(),
      written: 'by hand',
    },
    {
      name: 'framework-pack',
      title: 'Framework',
      description: 'A framework pack: the items of a framework from the literature.',
      schema: core.packSchema(),
      written: 'by hand',
    },
    {
      name: 'casewright',
      title: 'Configuration',
      description: 'casewright.yaml: what the cases of a study are checked against.',
      schema: core.configSchema(),
      written: 'by hand',
    },
    {
      name: 'template',
      title: 'Case template',
      description: 'The sections and fields that a team requires.',
      schema: core.templateSchema(),
      written: 'by hand',
    },
    {
      name: 'check-report',
      title: 'Check report',
      description: 'What “casewright check --format json” prints.',
      schema: core.checkReportSchema,
      written: 'by Casewright',
    },
    {
      name: 'coverage-report',
      title: 'Coverage report',
      description: 'What “casewright coverage --format json” prints.',
      schema: core.coverageReportSchema,
      written: 'by Casewright',
    },
    {
      name: 'matrix-report',
      title: 'Matrix report',
      description: 'What “casewright matrix --format json” prints.',
      schema: core.matrixReportSchema,
      written: 'by Casewright',
    },
  ];
  return new Map(
    contracts.map((contract) => {
      const schema = toJsonSchema(contract);
      if (contract.name === 'casewright') schema.properties.rules = rulesSchema(core.allRules, core.SEVERITIES, schema.properties.rules.description);
      return [`${contract.name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}

/**
 * @param {Contract} contract
 * @returns {Record<string, any>}
 */
function toJsonSchema({ name, title, description, schema, written }) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target, io: written === 'by hand' ? 'input' : 'output' });
  return { $schema, $id: `urn:casewright:schema:${name}`, title, description, ...rest };
}

/**
 * Rule by rule, so that an editor can offer the names, the severities and each rule's own options.
 * @param {{ id: string, title: string, severity: string, options: import('zod').ZodType }[]} rules
 * @param {string[]} severities
 * @param {string} description
 */
function rulesSchema(rules, severities, description) {
  const properties = rules.map(({ id, title, severity, options }) => {
    const level = { enum: ['off', ...severities], default: severity };
    const { properties: own = {}, ...rest } = z.toJSONSchema(options, { target, io: 'input' });
    delete rest.$schema;
    return [id, { description: `${title}.`, anyOf: [level, { ...rest, properties: { severity: level, ...own } }] }];
  });
  return { type: 'object', description, properties: Object.fromEntries(properties), additionalProperties: false };
}
