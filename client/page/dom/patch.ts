import type { ElementView, Properties, View } from './element.ts';
import { shownText } from '../../../server/src/core/text/shown-text.ts';

const SVG = 'http://www.w3.org/2000/svg';
const keys = new WeakMap<Node, string>();
const handlers = new WeakMap<Element, Handlers>();

/** Attributes that are read by people. */
const READ: ReadonlySet<string> = new Set(['title', 'aria-label', 'aria-description', 'placeholder', 'label']);

type Handlers = Pick<Properties, 'click' | 'input'>;

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

/** Runs what the views attached to the element that an event is about, or to the nearest one around it. Keys come as clicks of buttons. */
export function listen(root: Element): void {
  root.addEventListener('click', (event) => {
    handlersFor(event, 'click')?.click?.();
  });
  root.addEventListener('input', (event) => {
    if (isField(event.target)) handlersFor(event, 'input')?.input?.(event.target.value);
  });
}

function handlersFor(event: Event, name: keyof Handlers): Handlers | undefined {
  for (let at = event.target as Element | null; at; at = at.parentElement) {
    const found = handlers.get(at);
    if (found?.[name]) return found;
  }
  return undefined;
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
  const shown = shownText(text);
  if (node.data !== shown) node.data = shown;
}

function patchElement(element: Element, view: ElementView): void {
  handlers.set(element, view.properties);
  const attributes = attributesOf(view.properties, isField(element));
  for (const name of element.getAttributeNames()) if (!attributes.has(name) && name !== 'style') element.removeAttribute(name);
  for (const [name, value] of attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (element instanceof HTMLElement) patchStyle(element.style, view.properties.style ?? {});
  patch(element, view.children);
  if (isField(element)) patchField(element, view.properties); // after its children: a list can only show what it has
}

function patchStyle(style: CSSStyleDeclaration, wanted: Readonly<Record<string, string>>): void {
  for (const name of [...style]) if (!Object.hasOwn(wanted, name)) style.removeProperty(name);
  for (const [name, value] of Object.entries(wanted)) if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}

/** What a reader has typed or chosen is not an attribute. */
function patchField(field: HTMLInputElement | HTMLSelectElement, { value, checked }: Properties): void {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = checked === true;
  else if (typeof value === 'string' && field.value !== value) field.value = value;
}

function isField(target: unknown): target is HTMLInputElement | HTMLSelectElement {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function attributesOf(properties: Properties, ofField: boolean): Map<string, string> {
  return new Map(
    Object.entries(properties).flatMap(([name, value]) => {
      if (name === 'key' || (ofField && (name === 'value' || name === 'checked'))) return [];
      if (value === undefined || value === false || typeof value === 'function' || typeof value === 'object') return [];
      return [[name, value === true ? '' : READ.has(name) ? shownText(String(value)) : String(value)]];
    }),
  );
}
