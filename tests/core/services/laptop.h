// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/administration.h"
#include "core/central/desk_administration.h"
#include "core/central/postgres_gateway.h"
#include "core/services/sync/sync_run.h"

#include "tests/core/services/desk_folder.h"
#include "tests/support/postgres.h"

#include <QDir>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;

inline crypto::Secret password(const char *text = "a long central password")
{
    return crypto::Secret(QByteArrayView(text));
}

// A council with two agents, and desks enrolled there.
class Council final
{
public:
    Council() : uri(postgres().createDatabase())
    {
        auto made = central::initCentral(uri, {});
        REQUIRE(made);
        setup = std::move(*made);
        for (const QString &agent : {u"asha.patel"_s, u"sam"_s})
            REQUIRE(central::addAgent(uri, {}, agent, agent, {domain::Role::Handler}, password()));
    }

    [[nodiscard]] QString deskUri() const { return postgres().uri(uri.section(u'/', -1), u"nobody"_s); }
    [[nodiscard]] QString sql(const QString &statement) const
    {
        return postgres().sql(uri.section(u'/', -1), statement);
    }
    [[nodiscard]] central::DeskAdministration administration() const { return {uri, {}}; }

    const QString uri;
    central::CentralSetup setup;
};

// One folder with a store, opened or closed: as a laptop that can be switched off and copied.
class Laptop final
{
public:
    explicit Laptop(const Council &where) : council(where)
    {
        const services::Enrolment enrolment{path(),       u"asha.patel"_s,   DeskFolder::passphrase(), password(),
                                            u"Desk 14"_s, council.deskUri(), {8ULL << 20, 1}};
        const auto gateway = central::makeGateway(council.deskUri());
        REQUIRE(services::enrol(enrolment, *gateway, clock));
        open();
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(u"store"_s); }
    void open(const QString &agent = {}, const crypto::Secret &passphrase = DeskFolder::passphrase())
    {
        const auto policy = services::Policy::builtIn();
        auto opened = services::Desk::openNow(path(), agent, passphrase, clock, *policy);
        REQUIRE(opened);
        desk = std::move(*opened);
    }
    void shut() { desk.reset(); }
    // What an image of the disk would bring back.
    void copyTo(const QString &target) const
    {
        QDir().mkpath(target);
        for (const QString &name : QDir(path()).entryList(QDir::Files))
            REQUIRE(QFile::copy(path() + u'/' + name, target + u'/' + name));
    }
    void restoreFrom(const QString &image) const
    {
        QDir(path()).removeRecursively();
        QDir().mkpath(path());
        for (const QString &name : QDir(image).entryList(QDir::Files))
            REQUIRE(QFile::copy(image + u'/' + name, path() + u'/' + name));
    }

    Result<std::vector<Result<services::Saved>>> logs(int count) const
    {
        std::vector<domain::Interaction> batch;
        for (int n = 0; n < count; ++n)
            batch.push_back(call(clock.now() - std::chrono::hours(1), u"asked about bins, %1"_s.arg(n)));
        return await(services::InteractionService(*desk).log(batch));
    }
    [[nodiscard]] Result<services::SyncSummary> sync(bool withPassword = false) const
    {
        const auto gateway = central::makeGateway(council.deskUri());
        return services::syncOnce(*desk, *gateway, withPassword ? std::optional(password()) : std::nullopt);
    }
    [[nodiscard]] domain::DeviceId device() const
    {
        const auto state = await(desk->store().read(
            [](store::Connection &connection) { return store::DeskRepository(connection).state(); }));
        REQUIRE(state);
        return state->device;
    }
    [[nodiscard]] store::OutboxCounts counts() const
    {
        const auto counts =
            await(desk->store().read([](store::Connection &connection) { return store::Outbox(connection).counts(); }));
        REQUIRE(counts);
        return *counts;
    }

    const Council &council;
    TestClock clock;
    std::shared_ptr<services::Desk> desk;

private:
    QTemporaryDir m_folder;
};

inline QString interactions(const Council &council)
{
    return council.sql(u"SELECT count(*) FROM reeve.interaction"_s);
}

} // namespace reeve::test
