/*
 * URIs as text, since the core has no URL class: `scheme://authority/path`, percent-encoded as vscode-uri writes them.
 */

/** The folder of a file, without a slash at its end; the root stays `scheme://`. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(uri.lastIndexOf('/'), schemeEnd(uri)));
}

/** The folders from the one that holds `uri` up to `root` (both included); just the first when `uri` is not below `root`. */
export function foldersUpTo(uri: string, root: string | undefined): string[] {
  const folders = [folderOf(uri)];
  if (root === undefined || !isBelow(uri, root)) return folders;
  for (let folder = folders[0] ?? ''; folder.length > root.length;) {
    folder = folderOf(folder);
    folders.push(folder);
    if (folder.length <= schemeEnd(folder)) break;
  }
  return folders;
}

/** Whether `uri` lies in the folder `root` or below it. */
export function isBelow(uri: string, root: string): boolean {
  return uri.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** The URI of a path as written in a file (`./frameworks/own.yaml`, `../shared.yaml`, `/absolute`) that stands in `folder`. */
export function resolvePath(folder: string, path: string): string {
  const origin = folder.slice(0, schemeEnd(folder));
  const steps = path.startsWith('/') ? [] : folder.slice(origin.length).split('/');
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') steps.pop();
    else steps.push(encodeStep(step));
  }
  return `${origin}/${steps.filter(Boolean).join('/')}`;
}

/** The last part of a URI, decoded. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function encodeStep(step: string): string {
  // Half a surrogate pair, which YAML can write, has no encoding.
  return encodeURIComponent(step.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function schemeEnd(uri: string): number {
  const match = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*/.exec(uri);
  return match?.[0].length ?? 0;
}
