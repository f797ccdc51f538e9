// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/csv_reader.h"
#include "app/reevectl/private_file.h"

namespace reeve::ctl {

// FILE.rejected.csv: line, reason, and the row as it came, card numbers and security codes masked. Also of rows that
// were accepted without something.
class RejectedFile final
{
public:
    // Takes away an older one of that name.
    RejectedFile(const QString &importedFile, const QByteArray &header);
    // Goes on with the first `size` bytes of it, `count` rows. `separator`: what stands between the cells of the file.
    RejectedFile(const QString &importedFile, const QByteArray &header, char separator, qint64 count, qint64 size);

    // False when it cannot be written.
    [[nodiscard]] bool add(const CsvRow &row, const QString &reason);
    // The same of a row that was accepted; it is not counted.
    [[nodiscard]] bool addAccepted(const CsvRow &row, const QString &reason);
    [[nodiscard]] bool finish() { return m_isUsable && m_file.flush().has_value(); }

    // Rows that were not accepted.
    [[nodiscard]] qint64 count() const noexcept { return m_count; }
    [[nodiscard]] qint64 size() const noexcept { return m_file.size(); }
    [[nodiscard]] const QString &name() const noexcept { return m_file.name(); }

private:
    PrivateFile m_file;
    char m_separator;
    qint64 m_count = 0;
    bool m_isUsable = true;
};

} // namespace reeve::ctl
