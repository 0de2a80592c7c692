/** The command behind a lens: Casewright's own client shows the item in its panel, others ask the server to. */
export const SHOW_ITEM = 'casewright.showItem';
