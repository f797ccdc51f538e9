// SPDX-License-Identifier: MIT
#pragma once

#include "core/crypto/page_cipher.h"
#include "core/store/wal_mark.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace reeve::store {

// One row as SQLite wrote it into a table's leaf page, without knowing which table.
struct SalvagedRow
{
    using Value = std::variant<std::monostate, qint64, QString, QByteArray>; // NULL, INTEGER, TEXT, BLOB

    qint64 rowid = 0;
    std::vector<Value> values;
};

// Every page of a damaged store that still opens with its key: of the WAL the newest authentic one, else that of the
// database. Rows are read off the leaf pages themselves (SQLite file format, §1.6 and §2.1), so that neither the schema
// nor the pages between root and leaf need to be whole. A page that does not authenticate is counted, never believed.
class SalvagedPages final
{
public:
    SalvagedPages(const QString &databaseFile, const QString &walFile, const crypto::PageCipher &cipher,
                  const StoreId &store);

    [[nodiscard]] qint64 damaged() const noexcept { return static_cast<qint64>(m_damaged.size()); }
    // Pages that opened.
    [[nodiscard]] qint64 whole() const noexcept { return static_cast<qint64>(m_pages.size()); }
    // Of all tables that have a rowid; rows whose content is on a damaged page are left out.
    [[nodiscard]] std::vector<SalvagedRow> rows() const;

private:
    void readDatabase(const QString &file, const crypto::PageCipher &cipher, const StoreId &store);
    void readWal(const QString &file, const crypto::PageCipher &cipher, const StoreId &store);
    [[nodiscard]] std::optional<SalvagedRow> rowAt(const QByteArray &page, int offset) const;
    [[nodiscard]] std::optional<QByteArray> payloadAt(const QByteArray &page, int offset, qint64 size) const;

    std::map<quint32, QByteArray> m_pages;
    std::set<quint32> m_damaged;
};

} // namespace reeve::store
