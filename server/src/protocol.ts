import {
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { Confirmation } from './core/quotes/confirmation.ts';
import type { Status } from './core/model/vocabulary.ts';
import type { MatrixData, MatrixFramework, MatrixRow } from './core/report/matrix/matrix-data.ts';
import type { MatrixOptions } from './core/report/matrix/arrange-matrix.ts';
import type { MatrixFormat } from './core/report/matrix/export-matrix.ts';
import type { WithheldRow } from './core/report/matrix/release-matrix.ts';
import type { CaseOverview, CaseSummary, ItemOverview } from './core/report/summary-view.ts';

/*
 * Everything that the server and its clients say to each other beyond the Language Server Protocol. The server works
 * without any of it; clients that know these messages can show more.
 */

export type { CaseOverview, CaseSummary, FrameworkOverview, ItemOverview, StatusCounts } from './core/report/summary-view.ts';

/** What a client may send as `initializationOptions`; everything is optional. */
export interface InitializationOptions {
  /** Where the pages of the rules are, for links from diagnostics: a URI to which `area/what.md` is added. */
  readonly rulePages?: string;
  /**
   * The client has commands of these names: `casewright.showItem` (a click on a code lens: uri, item id).
   * Without it the server offers the command itself and answers by showing the place.
   */
  readonly clientCommands?: boolean;
}

/** The summary of one case; null when the document is not a case. */
export const SummaryRequest = new RequestType<{ readonly uri: string }, CaseSummary | null, void>('casewright/summary');

/** All cases of the workspace, in the order of their paths. Waits until they have been read. */
export const CasesRequest = new RequestType0<readonly CaseOverview[], void>('casewright/cases');

/** How far the cases that no editor shows have been read. `stopped`: somebody did not want to wait for the rest. */
export interface ReadingState {
  readonly kind: 'reading' | 'complete' | 'stopped';
  /** Files read, of those that there are to read. */
  readonly read: number;
  readonly total: number;
}

/** What has become of the cases since a client last asked, or the first part of that. */
export interface CaseChanges {
  /** What to ask with the next time. */
  readonly state: string;
  /** There is more to be said, to be asked for at once. It comes in parts, so that nobody at the keyboard waits for the whole. */
  readonly isPart: boolean;
  /** Those that are new or have changed. */
  readonly cases: readonly CaseOverview[];
  /** All cases in the order of their paths; null when they are the same ones as before, and in all parts but the last. */
  readonly uris: readonly string[] | null;
  readonly reading: ReadingState;
}

/**
 * What is new since the `state` of an earlier answer; everything when there was none, or the server does not know it.
 * Does not wait until all cases have been read.
 */
export const CaseChangesRequest = new RequestType<{ readonly since: string | null }, CaseChanges, void>('casewright/caseChanges');

/** The items of one framework of a case, for whoever opens it in the tree; none when the case is gone or does not use it. */
export const CaseItemsRequest = new RequestType<{ readonly uri: string; readonly framework: string }, readonly ItemOverview[], void>('casewright/caseItems');

/** Sent now and then while many cases are read: there are more than before. And when that ends. */
export const ReadingNotification = new NotificationType<ReadingState>('casewright/reading');

/** From the client: nobody wants to wait until all cases have been read; or somebody does after all. Check All Cases reads on, too. */
export const ReadOnNotification = new NotificationType<boolean>('casewright/readOn');

/** The matrix of all cases of the workspace. Waits until they have been read; fails (`RequestFailed`) when that was stopped. */
export const MatrixRequest = new RequestType0<MatrixData, void>('casewright/matrix');

/** What has become of the matrix: the rows of the cases asked for, and what the whole now consists of. */
export interface MatrixChange {
  /** Null when they are the same as before. */
  readonly frameworks: readonly MatrixFramework[] | null;
  /** The rows of those cases that were asked for and still exist, and of those that have changed along with them. */
  readonly rows: readonly MatrixRow[];
  /** All cases, in the order of their rows; null when they are the same ones as before. */
  readonly uris: readonly string[] | null;
}

/** The rows of a few cases, after an edit: cheaper than the whole matrix. */
export const MatrixRowsRequest = new RequestType<{ readonly uris: readonly string[] }, MatrixChange, void>('casewright/matrixRows');

/** A matrix as a file: text, or bytes as base64 (xlsx). Nothing is written. */
export interface MatrixFile {
  readonly text: string | null;
  readonly base64: string | null;
  /** How many cases and columns it has. */
  readonly cases: number;
  readonly columns: number;
}

/** There is no file, since others would see a confidential name: why, and where it stands. */
export interface MatrixWithheld {
  readonly withheld: WithheldRow;
}

/** The matrix, laid out as asked, in a format for other programs. */
export const MatrixExportRequest = new RequestType<{ readonly options: MatrixOptions; readonly format: MatrixFormat }, MatrixFile | MatrixWithheld, void>(
  'casewright/matrixExport',
);

/** Sent when cases came, went or changed: what the client shows of them is out of date. Not sent more often than needed. */
export const CasesChangedNotification = new NotificationType<{ readonly uris: readonly string[] }>('casewright/casesChanged');

/** What Check All Cases found: per file what a Problems view shows, files without findings included. */
export interface CheckAllResult {
  readonly cases: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly files: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
}

/** Checks every case of the workspace. Reports progress to `workDoneToken` and can be cancelled. */
export const CheckAllRequest = new RequestType<{ readonly workDoneToken?: string | number }, CheckAllResult, void>('casewright/checkAll');

/** What New Case can start from. */
export interface NewCaseChoices {
  /** First the one that cases in the folder follow; each with the codes of the languages that it is there in, its own first. */
  readonly templates: readonly { readonly id: string; readonly title: string; readonly description: string | null; readonly languages: readonly string[] }[];
  /** Those first that the case is to address unless its author says otherwise. */
  readonly frameworks: readonly { readonly id: string; readonly title: string; readonly summary: string | null; readonly isDefault: boolean }[];
}

/** The templates and frameworks for a new case in a folder. */
export const NewCaseChoicesRequest = new RequestType<{ readonly folder: string }, NewCaseChoices, void>('casewright/newCaseChoices');

export interface NewCaseParams {
  readonly folder: string;
  /** The case id, which is also the file name: `brodersen`. */
  readonly name: string;
  readonly title: string;
  readonly template: string;
  /** The language of headings and hints, as a code; the template's own where it is left out. */
  readonly lang?: string;
  readonly frameworks: readonly string[];
}

/** The text of a new case. Nothing is written. */
export const NewCaseTextRequest = new RequestType<NewCaseParams, string, void>('casewright/newCaseText');

/** The edits that insert every section the case still lacks; `headings` names them. Empty when it lacks none. */
export const MissingSectionsRequest = new RequestType<{ readonly uri: string }, { readonly edits: TextEdit[]; readonly headings: readonly string[] }, void>(
  'casewright/missingSections',
);

/** A finding that its author may confirm; `state` tells whether the text on its item is that which it was confirmed on. */
export interface ConfirmableFinding {
  readonly item: string;
  readonly label: string;
  readonly conclusion: string;
  readonly state: Confirmation;
  /** The state as a sentence. */
  readonly words: string;
  readonly edit: TextEdit;
}

/** The findings of a case that conclude something; null when the document is not a case. */
export const FindingsToConfirmRequest = new RequestType<{ readonly uri: string }, readonly ConfirmableFinding[] | null, void>('casewright/findingsToConfirm');

/** Where an editor shows a mark. */
export interface ShownMark {
  /** The item's id. */
  readonly item: string;
  /** The place of the item's framework among those of the case, from 0. */
  readonly framework: number;
  readonly form: 'text' | 'paragraph' | 'section' | 'heading' | 'container';
  /** The marked text. */
  readonly range: Range;
  /** Where the mark says so: the id itself, but for a heading that marks itself. */
  readonly nameRange: Range;
}

/** The marks in some stretches of a case. */
export interface ShownMarks {
  /** The version of the document that the places are of; null when no editor has it open. */
  readonly version: number | null;
  readonly marks: readonly ShownMark[];
  /** For the margin: lines, `first` and `last` included, of the innermost section, container or paragraph. No line twice. */
  readonly bars: readonly { readonly framework: number; readonly first: number; readonly last: number }[];
}

/** The marks that touch what an editor shows of a case; null when the document is not a case. */
export const MarksRequest = new RequestType<{ readonly uri: string; readonly ranges: readonly Range[] }, ShownMarks | null, void>('casewright/marks');

/** A framework as a preview needs it: what its items are called. */
export interface FrameworkNames {
  readonly id: string;
  readonly title: string;
  /** `headings`: the headings that mark their own section, in the form in which headings are compared. */
  readonly items: readonly { readonly id: string; readonly label: string; readonly headings: readonly string[] }[];
}

/** The frameworks that cases in a folder may use; `usual`: the ids of those that a case uses which names none. */
export const FrameworkNamesRequest = new RequestType<
  { readonly folder: string },
  { readonly frameworks: readonly FrameworkNames[]; readonly usual: readonly string[] },
  void
>('casewright/frameworkNames');

/** An item that a selection can be marked with. */
export interface MarkingChoiceRow {
  readonly item: string;
  readonly label: string;
  readonly framework: string;
  readonly status: Status;
}

/** What a selection can be marked with, the most fitting items first; where with nothing, why. */
export interface MarkingChoices {
  readonly choices: readonly MarkingChoiceRow[];
  /** For the author, in a sentence or two; null where there are choices. */
  readonly refusal: string | null;
}

/** What the text at a range can be marked with. */
export const MarkingChoicesRequest = new RequestType<{ readonly uri: string; readonly range: Range }, MarkingChoices, void>('casewright/markingChoices');

/** The edit that marks the text at a range with an item; null where no mark can be put there. */
export const MarkingEditRequest = new RequestType<{ readonly uri: string; readonly range: Range; readonly item: string }, WorkspaceEdit | null, void>(
  'casewright/markingEdit',
);

/** The server has looked through the workspace for the first time. */
export const ReadyNotification = new NotificationType0('casewright/ready');

/*
 * What the server cannot reach its client reads for it: all files where it has no disk (in a web worker), and those of
 * folders that are on no disk (such as a repository that is looked at without a copy of it).
 */

/** A file as the client read it. `absent`: there is none; a reason completes "… could not be read: …". */
export type FileAnswer = { readonly text: string } | { readonly absent: true } | { readonly reason: string };

/** Asks the client for the text of a file in a folder of the workspace. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, FileAnswer, void>('casewright/readFile');

/** Asks the client for the files of a folder of the workspace that match one of the patterns (relative to it), as URIs. */
export const FindFilesRequest = new RequestType<{ readonly folder: string; readonly patterns: readonly string[] }, readonly string[], void>(
  'casewright/findFiles',
);
