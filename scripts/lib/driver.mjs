// VS Code's workbench, used as a person would: keys, quick input, panels, web views. Every wait is for something to be seen.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const quickInput = '.quick-input-widget:visible';

export class Driver {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  async ready() {
    await this.page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  /**
   * Types into the quick input that `key` opens, and takes the first row that `row` names.
   * @param {string} key
   * @param {string} text
   * @param {string} [row]  none: Enter on whatever the input says
   */
  async quick(key, text, row) {
    const { page } = this;
    const input = page.locator(`${quickInput} input[type=text]`);
    const fill = async () => {
      if (!(await input.isVisible())) await page.keyboard.press(key);
      const prefix = await input.inputValue({ timeout: 1500 });
      await input.fill(prefix.startsWith('>') ? `>${text}` : prefix.startsWith(':') ? `:${text}` : text, { timeout: 1500 });
    };
    // Once more when the workbench was not listening yet, or when an editor that was just opened took the focus.
    await fill().catch(fill).catch(fill);
    if (row) {
      const found = page.locator(`${quickInput} .monaco-list-row`, { hasText: row }).first();
      const again = async () => {
        await page.keyboard.press('Escape');
        await fill();
        await found.waitFor();
      };
      await found.waitFor({ timeout: 5000 }).catch(again); // once more when the list is older than the extension's commands
      await found.click();
    } else {
      await page.keyboard.press('Enter');
    }
  }

  /** @param {string} title  as in the command palette, such as "Casewright: Open Summary" */
  command(title) {
    return this.quick('F1', title, title);
  }

  /** @param {string} file  any part of its path that names it alone */
  async open(file) {
    const name = /** @type {string} */ (file.split('/').at(-1));
    await this.quick('Control+P', file, name);
    await this.page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /**
   * @param {number | string} line
   * @param {number | string} [column]
   */
  async goto(line, column = 1) {
    await this.quick('Control+G', `${line}:${column}`);
    // The editor may have the focus a moment before the input has gone: keys that are pressed then would be lost.
    await this.page.locator(quickInput).waitFor({ state: 'hidden' });
    await this.page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line}, `) }).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** @param {string} key */
  press(key) {
    return this.page.keyboard.press(key);
  }

  /** @param {string} text  typed into what has the focus */
  type(text) {
    return this.page.keyboard.type(text, { delay: 30 });
  }

  /** @param {string} text  rests the mouse on the first place where an editor shows it */
  async hover(text) {
    const line = this.page.locator('.monaco-editor .view-line', { hasText: text }).first();
    const rest = async () => {
      await line.waitFor();
      const { x, y } = await line.evaluate(middleOf, text);
      await this.page.mouse.move(x - 2, y);
      await this.page.mouse.move(x, y, { steps: 2 }); // the editor wants to see it move
      await this.page.locator('.monaco-hover:visible .hover-contents').first().waitFor({ timeout: 3000 });
    };
    await rest().catch(rest).catch(rest); // once more when a lens has come in above and moved the text
  }

  /** @returns {Promise<string[]>} the rows of the Problems panel */
  async problems() {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    if (!(await this.page.locator('.markers-panel').isVisible())) await this.press('Control+Shift+M');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /**
   * @param {string} selector  something in the web view that is meant
   * @returns {Promise<Frame>}
   */
  async webview(selector) {
    const end = Date.now() + 20_000;
    for (;;) {
      for (const frame of this.page.frames().slice(1).reverse()) {
        // what it shows is in the innermost
        const there = await frame
          .locator(selector)
          .first()
          .isVisible()
          .catch(() => false); // a frame may go while asked
        if (there) return frame;
      }
      if (Date.now() > end) throw new Error(`no web view shows ${selector}`);
      await this.page.waitForTimeout(100);
    }
  }
}

/**
 * Runs in the page.
 * @param {Element} line
 * @param {string} text
 */
function middleOf(line, text) {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text); // editors show spaces as hard ones
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  const box = line.getBoundingClientRect(); // the text is in several colours: the start of its line
  return { x: box.x + 4, y: box.y + box.height / 2 };
}
