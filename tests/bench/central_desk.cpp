// SPDX-License-Identifier: MIT
#include "tests/bench/central_desk.h"

#include "tests/bench/bench_size.h"

#include "core/central/administration.h"
#include "core/central/postgres_gateway.h"
#include "core/domain/person_fields.h"
#include "core/services/sample/sample_council.h"
#include "core/services/sync/sync_run.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("the bench cannot go on: %s %s", qPrintable(errorName(result.error().code)),
               qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

QString BenchCentre::agent()
{
    return u"bench"_s;
}

crypto::Secret BenchCentre::passphrase()
{
    return crypto::Secret(QByteArrayView("bench-passphrase"));
}

BenchCentre &BenchCentre::instance()
{
    static BenchCentre centre;
    return centre;
}

BenchCentre::BenchCentre()
    : m_server({test::PostgresServer::Authentication::Trust,
                test::PostgresServer::Durability::Durable,
                {u"shared_buffers=512MB"_s, u"max_wal_size=4GB"_s}})
{
    m_database = m_server.createDatabase().section(u'/', -1);
    need(central::initCentral(uri(port()), {}));
    need(central::addAgent(uri(port()), {}, agent(), u"Bench"_s, {domain::Role::Handler}, passphrase()));

    const services::SampleCouncil council({1, benchSize().people, 0}, fromMilliseconds(1795344120000));
    std::vector<store::PulledPerson> people;
    for (qint64 n = 0; n < benchSize().people; ++n) {
        const domain::Person person = council.person(n);
        people.push_back({person.id, 1, QJsonDocument(domain::toFields(person)).toJson(QJsonDocument::Compact), false});
    }
    need(central::importPeople(uri(port()), {}, people));
    m_server.sql(m_database, u"VACUUM ANALYZE"_s);
}

QString BenchCentre::uri(quint16 port) const
{
    return u"postgresql://postgres@127.0.0.1:%1/%2"_s.arg(port).arg(m_database);
}

BenchCentre::EnrolledDesk BenchCentre::enrol()
{
    EnrolledDesk enrolled{std::make_unique<QTemporaryDir>(), nullptr};
    const QString folder = enrolled.folder->filePath(u"desk"_s);
    const auto gateway = central::makeGateway(uri(port()));
    need(services::enrol({folder, agent(), passphrase(), passphrase(), u"Bench"_s, uri(port()), {8ULL << 20, 1}},
                         *gateway, m_clock));
    enrolled.desk =
        need(services::Desk::openNow(folder, agent(), passphrase(), m_clock, need(services::Policy::builtIn())));
    return enrolled;
}

void BenchCentre::sync(services::Desk &desk, quint16 port)
{
    const auto gateway = central::makeGateway(uri(port));
    need(services::syncOnce(desk, *gateway, passphrase()));
}

} // namespace reeve::bench
