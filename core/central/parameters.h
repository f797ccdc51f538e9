// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <vector>

namespace reeve::central {

// Types of PostgreSQL that we send and read, by their object id.
namespace type {
inline constexpr unsigned bytea = 17;
inline constexpr unsigned int8 = 20;
inline constexpr unsigned int4 = 23;
inline constexpr unsigned text = 25;
inline constexpr unsigned uuid = 2950;
inline constexpr unsigned xid8 = 5069;
inline constexpr unsigned byteaArray = 1001;
inline constexpr unsigned textArray = 1009;
inline constexpr unsigned int8Array = 1016;
inline constexpr unsigned uuidArray = 2951;
} // namespace type

// One array parameter in PostgreSQL's binary form: no quoting, and any bytes will do.
class ArrayParameter final
{
public:
    ArrayParameter(unsigned element, qsizetype count, qsizetype expectedBytes = 0);

    void append(QByteArrayView bytes);
    void append(const QString &text) { append(QByteArrayView(text.toUtf8())); }
    void append(qint64 number);
    void append(const QUuid &uuid);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

// The parameters of one call, in order, in binary form.
class Parameters final
{
public:
    Parameters &text(const QString &value);
    Parameters &text(const QByteArray &value);
    // Text that somebody typed, to be kept: never a card number. UTF-8 goes out as it is, and the centre judges it.
    Parameters &typed(const QString &value) { return typed(value.toUtf8()); }
    Parameters &typed(const QByteArray &utf8);
    Parameters &uuid(const QUuid &value);       // null: NULL
    Parameters &uuidOrZero(const QUuid &value); // null: all zeros, before every other
    Parameters &integer(qint64 value);
    Parameters &small(qint32 value);
    Parameters &xid(quint64 value);
    Parameters &array(unsigned arrayType, const ArrayParameter &value);

    // Whether something typed holds a payment card number or its security code: then nothing may be called with it.
    [[nodiscard]] bool holdsCardData() const noexcept { return m_holdsCardData; }

    [[nodiscard]] int count() const { return static_cast<int>(m_values.size()); }
    [[nodiscard]] const unsigned *types() const { return m_types.data(); }
    [[nodiscard]] std::vector<const char *> values() const;
    [[nodiscard]] std::vector<int> lengths() const;
    [[nodiscard]] std::vector<int> formats() const;

private:
    Parameters &add(unsigned type, const QByteArray &value);

    std::vector<unsigned> m_types;
    std::vector<QByteArray> m_values; // null: NULL
    bool m_holdsCardData = false;
};

} // namespace reeve::central
