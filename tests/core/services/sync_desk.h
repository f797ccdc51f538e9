// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "core/services/sync/sync_run.h"
#include "core/services/sync/sync_service.h"
#include "core/store/person_repository.h"

#include "tests/core/services/desk_folder.h"
#include "tests/sync/reference/reference_gateway.h"

#include <QCoreApplication>

#include <thread>

namespace reeve::test {

// A real desk on a real store, enrolled at a reference centre.
class SyncDesk final
{
public:
    explicit SyncDesk(ReferenceCentre &theCentre) : centre(theCentre)
    {
        centre.givenAgent(QStringLiteral("asha.patel"), QStringLiteral("central password"));
        const auto [device, incarnation] = centre.givenDevice();
        REQUIRE(folder.write([device, incarnation](store::Connection &connection) -> Result<> {
            store::DeskState state;
            state.device = device;
            state.incarnation = incarnation;
            state.deskName = QStringLiteral("Desk 14");
            state.centralUri = QStringLiteral("postgresql://127.0.0.1/reeve");
            return store::DeskRepository(connection).setState(state);
        }));
    }

    void isSignedIn()
    {
        const QString token = centre.givenSession(QStringLiteral("asha.patel"));
        REQUIRE(folder.write([token](store::Connection &connection) -> Result<> {
            return store::DeskRepository(connection)
                .setSession({QStringLiteral("asha.patel"), token, fromMilliseconds(1900000000000)});
        }));
    }

    // Logs so many calls; answers their ids.
    std::vector<domain::EntryId> logs(int count)
    {
        std::vector<domain::Interaction> batch;
        for (int n = 0; n < count; ++n)
            batch.push_back(call(folder.clock().now() - std::chrono::hours(1), QStringLiteral("call %1").arg(n)));
        const auto saved = await(services::InteractionService(folder.desk()).log(batch));
        REQUIRE(saved);
        for (const auto &one : *saved)
            REQUIRE(one);
        std::vector<domain::EntryId> ids;
        for (const auto &entry : folder.outbox())
            ids.push_back(entry.id);
        return ids;
    }

    [[nodiscard]] Result<services::SyncSummary> sync(bool withPassword = false,
                                                     services::ManyRemovals removals = services::ManyRemovals::Held)
    {
        ReferenceGateway gateway(centre);
        gateway.faults = faults;
        gateway.isReachable = isReachable;
        const crypto::Secret password(QByteArrayView("central password"));
        return services::syncOnce(folder.desk(), gateway,
                                  withPassword ? std::optional(password) : std::optional<crypto::Secret>(), removals);
    }

    [[nodiscard]] store::DeskState state() const
    {
        const auto state =
            folder.write([](store::Connection &connection) { return store::DeskRepository(connection).state(); });
        REQUIRE(state);
        return *state;
    }
    [[nodiscard]] store::OutboxCounts counts() const
    {
        const auto counts =
            folder.write([](store::Connection &connection) { return store::Outbox(connection).counts(); });
        REQUIRE(counts);
        return *counts;
    }
    [[nodiscard]] std::optional<domain::Person> person(domain::PersonId id) const
    {
        const auto person =
            folder.write([id](store::Connection &connection) { return store::PersonRepository(connection).find(id); });
        REQUIRE(person);
        return *person;
    }

    ReferenceCentre &centre;
    DeskFolder folder;
    bool isReachable = true;
    std::function<Fault(ReferenceGateway::At)> faults;
};

// Lets the service work, and time pass, until `isTrue` or ten seconds are over.
template <typename Condition>
bool eventually(TestClock &clock, Condition isTrue)
{
    for (int n = 0; n < 1000; ++n) {
        QCoreApplication::processEvents();
        if (isTrue())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        clock.advance(std::chrono::milliseconds(50));
    }
    return false;
}

} // namespace reeve::test
