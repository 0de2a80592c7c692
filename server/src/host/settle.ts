import type { Workspace } from '../core/workspace/workspace.ts';
import type { FileSystem } from './file-system.ts';

/** Looks up the files that the workspace's cases depend on, until none is missing. */
export async function settle(workspace: Workspace, files: FileSystem): Promise<void> {
  for (let wanted = workspace.wanted(); wanted.length > 0; wanted = workspace.wanted()) {
    const states = await Promise.all(wanted.map(async (uri) => [uri, await files.read(uri)] as const));
    for (const [uri, state] of states) workspace.setFile(uri, state);
  }
}
