// SPDX-License-Identifier: MIT
#include "core/central/parameters.h"

#include "core/domain/card_data.h"

#include <QtEndian>

namespace reeve::central {

namespace {

template <typename Number>
void appendNumber(QByteArray &to, Number number)
{
    char bytes[sizeof number];
    qToBigEndian(number, bytes);
    to.append(bytes, sizeof number);
}

template <typename Number>
QByteArray numberBytes(Number number)
{
    QByteArray bytes;
    appendNumber(bytes, number);
    return bytes;
}

} // namespace

ArrayParameter::ArrayParameter(unsigned element, qsizetype count, qsizetype expectedBytes)
{
    m_bytes.reserve(20 + expectedBytes + 4 * count);
    appendNumber<qint32>(m_bytes, count == 0 ? 0 : 1); // dimensions
    appendNumber<qint32>(m_bytes, 0);                  // no NULL inside
    appendNumber<quint32>(m_bytes, element);
    if (count > 0) {
        appendNumber<qint32>(m_bytes, static_cast<qint32>(count));
        appendNumber<qint32>(m_bytes, 1); // first index
    }
}

void ArrayParameter::append(QByteArrayView bytes)
{
    appendNumber<qint32>(m_bytes, static_cast<qint32>(bytes.size()));
    m_bytes.append(bytes);
}

void ArrayParameter::append(qint64 number)
{
    appendNumber<qint32>(m_bytes, 8);
    appendNumber<qint64>(m_bytes, number);
}

void ArrayParameter::append(const QUuid &uuid)
{
    appendNumber<qint32>(m_bytes, 16);
    appendNumber<quint32>(m_bytes, uuid.data1);
    appendNumber<quint16>(m_bytes, uuid.data2);
    appendNumber<quint16>(m_bytes, uuid.data3);
    for (const uchar byte : uuid.data4)
        m_bytes.append(static_cast<char>(byte));
}

Parameters &Parameters::add(unsigned type, const QByteArray &value)
{
    m_types.push_back(type);
    m_values.push_back(value);
    return *this;
}

Parameters &Parameters::text(const QString &value)
{
    return text(value.toUtf8());
}

Parameters &Parameters::typed(const QByteArray &utf8)
{
    m_holdsCardData = m_holdsCardData || domain::holdsCardData(QString::fromUtf8(utf8));
    return text(utf8);
}

Parameters &Parameters::text(const QByteArray &value)
{
    return add(type::text, value.isNull() ? QByteArray("") : value);
}

Parameters &Parameters::uuid(const QUuid &value)
{
    return add(type::uuid, value.isNull() ? QByteArray() : value.toRfc4122());
}

Parameters &Parameters::uuidOrZero(const QUuid &value)
{
    return add(type::uuid, value.toRfc4122());
}

Parameters &Parameters::integer(qint64 value)
{
    return add(type::int8, numberBytes(value));
}

Parameters &Parameters::small(qint32 value)
{
    return add(type::int4, numberBytes(value));
}

Parameters &Parameters::xid(quint64 value)
{
    return add(type::xid8, numberBytes(value));
}

Parameters &Parameters::array(unsigned arrayType, const ArrayParameter &value)
{
    return add(arrayType, value.bytes());
}

std::vector<const char *> Parameters::values() const
{
    std::vector<const char *> values;
    for (const QByteArray &value : m_values)
        values.push_back(value.isNull() ? nullptr : value.constData());
    return values;
}

std::vector<int> Parameters::lengths() const
{
    std::vector<int> lengths;
    for (const QByteArray &value : m_values)
        lengths.push_back(static_cast<int>(value.size()));
    return lengths;
}

std::vector<int> Parameters::formats() const
{
    return std::vector<int>(m_values.size(), 1);
}

} // namespace reeve::central
