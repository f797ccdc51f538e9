// SPDX-License-Identifier: MIT
#include "core/domain/json_writer.h"

#include <algorithm>

namespace reeve::domain {

void JsonWriter::comma()
{
    if (m_bytes.back() != '{' && m_bytes.back() != '[')
        m_bytes += ',';
}

void JsonWriter::name(QByteArrayView name)
{
    comma();
    m_bytes += '"';
    append(name);
    m_bytes += "\":";
}

void JsonWriter::keyed(QByteArrayView prefix, const QString &key)
{
    comma();
    m_bytes += '"';
    append(prefix);
    escaped(key);
    m_bytes += "\":";
}

void JsonWriter::raw(QByteArrayView member, QByteArrayView json)
{
    name(member);
    append(json);
}

void JsonWriter::value(const QString &text)
{
    m_bytes += '"';
    escaped(text);
    m_bytes += '"';
}

void JsonWriter::escaped(const QString &text)
{
    const std::size_t at = m_bytes.size();
    const auto size = static_cast<std::size_t>(text.size());
    const auto isPlain = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x80 && c != u'"' && c != u'\\'; };
    if (std::all_of(text.cbegin(), text.cend(), isPlain)) { // nearly every text
        m_bytes.resize(at + size);
        std::transform(text.cbegin(), text.cend(), m_bytes.data() + at,
                       [](QChar c) { return static_cast<char>(c.unicode()); });
        return;
    }
    m_bytes.resize(at + 6 * size);
    char *out = m_bytes.data() + at;
    const auto hexadecimal = [&out](char16_t unit) {
        constexpr char digits[] = "0123456789abcdef";
        *out++ = '\\';
        *out++ = 'u';
        for (int shift = 12; shift >= 0; shift -= 4)
            *out++ = digits[(unit >> shift) & 15];
    };
    const auto letter = [&out](char c) {
        *out++ = '\\';
        *out++ = c;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (unit == u'"' || unit == u'\\') {
            letter(static_cast<char>(unit));
        } else if (unit >= 0x20 && unit < 0x80) {
            *out++ = static_cast<char>(unit);
        } else if (unit < 0x20) {
            constexpr QByteArrayView names("\b\f\n\r\t");
            const qsizetype named = names.indexOf(static_cast<char>(unit));
            if (unit != 0 && named >= 0)
                letter("bfnrt"[named]);
            else
                hexadecimal(unit);
        } else if (unit < 0x800) {
            *out++ = static_cast<char>(0xC0 | (unit >> 6));
            *out++ = static_cast<char>(0x80 | (unit & 0x3F));
        } else if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            const char32_t c = QChar::surrogateToUcs4(unit, text.at(++i).unicode());
            *out++ = static_cast<char>(0xF0 | (c >> 18));
            *out++ = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
            *out++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            *out++ = static_cast<char>(0x80 | (c & 0x3F));
        } else if (QChar::isSurrogate(unit)) {
            hexadecimal(unit);
        } else {
            *out++ = static_cast<char>(0xE0 | (unit >> 12));
            *out++ = static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
            *out++ = static_cast<char>(0x80 | (unit & 0x3F));
        }
    }
    m_bytes.resize(static_cast<std::size_t>(out - m_bytes.data()));
}

} // namespace reeve::domain
