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

    // Whether what fails here fails at a desk, whose work is kept; else at the centre, for an administrator.
    void setAtDesk(bool isAtDesk) noexcept { m_isAtDesk = isAtDesk; }

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
    bool m_isAtDesk = false;
};

// What an error means, for the person at the terminal. At a desk, what is saved there is none of their worries.
[[nodiscard]] QString wordsFor(const Error &error, bool isAtDesk);

} // namespace reeve::ctl
