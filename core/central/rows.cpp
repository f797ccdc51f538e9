// SPDX-License-Identifier: MIT
#include "core/central/rows.h"

#include <QtEndian>

#include <libpq-fe.h>

namespace reeve::central {

void Rows::Clear::operator()(pg_result *result) const
{
    PQclear(result);
}

Rows::Rows(pg_result *result) : m_result(result) {}

int Rows::count() const
{
    return PQntuples(m_result.get());
}

bool Rows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArrayView Rows::view(int row, int column) const
{
    return QByteArrayView(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
}

QByteArray Rows::bytes(int row, int column) const
{
    return view(row, column).toByteArray();
}

QString Rows::text(int row, int column) const
{
    return QString::fromUtf8(view(row, column));
}

QUuid Rows::uuid(int row, int column) const
{
    const QByteArrayView value = view(row, column);
    return value.size() == 16 ? QUuid::fromRfc4122(value) : QUuid();
}

qint64 Rows::integer(int row, int column) const
{
    const QByteArrayView value = view(row, column);
    switch (value.size()) {
    case 2:
        return qFromBigEndian<qint16>(value.data());
    case 4:
        return qFromBigEndian<qint32>(value.data());
    case 8:
        return qFromBigEndian<qint64>(value.data());
    default:
        return 0;
    }
}

quint64 Rows::xid(int row, int column) const
{
    const QByteArrayView value = view(row, column);
    return value.size() == 8 ? qFromBigEndian<quint64>(value.data()) : 0;
}

} // namespace reeve::central
