// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/administration.h"
#include "tests/core/central/centre.h"

namespace reeve::test {

// A centre as an earlier Reeve left it: only the first so many migrations, no functions, and all the data of a centre
// of today that those tables have room for.
class OldCentre final
{
public:
    OldCentre(const Centre &filled, int version);

    [[nodiscard]] Result<central::CentralSetup> upgrade() const { return central::initCentral(m_uri, {}); }
    // The tables it was given, and what stands in each as text: its own columns only, in no order that matters.
    [[nodiscard]] QStringList tables() const;
    [[nodiscard]] QString content(const QString &database, const QString &table) const;

    [[nodiscard]] QString sql(const QString &statements) const { return m_filled.server().sql(m_database, statements); }
    [[nodiscard]] QStringList schema() const { return m_filled.server().schema(m_database); }
    [[nodiscard]] const QString &database() const { return m_database; }

private:
    void copy(const QString &table) const;

    const Centre &m_filled;
    QString m_uri;
    QString m_database;
    QMap<QString, QString> m_columns; // of each table, separated by commas; without those that are made of others
};

} // namespace reeve::test
