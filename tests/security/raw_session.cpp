// SPDX-License-Identifier: MIT
#include "tests/security/raw_session.h"

#include "tests/support/result_printing.h"

#include <libpq-fe.h>

namespace reeve::test {

namespace {

RawAnswer answerOf(PGresult *result)
{
    RawAnswer answer;
    const ExecStatusType status = PQresultStatus(result);
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const bool isDone = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY ||
                        status == PGRES_COPY_OUT || status == PGRES_COPY_IN;
    answer.sqlState = isDone ? QByteArray("00000") : state ? QByteArray(state) : QByteArray("lost!");
    for (int row = 0; row < PQntuples(result); ++row) {
        std::vector<QByteArray> values;
        for (int column = 0; column < PQnfields(result); ++column)
            values.emplace_back(PQgetvalue(result, row, column), PQgetlength(result, row, column));
        answer.rows.push_back(std::move(values));
    }
    PQclear(result);
    return answer;
}

} // namespace

RawSession::RawSession(const PostgresServer &server, const QString &database, const QString &user,
                       const QString &password)
    : m_connection(nullptr, &PQfinish),
      m_warnings(std::make_unique<std::size_t>(0))
{
    const QByteArray uri = server.uri(database, user).toUtf8();
    const QByteArray secret = password.toUtf8();
    const char *keywords[] = {"dbname", "password", "application_name", nullptr};
    const char *values[] = {uri.constData(), secret.constData(), "intruder", nullptr};
    m_connection.reset(PQconnectdbParams(keywords, values, 1));
    INFO(PQerrorMessage(m_connection.get()));
    REQUIRE(PQstatus(m_connection.get()) == CONNECTION_OK);
    PQsetNoticeReceiver(
        m_connection.get(), [](void *count, const PGresult *) { ++*static_cast<std::size_t *>(count); },
        m_warnings.get());
}

RawSession::~RawSession() = default;
RawSession::RawSession(RawSession &&) noexcept = default;

RawAnswer RawSession::run(const QString &sql)
{
    *m_warnings = 0;
    RawAnswer answer = answerOf(PQexec(m_connection.get(), sql.toUtf8().constData()));
    answer.warnings = *m_warnings;
    if (PQtransactionStatus(m_connection.get()) == PQTRANS_ACTIVE) { // a COPY that was let in
        PQputCopyEnd(m_connection.get(), "no more");
        while (PGresult *more = PQgetResult(m_connection.get()))
            PQclear(more);
    }
    return answer;
}

RawAnswer RawSession::call(const QString &sql, const std::vector<std::optional<QByteArray>> &parameters)
{
    std::vector<const char *> values;
    for (const auto &parameter : parameters)
        values.push_back(parameter ? parameter->constData() : nullptr);
    return answerOf(PQexecParams(m_connection.get(), sql.toUtf8().constData(), static_cast<int>(values.size()), nullptr,
                                 values.data(), nullptr, nullptr, 0));
}

QByteArray RawSession::value(const QString &sql)
{
    const RawAnswer answer = run(sql);
    INFO(sql.toStdString());
    REQUIRE(answer.isDone());
    REQUIRE_FALSE(answer.rows.empty());
    return answer.rows.front().front();
}

} // namespace reeve::test
