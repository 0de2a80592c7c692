import { URI } from 'vscode-uri';

/** One spelling for each URI: clients differ in what they percent-encode. */
export function normalise(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
