// SPDX-License-Identifier: MIT
#include "core/central/administrator.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

constexpr std::chrono::minutes errandLimit{10};

} // namespace

Result<std::unique_ptr<Administrator>> Administrator::connect(const QString &uri, const crypto::Secret &password,
                                                              const QString &database)
{
    auto target = Target::parse(uri);
    if (!target)
        return fail(target);
    if (!database.isEmpty())
        target->database = database.toUtf8();
    std::unique_ptr<Administrator> administrator(new Administrator);
    std::size_t host = 0;
    auto connection = Connection::open(*target, {{}, password}, administrator->m_interrupt, host);
    if (!connection)
        return fail(connection);
    administrator->m_connection = std::move(*connection);
    return administrator;
}

tl::unexpected<Error> Administrator::denied(const Error &error) const
{
    if (m_connection->sqlState() == "42501")
        return fail(ErrorCode::Denied, error.detail);
    return tl::unexpected<Error>(error);
}

Result<Rows> Administrator::call(const char *sql, const Parameters &parameters)
{
    if (parameters.holdsCardData())
        return fail(ErrorCode::CardNumber, u"reason or payload"_s);
    auto rows = m_connection->call(sql, parameters, errandLimit);
    if (!rows)
        return denied(rows.error());
    return rows;
}

Result<> Administrator::execute(const QByteArray &sql)
{
    const auto done = m_connection->execute(sql, errandLimit);
    if (!done)
        return denied(done.error());
    return {};
}

Result<QString> Administrator::value(const QByteArray &sql, const Parameters &parameters)
{
    const auto rows = call(sql.constData(), parameters);
    if (!rows)
        return fail(rows);
    return rows->count() > 0 && !rows->isNull(0, 0) ? rows->text(0, 0) : QString();
}

} // namespace reeve::central
