// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person_fields.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/session/desk.h"
#include "core/store/audit_trail.h"
#include "core/store/desk_repository.h"
#include "core/store/outbox.h"
#include "core/store/store.h"
#include "tests/support/result_printing.h"
#include "tests/support/test_clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace reeve::test {

// A store in a folder of its own, and a session on it: everything real but the clock.
class DeskFolder final
{
public:
    DeskFolder()
    {
        store::Store::NewStore request;
        request.folder = path();
        request.agentName = QStringLiteral("asha.patel");
        request.passphrase = passphrase();
        request.cost = {8ULL << 20, 1};
        REQUIRE(store::Store::create(request));
        reopen();
    }

    [[nodiscard]] static crypto::Secret passphrase()
    {
        return crypto::Secret(QByteArrayView("exampleton in the rain"));
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("store")); }
    [[nodiscard]] services::Desk &desk() const { return *m_desk; }
    [[nodiscard]] TestClock &clock() { return m_clock; }

    void close() { m_desk.reset(); }

    // Closes the session and opens another one: what was not stored is gone.
    void reopen()
    {
        m_desk.reset();
        const auto policy = services::Policy::builtIn();
        REQUIRE(policy);
        auto opened = services::Desk::openNow(path(), {}, passphrase(), m_clock, *policy);
        REQUIRE(opened);
        m_desk = std::move(*opened);
    }

    // Runs `work(Connection &)` in a transaction of the store.
    template <typename Work>
    auto write(Work work) const
    {
        return m_desk->store().write(std::move(work)).takeResult();
    }

    void giveRoles(const domain::Roles &roles) const
    {
        REQUIRE(write([roles](store::Connection &connection) -> Result<> {
            return store::DeskRepository(connection).setRoles(QStringLiteral("asha.patel"), roles);
        }));
    }

    [[nodiscard]] std::vector<store::OutboxEntry> outbox() const
    {
        auto entries = write(
            [](store::Connection &connection) { return store::Outbox(connection).waiting(0, 1000, 100'000'000); });
        REQUIRE(entries);
        return *entries;
    }

    // The desk's own audit, from the second link on: the first is the sign-in.
    [[nodiscard]] std::vector<QJsonObject> audit() const
    {
        auto links = write([](store::Connection &connection) { return store::AuditTrail(connection).after(1, 1000); });
        REQUIRE(links);
        std::vector<QJsonObject> records;
        for (const store::AuditRecord &link : *links)
            records.push_back(QJsonDocument::fromJson(link.record).object());
        return records;
    }

    // As if the centre had taken every entry.
    void settleAll() const
    {
        const auto entries = outbox();
        REQUIRE(write([entries](store::Connection &connection) -> Result<> {
            std::vector<store::EntryOutcome> outcomes;
            for (const auto &entry : entries)
                outcomes.push_back({entry.sequence, store::EntryState::Sent, {}, 1});
            return store::Outbox(connection).record(outcomes, 100);
        }));
    }

    // And as if the centre could no longer lose it.
    void makeAllSafe() const
    {
        settleAll();
        REQUIRE(write([](store::Connection &connection) { return store::Outbox(connection).settle(101); }));
    }

private:
    QTemporaryDir m_folder;
    TestClock m_clock;
    std::shared_ptr<services::Desk> m_desk;
};

// Waits for a service's answer.
template <typename T>
[[nodiscard]] T await(QFuture<T> future)
{
    return future.takeResult();
}

// Mrs Joan Hayward of Exampleton, born 21 June 1979.
[[nodiscard]] inline domain::Person joan()
{
    domain::Person person;
    person.name = {QStringLiteral("Mrs"), QStringLiteral("Joan"), {}, QStringLiteral("Hayward")};
    person.dateOfBirth = *domain::PartialDate::parseIso(u"1979-06-21");
    domain::ContactPoint phone;
    phone.value = QStringLiteral("07700 900123");
    person.contactPoints = {phone};
    domain::Address home;
    home.text = QStringLiteral("14 Orchard Way, Exampleton");
    home.postcode = QStringLiteral("aa1 1aa");
    person.addresses = {home};
    return person;
}

// A health item on a basis that holds.
[[nodiscard]] inline domain::SpecialCategoryItem healthItem(const QString &detail)
{
    domain::SpecialCategoryItem item;
    item.category = domain::SpecialCategory::Health;
    item.condition = QStringLiteral("A9G");
    item.schedule1 = QStringLiteral("S1P6");
    item.detail = detail;
    return item;
}

// A call of five minutes that has taken place.
[[nodiscard]] inline domain::Interaction call(Instant startedAt, const QString &note)
{
    domain::Interaction interaction;
    interaction.startedAt = startedAt;
    interaction.endedAt = startedAt + std::chrono::minutes(5);
    interaction.reasons = {QStringLiteral("lgsl:57")};
    interaction.disposition = QStringLiteral("resolved");
    if (!note.isEmpty())
        interaction.notes = {{{}, note, startedAt}};
    return interaction;
}

} // namespace reeve::test
