// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <string>

namespace reeve::domain {

// Compact JSON written front to back, escaped as QJsonDocument escapes: without the tree that Qt makes first, and
// sorts. The caller tells the members sorted by name, each once, as QJsonObject would; begins and ends match.
class JsonWriter final
{
public:
    JsonWriter() { m_bytes.reserve(640); }

    [[nodiscard]] QByteArray take() const { return QByteArray::fromStdString(m_bytes); }

    void begin() { m_bytes += '{'; } // the whole, or the object of the name just told
    void end() { m_bytes += '}'; }
    void beginList(QByteArrayView member)
    {
        name(member);
        m_bytes += '[';
    }
    void endList() { m_bytes += ']'; }
    void beginElement()
    {
        comma();
        begin();
    }
    void element(const QString &text)
    {
        comma();
        value(text);
    }

    void name(QByteArrayView name);
    void keyed(QByteArrayView prefix, const QString &key); // a name of two parts; the second is escaped
    void raw(QByteArrayView member, QByteArrayView json);
    void value(const QString &text);
    void member(QByteArrayView member, const QString &text) // empty as well
    {
        name(member);
        value(text);
    }
    void text(QByteArrayView member, const QString &text) // left out when empty
    {
        if (!text.isEmpty())
            this->member(member, text);
    }

private:
    void comma();
    void escaped(const QString &text);

    void append(QByteArrayView bytes) { m_bytes.append(bytes.data(), static_cast<std::size_t>(bytes.size())); }

    std::string m_bytes; // sixty small pieces for a person: QByteArray takes twice as long for each
};

} // namespace reeve::domain
