// SPDX-License-Identifier: MIT
#include "tests/core/central/old_centre.h"

#include "core/central/schema.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::test {

OldCentre::OldCentre(const Centre &filled, int version)
    : m_filled(filled),
      m_uri(filled.server().createDatabase()),
      m_database(m_uri.section(u'/', -1))
{
    const auto all = central::migrations();
    REQUIRE(all);
    // As initCentral() does it (administration_init.cpp); its roles are there, for `filled` was set up in this server.
    QByteArray statements = "CREATE SCHEMA reeve AUTHORIZATION reeve_owner; CREATE SCHEMA reeve_api AUTHORIZATION "
                            "reeve_owner; SET ROLE reeve_owner;"
                            "CREATE TABLE reeve.schema_version (version integer NOT NULL PRIMARY KEY, name text NOT "
                            "NULL, reeve_version text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());";
    for (const central::Migration &migration : *all) {
        if (migration.version <= version)
            statements += migration.sql + "\nINSERT INTO reeve.schema_version VALUES (" +
                          QByteArray::number(migration.version) + ", '" + migration.name.toLatin1() + "', '0.1');\n";
    }
    (void)sql(QString::fromUtf8(statements));
    const QString columns =
        sql(u"SELECT table_name || ' ' || string_agg(quote_ident(column_name), ',' ORDER BY ordinal_position)"
            " FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)"
            " WHERE table_schema = 'reeve' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'"
            " AND table_name <> 'schema_version' GROUP BY table_name"_s);
    for (const QString &line : columns.split(u'\n', Qt::SkipEmptyParts))
        m_columns.insert(line.section(u' ', 0, 0), line.section(u' ', 1));
    for (const QString &table : tables())
        copy(table);
}

QStringList OldCentre::tables() const
{
    return m_columns.keys();
}

void OldCentre::copy(const QString &table) const
{
    const QString file = m_filled.server().dataFolder() + u"/copied"_s;
    QString only;
    if (table == u"setting"_s) // those that a later version brings are not there yet
        only = u" WHERE name IN (%1) OR name LIKE 'pool%' OR name LIKE 'council%'"_s.arg(
            sql(u"SELECT string_agg(quote_literal(name), ',') FROM reeve.setting"_s));
    (void)m_filled.sql(u"COPY (SELECT %1 FROM reeve.%2%3) TO '%4'"_s.arg(m_columns[table], table, only, file));
    (void)sql(u"TRUNCATE reeve.%1; COPY reeve.%1 (%2) FROM '%3'"_s.arg(table, m_columns[table], file));
}

QString OldCentre::content(const QString &database, const QString &table) const
{
    return m_filled.server().sql(
        database, u"SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM (SELECT %1 FROM reeve.%2) t"_s.arg(
                      m_columns[table], table));
}

} // namespace reeve::test
