import { itemsIn } from '../core/features/navigate/definition.ts';
import type { Framework } from '../core/frameworks/framework-set.ts';
import { LineIndex, type Range } from '../core/text/line-index.ts';
import type { Span } from '../core/text/span.ts';
import type { Session } from './session.ts';

/** A framework's file as it is saved, and where the items stand in it. */
interface SavedItems {
  readonly lines: LineIndex;
  readonly spanOf: (id: string) => Span;
}

/**
 * Tells where an item stands in its framework's file: on the screen, where that is open. Each file is read once as long as
 * its framework is in use, since whoever types a name to look for asks for hundreds of places with each letter.
 */
export function itemPlaces(session: Session): (framework: Framework, id: string) => Promise<Range> {
  const known = new WeakMap<Framework, Promise<SavedItems>>();
  return async (framework, id) => {
    const { uri } = framework;
    const reading = known.get(framework) ?? savedItems(session, uri);
    known.set(framework, reading);
    const { lines, spanOf } = await reading;
    const span = spanOf(id);
    return (session.openDocument(uri) && session.rangeIn(uri, span)) ?? lines.rangeOf(span);
  };
}

async function savedItems(session: Session, uri: string): Promise<SavedItems> {
  // The words of what ships with Casewright may have to be fetched.
  const text = session.workspace.textOf(uri) || (await session.textOf(uri)) || '';
  const items = itemsIn(text);
  return { lines: new LineIndex(text), spanOf: (id) => items.get(id)?.span ?? { start: 0, end: 0 } };
}
