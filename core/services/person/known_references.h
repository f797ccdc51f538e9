// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/connection.h"

#include <QSet>

namespace reeve::services {

// Which of the council's references somebody here may have, in eight bytes for each: nearly all rows of an import are
// of nobody yet, and need not be looked for one by one. One thread at a time.
class KnownReferences final
{
public:
    // Before each transaction: reads all of them, unless nobody has added people since the last left().
    [[nodiscard]] Result<> reached(store::Connection &connection);
    // At its end.
    [[nodiscard]] Result<> left(store::Connection &connection);

    // False: nobody has it. True: look.
    [[nodiscard]] bool mayHave(const QString &reference) const { return m_hashes.contains(qHash(reference)); }
    void add(const QString &reference) { m_hashes.insert(qHash(reference)); }

private:
    QSet<std::size_t> m_hashes;
    qint64 m_nextNumber = -1; // of a person, at the end of the last transaction
};

} // namespace reeve::services
