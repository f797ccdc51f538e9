// SPDX-License-Identifier: MIT
// The driver against a real PostgreSQL.
#include "core/central/administration.h"
#include "core/central/postgres_gateway.h"
#include "core/services/privacy/privacy_service.h"
#include "core/services/sync/sync_run.h"
#include "core/services/sync/sync_service.h"

#include "tests/core/services/desk_folder.h"
#include "tests/support/postgres.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <thread>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const crypto::Secret &centralPassword()
{
    static const crypto::Secret password(QByteArrayView("a long central password"));
    return password;
}

// A centre with one agent, and a desk enrolled there.
class RealCentre final
{
public:
    explicit RealCentre(const domain::Roles &roles = {domain::Role::Handler}) : uri(postgres().createDatabase())
    {
        const crypto::Secret superuser(postgres().password().toUtf8());
        REQUIRE(central::initCentral(uri, superuser));
        REQUIRE(central::addAgent(uri, superuser, u"asha.patel"_s, u"Asha Patel"_s, roles, centralPassword()));
        const services::Enrolment enrolment{folder.filePath(u"store"_s),
                                            u"asha.patel"_s,
                                            DeskFolder::passphrase(),
                                            centralPassword(),
                                            u"Desk 14"_s,
                                            deskUri(),
                                            {8ULL << 20, 1}};
        const auto gateway = central::makeGateway(deskUri());
        REQUIRE(services::enrol(enrolment, *gateway, clock));
        const auto policy = services::Policy::builtIn();
        REQUIRE(policy);
        auto opened = services::Desk::openNow(enrolment.folder, {}, DeskFolder::passphrase(), clock, *policy);
        REQUIRE(opened);
        desk = std::move(*opened);
    }

    [[nodiscard]] QString database() const { return uri.section(u'/', -1); }
    [[nodiscard]] QString deskUri() const { return postgres().uri(database(), u"nobody"_s); }
    [[nodiscard]] QString sql(const QString &statement) const { return postgres().sql(database(), statement); }

    void logs(int count) const
    {
        std::vector<domain::Interaction> batch;
        for (int n = 0; n < count; ++n)
            batch.push_back(call(clock.now() - std::chrono::hours(1), u"asked about bins, %1"_s.arg(n)));
        REQUIRE(await(services::InteractionService(*desk).log(batch)));
    }
    void givenPeople(int count) const
    {
        std::vector<store::PulledPerson> people;
        for (int n = 0; n < count; ++n) {
            const QJsonObject fields{{u"family_name"_s, u"Hayward %1"_s.arg(n)}, {u"given_name"_s, u"Joan"_s}};
            people.push_back(
                {domain::PersonId(desk->ids().next()), 0, QJsonDocument(fields).toJson(QJsonDocument::Compact), false});
        }
        REQUIRE(central::importPeople(uri, crypto::Secret(postgres().password().toUtf8()), people));
    }
    [[nodiscard]] Result<services::SyncSummary> sync() const
    {
        const auto gateway = central::makeGateway(deskUri());
        return services::syncOnce(*desk, *gateway, std::nullopt);
    }

    const QString uri;
    const QTemporaryDir folder;
    SystemClock clock;
    std::shared_ptr<services::Desk> desk;
};

} // namespace

TEST_CASE("a backlog reaches a real centre once, and its people reach the desk", "[sync][central]")
{
    const RealCentre centre;
    centre.givenPeople(300);
    centre.logs(2000);
    const auto summary = centre.sync();
    REQUIRE(summary);
    CHECK(summary->pushed == 2000);
    CHECK(summary->pulled == 300);
    CHECK(summary->pending == 0);
    CHECK(summary->needsAttention == 0);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"2000");

    const auto next = centre.sync();
    REQUIRE(next);
    CHECK(next->pushed == 0);
    CHECK(next->pulled == 0);
}

TEST_CASE("PostgreSQL killed in the middle of a push loses nothing and repeats nothing", "[sync][central]")
{
    const RealCentre centre;
    centre.logs(3000);
    services::SyncService service(*centre.desk, central::makeGateway(centre.deskUri()));
    service.start();
    const auto until = [&service](auto isTrue) {
        for (int n = 0; n < 3000 && !isTrue(service.status()); ++n) {
            QCoreApplication::processEvents();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return isTrue(service.status());
    };
    REQUIRE(until([](const auto &status) { return status.sent > 0; }));
    postgres().kill9();
    centre.logs(10);
    postgres().start();
    service.syncNow();
    REQUIRE(until([](const auto &status) { return status.sent == 3010 && status.waiting == 0; }));
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"3010");
}

TEST_CASE("restricted content that has gone from the desk is read from a real centre, for a reason that stays there",
          "[sync][central][privacy]")
{
    const bool mayReveal = GENERATE(true, false);
    const RealCentre centre(mayReveal ? domain::Roles{domain::Role::Safeguarding}
                                      : domain::Roles{domain::Role::Handler});
    domain::Interaction about = call(centre.clock.now() - std::chrono::hours(1), u"asked about a blue badge"_s);
    about.specialCategory = {healthItem(u"cannot walk far"_s)};
    about.specialCategory.front().id = centre.desk->ids().next<domain::RestrictedItemTag>();
    const auto item = about.specialCategory.front().id;
    REQUIRE(await(services::InteractionService(*centre.desk).log({about}))->front());
    REQUIRE(centre.sync());
    REQUIRE(centre.desk->store()
                .write([](store::Connection &connection) { return store::Outbox(connection).settle(~0ULL >> 1); })
                .takeResult() == 1);
    const services::PrivacyService privacy(*centre.desk);
    if (mayReveal)
        REQUIRE(await(privacy.reveal(item, u"Blue badge renewal"_s))->isAtCentre);

    services::SyncService service(*centre.desk, central::makeGateway(centre.deskUri()));
    service.start();
    const auto until = [](auto isTrue) {
        for (int n = 0; n < 2000 && !isTrue(); ++n) {
            QCoreApplication::processEvents();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return isTrue();
    };
    REQUIRE(until([&] { return service.status().link == services::SyncStatus::Link::Online; }));
    const auto reveal = [&](const QString &reason) {
        auto future = service.reveal(item, reason);
        REQUIRE(until([&] { return future.isFinished(); }));
        return future.takeResult();
    };
    CHECK(reveal(u" x "_s).error().code == ErrorCode::InvalidInput);
    CHECK(reveal(u"4111 1111 1111 1111"_s).error().code == ErrorCode::CardNumber);
    const auto revealed = reveal(u" Blue badge renewal "_s);
    const QString readings = centre.sql(u"SELECT string_agg(action || ': ' || (detail ->> 'reason'), ', ') "
                                        "FROM reeve.audit WHERE action LIKE 'reveal%'"_s);
    if (!mayReveal) {
        CHECK(revealed.error().code == ErrorCode::Denied);
        CHECK(readings == u"reveal_denied: Blue badge renewal"_s);
        return;
    }
    REQUIRE(revealed);
    REQUIRE(revealed->specialCategory);
    CHECK(revealed->specialCategory->detail == u"cannot walk far"_s);
    CHECK_FALSE(revealed->isAtCentre);
    CHECK(readings == u"reveal: Blue badge renewal"_s);
}
