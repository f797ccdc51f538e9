// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace reeve::ctl {

// What a command accepts after its own words.
struct Grammar
{
    int leastPositional = 0;
    int mostPositional = 0;
    QStringList flags = {};   // "--once"
    QStringList options = {}; // "--store": takes a value, as `--store DIR` or `--store=DIR`; may be repeated
    QStringList needed = {};  // those of them without which there is nothing to do
    bool opensStore = false;  // needs --store, and the passphrase that opens it
};

// The words after a command, read by its grammar. An error's detail is the message for the person who typed them.
class Arguments final
{
public:
    // `synopsis` names the words that are no options: "ENTRY --reason TEXT".
    [[nodiscard]] static Result<Arguments> read(const QStringList &words, const Grammar &grammar,
                                                const QString &synopsis = {});

    [[nodiscard]] const QStringList &positional() const noexcept { return m_positional; }
    [[nodiscard]] bool has(const QString &name) const { return m_flags.contains(name) || m_options.contains(name); }
    [[nodiscard]] QString value(const QString &option) const { return m_options.value(option).value(0); }
    [[nodiscard]] QStringList values(const QString &option) const { return m_options.value(option); }

    // The whole number of an option, or `fallback` when it is not given.
    [[nodiscard]] Result<qint64> integer(const QString &option, qint64 fallback, qint64 least, qint64 most) const;

private:
    QStringList m_positional;
    QStringList m_flags;
    QHash<QString, QStringList> m_options;
};

} // namespace reeve::ctl
