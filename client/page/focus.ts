/** Runs an update of the page and sees to it that the keyboard stays where it was, or as near as can be. */
export function keepingFocus(update: () => void): void {
  const focused = document.activeElement;
  const around = ancestors(focused);
  update();
  if (!focused || focused === document.body || document.activeElement === focused) return;
  const nearest = around.find((element) => element.isConnected && (element === focused || element.hasAttribute('tabindex')));
  if (nearest instanceof HTMLElement) nearest.focus({ preventScroll: true });
}

function ancestors(element: Element | null): Element[] {
  const list: Element[] = [];
  for (let at = element; at && at !== document.body; at = at.parentElement) list.push(at);
  return list;
}
