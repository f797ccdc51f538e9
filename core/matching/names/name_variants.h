// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <utility>

namespace reeve::matching {

// Other forms of a name, from the tables in resources/names: what people are called ("Bill" for William) and how the
// same name is spelled ("Mohammed", "Muhammad"; Office for National Statistics). Both ways; a name is no form of
// itself.
//
// Names are folded (see normalise.h). Reading the tables takes a few milliseconds: make one and keep it. Once made it
// may be read on any thread.
class NameVariants final
{
public:
    // The tables that are compiled in.
    [[nodiscard]] static NameVariants builtIn();

    // What people with a forename are usually called, commonest first, as they write it: a part of the nicknames.
    [[nodiscard]] static QHash<QString, QStringList> shortNames() { return read(QStringLiteral("short_names")); }

    // Whether children are called so in Britain: a rare name and no slip of the pen. Of at least three letters.
    [[nodiscard]] bool isGivenName(QStringView name) const;

    [[nodiscard]] const QStringList &nicknames(const QString &given) const { return of(m_nicknames, given); }
    // Of those the ones that are beyond doubt, and spellings of names of another script: one name in two forms.
    [[nodiscard]] const QStringList &sureForms(const QString &given) const { return of(m_sure, given); }
    [[nodiscard]] const QStringList &givenSpellings(const QString &given) const { return of(m_given, given); }
    [[nodiscard]] const QStringList &familySpellings(const QString &family) const { return of(m_family, family); }

private:
    using Table = QHash<QString, QStringList>;
    [[nodiscard]] static QList<std::pair<QString, QStringList>> lines(const QString &name);
    [[nodiscard]] static Table read(const QString &name);
    void addShortNames();
    void addTransliterations();
    [[nodiscard]] const QStringList &of(const Table &table, const QString &name) const;

    Table m_nicknames;
    Table m_sure;
    Table m_given;
    Table m_family;
    QList<QByteArray> m_givenNames; // sorted
    QStringList m_none;
};

} // namespace reeve::matching
