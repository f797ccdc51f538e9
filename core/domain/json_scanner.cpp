// SPDX-License-Identifier: MIT
#include "core/domain/json_scanner.h"

#include <QUtf8StringView>

namespace reeve::domain {

void JsonScanner::skipSpace()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

bool JsonScanner::take(char sign)
{
    skipSpace();
    if (m_at == m_end || *m_at != sign)
        return false;
    ++m_at;
    return true;
}

bool JsonScanner::isAtEnd()
{
    skipSpace();
    return m_at == m_end;
}

bool JsonScanner::takeWord(QByteArrayView word)
{
    if (m_end - m_at < word.size() || QByteArrayView(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

// Behind its first quote.
JsonScanner::Token JsonScanner::text()
{
    const char *start = m_at;
    bool isAscii = true;
    for (; m_at != m_end; ++m_at) {
        const auto byte = static_cast<unsigned char>(*m_at);
        if (byte == '"') {
            const QByteArrayView bytes(start, m_at - start);
            ++m_at;
            if (!isAscii && !QUtf8StringView(bytes).isValidUtf8())
                return {};
            return {Token::Kind::Text, bytes, isAscii};
        }
        if (byte == '\\' || byte < 0x20)
            return {};
        isAscii = isAscii && byte < 0x80;
    }
    return {};
}

JsonScanner::Token JsonScanner::number()
{
    constexpr qsizetype longest = 15; // exact as a double, too
    const char *start = m_at;
    while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
        ++m_at;
    const QByteArrayView digits(start, m_at - start);
    const bool goesOn = m_at != m_end && (*m_at == '.' || *m_at == 'e' || *m_at == 'E');
    if (digits.isEmpty() || digits.size() > longest || (digits.front() == '0' && digits.size() > 1) || goesOn)
        return {};
    return {Token::Kind::Number, digits};
}

std::optional<QLatin1StringView> JsonScanner::name()
{
    if (!take('"'))
        return std::nullopt;
    const Token token = text();
    if (token.kind != Token::Kind::Text || !token.isAscii || !take(':'))
        return std::nullopt;
    return QLatin1StringView(token.bytes.data(), token.bytes.size());
}

JsonScanner::Token JsonScanner::scalar()
{
    skipSpace();
    if (m_at == m_end)
        return {};
    switch (*m_at) {
    case '"':
        ++m_at;
        return text();
    case 't':
        return takeWord("true") ? Token{Token::Kind::True, {}} : Token{};
    case 'f':
        return takeWord("false") ? Token{Token::Kind::False, {}} : Token{};
    case 'n':
        return takeWord("null") ? Token{Token::Kind::Null, {}} : Token{};
    default:
        return number();
    }
}

} // namespace reeve::domain
