// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace reeve::domain {

// Walks over the JSON that Reeve itself writes, without making anything of it. Reads less than JSON is: no escapes, no
// fractions, names of ASCII only. What it does not read is not wrong, but somebody else's to read; what it does read is
// JSON. A scanner that has answered no is of no further use.
class JsonScanner final
{
public:
    struct Token
    {
        enum class Kind { Text, Number, True, False, Null, Other };
        Kind kind = Kind::Other;
        QByteArrayView bytes; // of a text or number; valid UTF-8
        bool isAscii = true;

        [[nodiscard]] QString text() const { return isAscii ? QString::fromLatin1(bytes) : QString::fromUtf8(bytes); }
    };

    explicit JsonScanner(QByteArrayView json) : m_at(json.begin()), m_end(json.end()) {}

    // Whether `sign` comes next, white space aside; goes past it.
    [[nodiscard]] bool take(char sign);
    // The name of a member and its colon.
    [[nodiscard]] std::optional<QLatin1StringView> name();
    // A text, a whole number, true, false or null; Other for anything else.
    [[nodiscard]] Token scalar();
    [[nodiscard]] bool isAtEnd();

private:
    void skipSpace();
    [[nodiscard]] bool takeWord(QByteArrayView word);
    [[nodiscard]] Token text();
    [[nodiscard]] Token number();

    const char *m_at;
    const char *m_end;
};

} // namespace reeve::domain
