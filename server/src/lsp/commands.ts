/** The command behind a lens: Casewright's own client shows the item in its panel, others ask the server to. */
export const SHOW_ITEM = 'casewright.showItem';

/** The command of Casewright's own client that lets the author choose among all items to mark the selection with. */
export const MARK_AS_EVIDENCE = 'casewright.markAsEvidence';
