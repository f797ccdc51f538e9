// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace reeve::ctl {

enum ExitCode { Done = 0, Failed = 1, Usage = 2 };

// Standard output takes JSON Lines and nothing else; messages for people go to standard error.
class Terminal final
{
public:
    Terminal() = default;
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;
    ~Terminal() { flush(); }

    // One line. Kept until flush() or until there is much of it.
    void print(const QJsonObject &object);

    // False once nobody reads any more: the command then ends.
    bool flush();
    [[nodiscard]] bool isReaderGone() const noexcept { return m_readerGone; }

    void message(const QString &text);
    // Standard error is a terminal: what a program does not read may be said more plainly too.
    [[nodiscard]] bool isForPeople() const;

    // Says what went wrong and answers the exit code for it.
    [[nodiscard]] int failed(const Error &error);
    [[nodiscard]] int failed(const QString &doing, const Error &error); // "line 3: …"
    [[nodiscard]] int wrongUsage(const QString &text);

private:
    QByteArray m_waiting;
    bool m_readerGone = false;
};

// What an error means, for the person at the terminal.
[[nodiscard]] QString wordsFor(const Error &error);

} // namespace reeve::ctl
