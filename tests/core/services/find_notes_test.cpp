// SPDX-License-Identifier: MIT
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_service.h"
#include "tests/core/services/desk_folder.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

// What finish() would store, about `person`.
domain::InteractionId logCall(const DeskFolder &folder, const QString &note,
                              std::optional<domain::PersonId> person = std::nullopt)
{
    auto logged = call(folder.desk().clock().now(), note);
    logged.person = person;
    logged.specialCategory = {healthItem(u"has epilepsy"_s)};
    const auto receipts = await(services::InteractionService(folder.desk()).log({logged}));
    REQUIRE(receipts);
    REQUIRE(receipts->front());
    return receipts->front()->id;
}

services::NotesFound find(const DeskFolder &folder, const QString &query)
{
    const auto found = await(services::InteractionService(folder.desk()).findNotes(query, 10));
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("what was noted a moment ago is found, with the person it is about", "[notes]")
{
    DeskFolder folder;
    const auto joanId = await(services::PersonService(folder.desk()).add(joan()));
    REQUIRE(joanId);
    const auto id = logCall(folder, u"Heron on the roof again"_s, *joanId);

    const auto found = find(folder, u"roof her"_s);
    CHECK(found.missing == 0);
    REQUIRE(found.hits.size() == 1);
    CHECK(found.hits.front().match.interaction == id);
    CHECK(found.hits.front().match.person == *joanId);
    CHECK(found.hits.front().name == u"Mrs Joan Hayward"_s);

    CHECK(find(folder, u"her roof "_s).hits.empty()); // a space after it: the word is whole
    CHECK(find(folder, u"\"roof\" OR (heron)"_s).hits.empty());
    CHECK(find(folder, u"\"roof\" (heron)"_s).hits.size() == 1);
    CHECK(find(folder, QString()).hits.empty());
    CHECK(find(folder, QString(1 << 20, u'"')).hits.empty());

    REQUIRE(await(services::InteractionService(folder.desk()).addNote(id, u"It was a stork"_s)));
    CHECK(find(folder, u"stork"_s).hits.size() == 1);
}

TEST_CASE("a reason is found by its words in either language", "[notes]")
{
    DeskFolder folder;
    const auto &services = folder.desk().policy().catalogue.services();
    const auto service = std::find_if(services.cbegin(), services.cend(),
                                      [](const domain::Service &one) { return one.code == u"lgsl:57"_s; });
    REQUIRE(service != services.cend());
    const auto id = logCall(folder, u"nothing of it here"_s);
    for (const QString &label : {service->labelEn, service->labelCy}) {
        INFO(label.toStdString());
        const QStringList words = label.split(u' ');
        const auto longest = std::max_element(words.cbegin(), words.cend(),
                                              [](const QString &a, const QString &b) { return a.size() < b.size(); });
        const auto found = find(folder, *longest);
        REQUIRE(found.hits.size() == 1);
        CHECK(found.hits.front().match.interaction == id);
    }
}

TEST_CASE("no search finds what a restricted item says, whatever the role", "[notes][privacy]")
{
    DeskFolder folder;
    folder.giveRoles({domain::Role::DataProtectionOfficer, domain::Role::Safeguarding, domain::Role::Supervisor});
    static_cast<void>(logCall(folder, u"Rang about the bin"_s));
    CHECK(find(folder, u"rang"_s).hits.size() == 1);
    CHECK(find(folder, u"epilepsy"_s).hits.empty());
}

TEST_CASE("a desk whose lease has run out finds no notes", "[notes]")
{
    DeskFolder folder;
    static_cast<void>(logCall(folder, u"heron"_s));
    REQUIRE(folder.write([&folder](store::Connection &connection) -> Result<> {
        auto state = store::DeskState();
        state.device = folder.desk().ids().next<domain::DeviceTag>();
        state.centralUri = u"postgresql://centre.example.org"_s;
        state.deviceStatus = u"active"_s;
        state.lastSyncAt = folder.desk().clock().now();
        return store::DeskRepository(connection).setState(state);
    }));
    CHECK(find(folder, u"heron"_s).hits.size() == 1);
    folder.clock().advance(std::chrono::days(8));
    const auto refused = await(services::InteractionService(folder.desk()).findNotes(u"heron"_s, 5));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Denied);
}

TEST_CASE("nothing of a note that can be searched stands readable in the store's folder", "[notes]")
{
    DeskFolder folder;
    static_cast<void>(logCall(folder, u"Xylophonist on the roof"_s));
    CHECK(find(folder, u"xylophonist"_s).hits.size() == 1);
    const auto noneReadable = [&folder] {
        const auto files = QDir(folder.path()).entryInfoList(QDir::Files);
        REQUIRE_FALSE(files.empty());
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            REQUIRE(file.open(QIODevice::ReadOnly));
            CHECK_FALSE(file.readAll().toLower().contains("xylophon"));
        }
    };
    noneReadable();
    folder.reopen();
    noneReadable();
    CHECK(find(folder, u"xylophonist"_s).hits.size() == 1);
}
