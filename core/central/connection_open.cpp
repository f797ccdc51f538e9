// SPDX-License-Identifier: MIT
// How a connection comes about: host by host, each with its own time, and why it did not.
#include "core/central/connection.h"

#include "core/central/sqlstate.h"

#include <clocale>
#include <libpq-fe.h>
#include <poll.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

// A host that takes no connection within this time is passed over for the next.
constexpr std::chrono::milliseconds hostLimit{5000};

// libpq's own words in English while it lives, whatever language the program speaks: only by them can one tell a
// refused certificate from a lost link.
class EnglishMessages final
{
public:
    EnglishMessages() : m_english(newlocale(LC_MESSAGES_MASK, "C", duplocale(uselocale(nullptr))))
    {
        if (m_english)
            m_before = uselocale(m_english);
    }
    EnglishMessages(const EnglishMessages &) = delete;
    EnglishMessages &operator=(const EnglishMessages &) = delete;
    ~EnglishMessages()
    {
        if (m_english) {
            uselocale(m_before);
            freelocale(m_english);
        }
    }

private:
    locale_t m_english;
    locale_t m_before = nullptr;
};

// `demandsTls`: what came before TLS was there is not the centre's word, but anybody's.
Error whyNot(pg_conn *connection, bool demandsTls)
{
    const QByteArray message = QByteArray(PQerrorMessage(connection)).simplified();
    const QString detail = QString::fromUtf8(message);
    const QByteArray raw(PQerrorMessage(connection));
    const bool isBelieved = !demandsTls || PQsslInUse(connection) != 0;
    if (const QByteArrayView state = sqlStateIn(raw); !state.isEmpty() && isBelieved) {
        const ErrorCode code = errorCodeOf(state);
        return {code, u"SQLSTATE "_s + QString::fromLatin1(state)};
    }
    for (const char *sign :
         {"certificate", "SSL error:", "does not support SSL", "SSL was required", "unencrypted data after SSL",
          "invalid response to SSL", "during SSL exchange", "channel binding"}) {
        if (message.contains(sign))
            return {ErrorCode::Untrusted, detail};
    }
    if (message.contains("no password supplied"))
        return {ErrorCode::SignInNeeded, u"no password"_s};
    if (message.contains("session is read-only"))
        return {ErrorCode::CentralBusy, u"read-only"_s};
    return {ErrorCode::Offline, detail}; // host, port and the system's reason
}

// Of several hosts' errors the one that says most.
int weight(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Untrusted:
        return 4;
    case ErrorCode::SignInNeeded:
        return 3;
    case ErrorCode::CentralTooOld:
        return 2;
    case ErrorCode::CentralBusy:
        return 1;
    default:
        return 0;
    }
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::openHost(const Target &target, const Target::Host &host,
                                                         const SignIn &signIn, Interrupt &interrupt)
{
    QByteArray password = signIn.password.isEmpty() ? target.password : signIn.password.view().toByteArray();
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    const auto add = [&](const char *keyword, const QByteArray &value) {
        if (value.isEmpty())
            return;
        keywords.push_back(keyword);
        values.push_back(value.constData());
    };
    const QByteArray &user = signIn.user.isEmpty() ? target.user : signIn.user;
    add("host", host.name);
    add("hostaddr", host.address);
    add("port", host.port);
    add("dbname", target.database);
    add("user", user);
    add("password", password);
    for (const auto &[keyword, value] : target.options)
        add(keyword.constData(), value);
    keywords.push_back(nullptr);
    values.push_back(nullptr);

    const EnglishMessages english;
    Connected connection(PQconnectStartParams(keywords.data(), values.data(), 0));
    crypto::wipe(password);
    if (!connection)
        return fail(ErrorCode::Internal, u"out of memory"_s);
    // The only way to get at the SQLSTATE of a refused connection; and no names in the message.
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);

    const QDeadlineTimer timer(hostLimit);
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (PQstatus(connection.get()) != CONNECTION_BAD && status != PGRES_POLLING_OK) {
        const short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        const Result<> ready = wait(PQsocket(connection.get()), events, interrupt, timer);
        if (!ready)
            return fail(ready);
        status = PQconnectPoll(connection.get());
        if (status == PGRES_POLLING_FAILED)
            break;
    }
    if (PQstatus(connection.get()) != CONNECTION_OK)
        return tl::unexpected<Error>(whyNot(connection.get(), target.demandsTls()));
    PQsetErrorVerbosity(connection.get(), PQERRORS_TERSE);
    if (PQsetnonblocking(connection.get(), 1) != 0)
        return fail(ErrorCode::Internal, u"the socket cannot be set to non-blocking"_s);
    return std::unique_ptr<Connection>(new Connection(std::move(connection), interrupt));
}

Result<std::unique_ptr<Connection>> Connection::open(const Target &target, const SignIn &signIn, Interrupt &interrupt,
                                                     std::size_t &preferredHost)
{
    Error worst{ErrorCode::Offline, {}};
    bool isFirst = true;
    for (std::size_t i = 0; i < target.hosts.size(); ++i) {
        const std::size_t at = (preferredHost + i) % target.hosts.size();
        auto connection = openHost(target, target.hosts[at], signIn, interrupt);
        if (connection) {
            preferredHost = at;
            return connection;
        }
        if (connection.error().code == ErrorCode::Cancelled)
            return connection;
        if (isFirst || weight(connection.error().code) > weight(worst.code))
            worst = connection.error();
        isFirst = false;
    }
    return tl::unexpected<Error>(worst);
}

} // namespace reeve::central
