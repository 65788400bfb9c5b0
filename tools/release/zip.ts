/** Writes ZIP archives (APPNOTE 6.3.10): deflated files, in UTF-8. The same files give the same bytes. */
import {crc32, deflateRawSync} from 'node:zlib';

/** A file of an archive. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** 1980-01-01, the earliest date of the format: a date would make each archive another one. */
const DATE = 0x21;
const DEFLATE = 8;
const UTF_8 = 0x0800;
/** PKZIP 2.0, the first version that deflates. */
const VERSION = 20;

/** Creates an archive. */
export function createZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {path, content} of entries) {
    const name = Buffer.from(path);
    const data = deflateRawSync(content, {level: 9});
    // Shared by the file's own header and its line in the directory.
    const fields = Buffer.alloc(26);
    [VERSION, UTF_8, DEFLATE, 0, DATE].forEach((value, i) => fields.writeUInt16LE(value, 2 * i));
    [crc32(content), data.length, content.length].forEach((value, i) =>
      fields.writeUInt32LE(value, 10 + 4 * i),
    );
    fields.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]);
    files.push(file);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([VERSION, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, fields, place, name]));
    offset += file.length;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(lines.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, lines, Buffer.from('PK\x05\x06'), end]);
}
