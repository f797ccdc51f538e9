// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/sealed_wal.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QtEndian>

namespace reeve::test {

// Frames of a log that has not been begun anew. Behind them lie zeros, for those to come.
inline qint64 framesOf(const QString &wal)
{
    QFile file(wal);
    REQUIRE(file.open(QIODevice::ReadOnly));
    quint32 frames = 0;
    while (file.seek(store::walFrameOffset(frames + 1))) {
        const QByteArray page = file.read(4); // its number, never 0
        if (page.size() < 4 || qFromBigEndian<quint32>(page.constData()) == 0)
            break;
        ++frames;
    }
    return frames;
}

// Where the next frame would begin.
inline qint64 endOfFrames(const QString &wal)
{
    return store::walFrameOffset(static_cast<quint32>(framesOf(wal)) + 1);
}

} // namespace reeve::test
