// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <memory>

struct pg_result;

namespace reeve::central {

// What a call answered, in binary form. The caller knows the columns; a wrong width reads as 0 or null.
class Rows final
{
public:
    explicit Rows(pg_result *result);

    [[nodiscard]] int count() const;
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] QByteArrayView view(int row, int column) const; // lives as long as the rows
    [[nodiscard]] QByteArray bytes(int row, int column) const;    // text is UTF-8
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QUuid uuid(int row, int column) const;
    [[nodiscard]] qint64 integer(int row, int column) const; // smallint, integer or bigint
    [[nodiscard]] quint64 xid(int row, int column) const;

private:
    struct Clear
    {
        void operator()(pg_result *result) const;
    };
    std::unique_ptr<pg_result, Clear> m_result;
};

} // namespace reeve::central
