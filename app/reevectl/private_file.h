// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace reeve::ctl {

// A file beside one that is imported: "FILE.rejected.csv". It holds personal data, so only its owner may read it. Made
// with the first line that is written; an older one of the same name is replaced.
class PrivateFile final
{
public:
    // `kind`: "rejected". `header` is the first line, with or without its end.
    PrivateFile(const QString &importedFile, const QString &kind, const QByteArray &header);

    // Goes on after the first `size` bytes of what another run wrote; the rest is dropped. 0: anew.
    [[nodiscard]] Result<> goOnAfter(qint64 size);

    [[nodiscard]] Result<> write(const QByteArray &line);
    // Everything written has reached the disk.
    [[nodiscard]] Result<> flush();

    [[nodiscard]] qint64 size() const noexcept { return m_size; }
    [[nodiscard]] const QString &name() const noexcept { return m_name; }

private:
    [[nodiscard]] Result<> open(int flags);

    const QString m_name;
    const QByteArray m_header;
    QFile m_file;
    qint64 m_size = 0;
    bool m_isDirty = false;
};

// A cell as CSV writes it, in quotes.
[[nodiscard]] QByteArray csvCell(const QString &text);

} // namespace reeve::ctl
