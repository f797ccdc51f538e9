// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/csv_reader.h"

#include <QFile>

namespace reeve::ctl {

// FILE.rejected.csv: line, reason, and the row as it came. It holds personal data, so only its owner may read it. Made
// with the first rejected row; an older one of the same name is replaced.
class RejectedFile final
{
public:
    RejectedFile(const QString &importedFile, QByteArray header);

    // False when it cannot be written.
    [[nodiscard]] bool add(const CsvRow &row, const QString &reason);
    [[nodiscard]] bool finish();

    [[nodiscard]] qint64 count() const noexcept { return m_count; }
    [[nodiscard]] const QString &name() const noexcept { return m_name; }

private:
    [[nodiscard]] bool open();

    const QString m_name;
    QFile m_file;
    QByteArray m_header;
    qint64 m_count = 0;
};

} // namespace reeve::ctl
