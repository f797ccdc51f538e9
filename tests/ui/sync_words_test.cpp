// SPDX-License-Identifier: MIT
#include "ui/person/field_words.h"
#include "ui/shell/language.h"
#include "ui/sync/attention_view_model.h"
#include "ui/sync/sync_words.h"

#include "tests/support/result_printing.h"

#include <QJsonObject>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;
using services::SyncStatus;

namespace {

SyncStatus offlineWith(qint64 waiting)
{
    SyncStatus status;
    status.link = SyncStatus::Link::Offline;
    status.offlineSince = Instant{std::chrono::milliseconds{1795344120000}};
    status.waiting = waiting;
    return status;
}

services::AttentionItem conflictOf(domain::PersonId person, const QString &field)
{
    services::AttentionItem item;
    item.kind = services::AttentionItem::Kind::Conflict;
    item.conflict.emplace();
    item.conflict->id = domain::ConflictId(QUuid::createUuid());
    item.conflict->person = person;
    item.conflict->field = field;
    item.person = person;
    item.personName = u"Joan Hayward"_s;
    return item;
}

} // namespace

TEST_CASE("being offline is said calmly, with since when and how much waits", "[sync]")
{
    const ui::Language language;
    const ui::SyncWords said = ui::words(offlineWith(3));
    CHECK(said.words == u"Offline since 10:42 – 3 waiting, all saved here"_s);
    CHECK(said.role == ui::Role::Attention);
    CHECK(said.icon == u"cloud-slash"_s);
}

TEST_CASE("saved, sent and safe are three words for three states", "[sync]")
{
    const ui::Language language;
    SyncStatus status;
    status.link = SyncStatus::Link::Online;
    CHECK(ui::words(status).words == u"Saved · Sent · Safe"_s);
    status.putAside = 1;
    CHECK(ui::words(status).words == u"Saved · Sent · all but 1 safe"_s);
    status.sent = 2;
    CHECK(ui::words(status).words == u"Saved · Sent · 2 not yet safe"_s);
    status.waiting = 1;
    CHECK(ui::words(status).words == u"Saved · sending 1"_s);
}

TEST_CASE("a full disk is said whatever the link: what is kept, what is not taken, what to do", "[sync]")
{
    const ui::Language language;
    SyncStatus status = offlineWith(3);
    status.isDiskFull = true;
    const ui::SyncWords said = ui::words(status);
    CHECK(said.words == u"The disk of this computer is full: nothing new can be saved – 3 waiting"_s);
    CHECK(said.detail.contains(u"What was saved is kept"_s));
    CHECK(said.detail.contains(u"Make room on the disk"_s));
    CHECK(said.role == ui::Role::Danger);
}

TEST_CASE("no state of the link is red, and each has a word, an icon and a sentence", "[sync]")
{
    const ui::Language language;
    for (const auto link : {SyncStatus::Link::Connecting, SyncStatus::Link::Online, SyncStatus::Link::Offline,
                            SyncStatus::Link::SignInNeeded, SyncStatus::Link::Refused}) {
        SyncStatus status;
        status.link = link;
        status.waiting = 1;
        const ui::SyncWords said = ui::words(status);
        INFO(said.words.toStdString());
        CHECK_FALSE(said.words.isEmpty());
        CHECK_FALSE(said.icon.isEmpty());
        CHECK_FALSE(said.detail.isEmpty());
        CHECK(said.role != ui::Role::Danger);
        CHECK(said.canSignIn == (link == SyncStatus::Link::SignInNeeded));
    }
}

TEST_CASE("conflicts of one person are one row, decided field by field", "[sync]")
{
    const domain::PersonId joan(QUuid::createUuid());
    services::AttentionItem refused;
    refused.sequence = 17;
    const auto rows =
        ui::AttentionViewModel::grouped({conflictOf(joan, u"known_as"_s), refused, conflictOf(joan, u"title"_s)});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].items.size() == 2);
    CHECK(rows[0].isConflict());
    CHECK(rows[1].items.front().sequence == 17);
}

TEST_CASE("the values of a conflict are shown as people write them", "[sync]")
{
    CHECK(ui::valueWords(u"date_of_birth"_s, u"1979-06-21"_s) == u"21 Jun 1979"_s);
    CHECK(ui::valueWords(u"known_as"_s, QJsonValue::Null) == u"(nothing)"_s);
    const QJsonObject address{{u"text"_s, u"15 Mainwood Road"_s}, {u"postcode"_s, u"ZZ9 9ZZ"_s}};
    CHECK(ui::valueWords(u"address/a"_s, address) == u"15 Mainwood Road, ZZ9 9ZZ"_s);
    CHECK(ui::fieldWords(u"address/a"_s) == u"Address"_s);
}
