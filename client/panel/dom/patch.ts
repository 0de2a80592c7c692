import type { ElementView, Properties, View } from './element.ts';

const SVG = 'http://www.w3.org/2000/svg';
const keys = new WeakMap<Node, string>();
const clicks = new WeakMap<Element, () => void>();

/**
 * Makes the children of `parent` agree with `views`. Nodes that stay are kept, so that focus, selection and scroll
 * position outlive an update: siblings are matched by their key, else by what they are and how many came before.
 */
export function patch(parent: Element, views: readonly View[]): void {
  const wanted = withKeys(views);
  const present = new Map([...parent.childNodes].map((node) => [keys.get(node), node]));
  for (const [key, node] of present) if (key === undefined || !wanted.has(key)) node.remove();
  let next = parent.firstChild;
  for (const [key, view] of wanted) {
    const node = present.get(key) ?? create(view, parent);
    keys.set(node, key);
    if (node === next) next = node.nextSibling;
    else parent.insertBefore(node, next);
    if (typeof view === 'string') update(node as Text, view);
    else patchElement(node as Element, view);
  }
}

/** Runs what the views attached to the clicked element or the nearest one around it. Keys come as clicks of buttons. */
export function listen(root: Element): void {
  root.addEventListener('click', (event) => {
    for (let at = event.target as Element | null; at; at = at.parentElement) {
      const click = clicks.get(at);
      if (click) {
        click();
        return;
      }
    }
  });
}

function withKeys(views: readonly View[]): Map<string, View> {
  const seen = new Map<string, number>();
  return new Map(
    views.map((view) => {
      const kind = typeof view === 'string' ? '#text' : view.tag;
      const own = typeof view === 'string' ? undefined : view.properties.key;
      if (own !== undefined && !seen.has(`${kind} ${own}`)) {
        seen.set(`${kind} ${own}`, 1);
        return [`${kind} ${own}`, view];
      }
      const before = seen.get(kind) ?? 0;
      seen.set(kind, before + 1);
      return [`${kind}#${before}`, view];
    }),
  );
}

function create(view: View, parent: Element): Node {
  if (typeof view === 'string') return document.createTextNode('');
  return view.tag === 'svg' || parent.namespaceURI === SVG ? document.createElementNS(SVG, view.tag) : document.createElement(view.tag);
}

function update(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

function patchElement(element: Element, view: ElementView): void {
  const { click } = view.properties;
  if (click) clicks.set(element, click);
  else clicks.delete(element);
  const attributes = attributesOf(view.properties);
  for (const name of element.getAttributeNames()) if (!attributes.has(name)) element.removeAttribute(name);
  for (const [name, value] of attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  patch(element, view.children);
}

function attributesOf(properties: Properties): Map<string, string> {
  return new Map(
    Object.entries(properties).flatMap(([name, value]) => {
      if (name === 'key' || value === undefined || value === false || typeof value === 'function') return [];
      return [[name, value === true ? '' : String(value)]];
    }),
  );
}
