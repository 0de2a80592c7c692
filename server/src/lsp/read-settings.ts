import { configSchema, type ConfigFile } from '../core/config/config-schema.ts';

/** The settings that are set and of the right form. Editors send null for what is not set. */
export function readSettings(settings: unknown): ConfigFile {
  if (typeof settings !== 'object' || settings === null) return {};
  const set = Object.entries(settings).filter(([, value]) => value !== null && value !== '');
  if (set.length === 0) return {}; // most set nothing: then the schema need not be made
  const known = Object.keys(configSchema().shape);
  const ours = set.filter(([key]) => known.includes(key));
  return Object.assign({}, ...ours.map(([key, value]: [string, unknown]) => configSchema().safeParse({ [key]: value }).data ?? {})) as ConfigFile;
}
