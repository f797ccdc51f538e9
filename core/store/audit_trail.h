// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/store/connection.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace reeve::store {

// One link of this desk's audit. `record` is the compact JSON
//   {"n","event","at","monotonic_ms","skew_ms","agent","roles","session","device","desk","version","online","action",
//    "object_type","object","person","interaction","reason","outcome","sensitivity","lawful_basis","after","details"}
// (who did what to what, when by which clock, why and with what outcome), without names that do not apply. Nobody acts
// for another agent here, so that it has no name for that. It never says what was read or written: "after" is a hash of
// it.
struct AuditRecord
{
    qint64 number = 0;
    QByteArray previous; // hash of the one before; empty for the first
    QByteArray hash;     // SHA-256 of `previous` and `record`
    QByteArray record;
};

// SHA-256 of both, 32 bytes.
[[nodiscard]] QByteArray auditHash(const QByteArray &previous, const QByteArray &record);

// Where a chain is broken first, and how.
struct AuditBreak
{
    enum class Kind { Altered, Missing };
    qint64 number = 0;
    Kind kind = Kind::Altered;
};

// The audit table. Append-only: the schema itself refuses a change. Runs inside the caller's transaction, so that what
// is done and its trace stand or fall together.
class AuditTrail final
{
public:
    explicit AuditTrail(Connection &connection) noexcept : m_connection(connection) {}

    // Adds the next link; "n" is set here. Answers its number.
    [[nodiscard]] Result<qint64> append(QJsonObject record) const;

    // In order, after `number`.
    [[nodiscard]] Result<std::vector<AuditRecord>> after(qint64 number, int limit) const;

    struct Extent
    {
        qint64 last = 0;
        qint64 deliveredTo = 0;
    };
    [[nodiscard]] Result<Extent> extent() const;
    // 0: the centre has lost some of it, all is delivered again.
    [[nodiscard]] Result<> setDeliveredTo(qint64 number) const;

    // Reads the whole chain.
    [[nodiscard]] Result<std::optional<AuditBreak>> firstBreak() const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
