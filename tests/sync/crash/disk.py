# SPDX-License-Identifier: MIT
"""What a power cut leaves of a folder: the notes of undo_log.h, read and undone.

A write that was followed by a sync of its file is on the disk. Of the others each sector of 512 bytes is there or not,
by chance. Names (creation, rename, removal, truncation) come one after the other, as a journalling file system has
them: the first few of those that no sync confirmed may have happened, the rest did not.
"""

import pathlib
import struct

SECTOR = 512
HEADER = struct.Struct("=cQqqQI")
NAMES = "CRUT"


class Note:
    def __init__(self, kind, inode, offset, size_before, length, path, before):
        self.kind, self.inode, self.offset = kind, inode, offset
        self.size_before, self.length, self.path, self.before = size_before, length, path, before


def notes_of(log):
    raw = pathlib.Path(log).read_bytes()
    notes, at = [], 0
    while at + HEADER.size <= len(raw):
        kind, inode, offset, size_before, length, path_length = HEADER.unpack_from(raw, at)
        at += HEADER.size
        path = raw[at:at + path_length].decode()
        at += path_length
        (size,) = struct.unpack_from("=Q", raw, at)
        at += 8
        notes.append(Note(kind.decode(), inode, offset, size_before, length, path, raw[at:at + size]))
        at += size
    return notes


def cut_power(folder, log, chance, keep=0.5):
    """Leaves in the folder what a power cut would. `keep`: how likely a sector is there that was not synced; 0 for none."""
    notes = notes_of(log)
    synced_after = {}          # inode: index of its last sync
    names_synced = -1          # index of the last sync of the folder
    for index, note in enumerate(notes):
        if note.kind == "S":
            synced_after[note.inode] = index
        elif note.kind == "D":
            names_synced = index

    def is_durable(index, note):
        if note.kind in "CT" and synced_after.get(note.inode, -1) > index:
            return True        # a sync of a file brings its name and its size with it
        if note.kind in NAMES:
            return names_synced > index
        return synced_after.get(note.inode, -1) > index

    loose_names = [index for index, note in enumerate(notes) if note.kind in NAMES and not is_durable(index, note)]
    kept_names = set(loose_names[:chance.randint(0, len(loose_names))] if keep > 0 else [])

    content = {}               # inode: bytes, of the files that are changed
    where = {path.stat().st_ino: path for path in pathlib.Path(folder).rglob("*") if path.is_file()}

    def bytes_of(inode):
        if inode not in content:
            content[inode] = bytearray(where[inode].read_bytes() if inode in where else b"")
        return content[inode]

    is_kept = {}               # (inode, sector): from which note on it is undone

    def undo_write(index, note):
        data = bytes_of(note.inode)
        sector = note.offset // SECTOR
        while sector * SECTOR < note.offset + note.length:
            key = (note.inode, sector)
            if key not in is_kept:
                writes = [i for i, other in enumerate(notes) if other.kind == "W" and other.inode == note.inode
                          and i > synced_after.get(note.inode, -1) and other.offset < (sector + 1) * SECTOR
                          and other.offset + other.length > sector * SECTOR]
                is_kept[key] = chance.choice(writes) if chance.random() < keep else -1
            if index > is_kept[key]:
                start = max(sector * SECTOR, note.offset)
                end = min((sector + 1) * SECTOR, note.offset + note.length)
                old = note.before[start - note.offset:end - note.offset]
                old += bytes(end - start - len(old))
                if len(data) < end:
                    data.extend(bytes(end - len(data)))
                data[start:end] = old
            sector += 1

    sizes = {}                 # inode: its size before the first write that is not on the disk
    for index in range(len(notes) - 1, -1, -1):
        note = notes[index]
        if is_durable(index, note) or index in kept_names:
            continue
        if note.kind == "W":
            undo_write(index, note)
            sizes[note.inode] = note.size_before
        elif note.kind == "T":
            data = bytes_of(note.inode)
            del data[note.offset:]
            data.extend(note.before)
        elif note.kind == "C":
            path = pathlib.Path(note.path)
            if path.exists():
                where.pop(path.stat().st_ino, None)
                content.pop(path.stat().st_ino, None)
                path.unlink()
        elif note.kind == "U":
            path = pathlib.Path(note.path)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(note.before)
            where[note.inode] = path
            content[note.inode] = bytearray(note.before)
        elif note.kind == "R":
            source, target = map(pathlib.Path, note.path.split("\n"))
            if target.exists():
                target.rename(source)
                where[note.inode] = source
            if note.offset == 1:
                target.write_bytes(note.before)

    for inode, size in sizes.items():
        kept_end = max((min((sector + 1) * SECTOR, len(content.get(inode, b""))) for (owner, sector), kept
                        in is_kept.items() if owner == inode and kept >= 0), default=0)
        if inode in content:
            del content[inode][max(size, kept_end):]
    for inode, data in content.items():
        if inode in where and where[inode].exists():
            where[inode].write_bytes(data)
