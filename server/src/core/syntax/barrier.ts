/** Stands between paragraphs where text is looked through for what must not go on from one into the next. No Markdown has it. */
export const BARRIER = '\0';
