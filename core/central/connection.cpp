// SPDX-License-Identifier: MIT
#include "core/central/connection.h"

#include "core/base/logging.h"
#include "core/central/sqlstate.h"

#include <cerrno>
#include <cstring>
#include <libpq-fe.h>
#include <poll.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

void Connection::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

void Connection::Clear::operator()(pg_result *result) const
{
    PQclear(result);
}

Connection::Connection(Connected connection, Interrupt &interrupt)
    : m_connection(std::move(connection)),
      m_interrupt(interrupt)
{
    PQsetNoticeReceiver(m_connection.get(), &Connection::notice, this);
}

Connection::~Connection() = default;

void Connection::notice(void *connection, const pg_result *notice)
{
    // "canceling wait for synchronous replication …", which comes as a warning beside a success. Its words depend on
    // the server's language; the function that says it does not.
    const char *function = PQresultErrorField(notice, PG_DIAG_SOURCE_FUNCTION);
    if (function && std::strcmp(function, "SyncRepWaitForLSN") == 0)
        static_cast<Connection *>(connection)->m_isUnreplicated = true;
}

Result<> Connection::wait(int descriptor, short events, Interrupt &interrupt, const QDeadlineTimer &deadline)
{
    pollfd ready[2] = {{descriptor, events, 0}, {interrupt.descriptor(), POLLIN, 0}};
    for (;;) {
        const int count = poll(ready, 2, static_cast<int>(deadline.remainingTime()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(ErrorCode::Io, u"poll"_s);
        if (ready[1].revents != 0) {
            interrupt.clear();
            return fail(ErrorCode::Cancelled);
        }
        if (count == 0)
            return fail(ErrorCode::Offline, u"no answer in time"_s);
        return {};
    }
}

tl::unexpected<Error> Connection::lost(const Error &error)
{
    m_isBroken = true;
    return tl::unexpected<Error>(error);
}

tl::unexpected<Error> Connection::refused(const pg_result *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (!state)
        return lost({ErrorCode::Offline, u"the connection was lost"_s});
    m_sqlState = state;
    const ErrorCode code = errorCodeOf(m_sqlState);
    if (code == ErrorCode::Offline || m_sqlState == "25006" || PQstatus(m_connection.get()) != CONNECTION_OK)
        m_isBroken = true;
    QString detail = u"SQLSTATE "_s + QString::fromLatin1(m_sqlState);
    if (m_sqlState.startsWith("RV"))
        detail = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)); // our own words
    qCDebug(logCentral) << "refused:" << detail;
    return fail(code, detail);
}

Result<> Connection::flush(const QDeadlineTimer &deadline)
{
    for (;;) {
        const int left = PQflush(m_connection.get());
        if (left == 0)
            return {};
        if (left < 0)
            return lost({ErrorCode::Offline, u"the connection was lost"_s});
        // Reading as well: a server that cannot get rid of its answers stops taking questions.
        if (const Result<> ready = wait(PQsocket(m_connection.get()), POLLIN | POLLOUT, m_interrupt, deadline); !ready)
            return lost(ready.error());
        if (PQconsumeInput(m_connection.get()) == 0)
            return lost({ErrorCode::Offline, u"the connection was lost"_s});
    }
}

Result<Connection::Answer> Connection::next(const QDeadlineTimer &deadline)
{
    while (PQisBusy(m_connection.get()) != 0) {
        if (const Result<> sent = flush(deadline); !sent)
            return fail(sent);
        if (PQisBusy(m_connection.get()) == 0)
            break;
        if (const Result<> ready = wait(PQsocket(m_connection.get()), POLLIN, m_interrupt, deadline); !ready)
            return lost(ready.error());
        if (PQconsumeInput(m_connection.get()) == 0)
            return lost({ErrorCode::Offline, u"the connection was lost"_s});
    }
    return Answer(PQgetResult(m_connection.get()));
}

// Reads one statement's answer to its end, in a pipeline to its synchronisation point: only there is it committed.
Result<Rows> Connection::answer(const QDeadlineTimer &deadline)
{
    m_sqlState.clear();
    Answer last;
    Result<> outcome;
    int ends = 0;
    for (;;) {
        Result<Answer> result = next(deadline);
        if (!result)
            return fail(result);
        if (!*result) {
            if (!m_isPipeline)
                break;
            if (++ends > 2) // nothing more to come: the connection went away between two answers
                return lost({ErrorCode::Offline, u"the connection was lost"_s});
            continue;
        }
        const ExecStatusType status = PQresultStatus(result->get());
        if (status == PGRES_PIPELINE_SYNC)
            break;
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
            last = std::move(*result);
        } else if (outcome) {
            outcome = refused(result->get());
            if (m_isBroken)
                break;
        }
    }
    if (!outcome)
        return fail(outcome);
    if (m_isUnreplicated)
        return lost({ErrorCode::Offline, u"committed without its standby"_s});
    if (!last)
        return lost({ErrorCode::Offline, u"the connection was lost"_s});
    return Rows(last.release());
}

Result<Rows> Connection::call(const char *sql, const Parameters &parameters, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    if (m_isPipeline) {
        if (PQexitPipelineMode(m_connection.get()) == 0)
            return lost({ErrorCode::Internal, u"a call while answers are outstanding"_s});
        m_isPipeline = false;
    }
    if (PQsendQueryParams(m_connection.get(), sql, parameters.count(), parameters.types(), parameters.values().data(),
                          parameters.lengths().data(), parameters.formats().data(), 1) == 0)
        return lost({ErrorCode::Offline, u"the connection was lost"_s});
    return answer(deadline);
}

Result<> Connection::execute(const QByteArray &sql, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    if (PQsendQuery(m_connection.get(), sql.constData()) == 0)
        return lost({ErrorCode::Offline, u"the connection was lost"_s});
    const Result<Rows> rows = answer(deadline);
    if (!rows)
        return fail(rows);
    return {};
}

Result<> Connection::send(const char *sql, const Parameters &parameters)
{
    if (!m_isPipeline && PQenterPipelineMode(m_connection.get()) == 0)
        return lost({ErrorCode::Internal, u"no pipeline"_s});
    m_isPipeline = true;
    if (PQsendQueryParams(m_connection.get(), sql, parameters.count(), parameters.types(), parameters.values().data(),
                          parameters.lengths().data(), parameters.formats().data(), 1) == 0 ||
        PQpipelineSync(m_connection.get()) == 0 || PQflush(m_connection.get()) < 0)
        return lost({ErrorCode::Offline, u"the connection was lost"_s});
    return {};
}

Result<Rows> Connection::receive(std::chrono::milliseconds limit)
{
    return answer(QDeadlineTimer(limit));
}

QByteArray Connection::quotedName(const QString &name) const
{
    const QByteArray bytes = name.toUtf8();
    char *quoted = PQescapeIdentifier(m_connection.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const QByteArray result(quoted);
    PQfreemem(quoted);
    return result;
}

QByteArray Connection::quotedText(const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    char *quoted = PQescapeLiteral(m_connection.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const QByteArray result(quoted);
    PQfreemem(quoted);
    return result;
}

Result<QByteArray> Connection::verifierOf(const crypto::Secret &password, const QString &user)
{
    QByteArray plain = password.view().toByteArray();
    char *verifier =
        PQencryptPasswordConn(m_connection.get(), plain.constData(), user.toUtf8().constData(), "scram-sha-256");
    crypto::wipe(plain);
    if (!verifier)
        return fail(ErrorCode::InvalidInput, u"not fit for a password"_s);
    const QByteArray result(verifier);
    PQfreemem(verifier);
    return result;
}

} // namespace reeve::central
