/** Why the machine refused a file or folder: completes "… could not be read: …". */
export function whyUnreadable(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'it does not exist';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission to read it';
    case 'ELOOP':
      return 'it is a link that leads back to itself';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ENOSPC':
      return 'the disk is full';
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'it is larger than 2 GB';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** The code of an error of Node's; undefined when it is something else. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
