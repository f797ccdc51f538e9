// SPDX-License-Identifier: MIT
// Batches whose payloads are said shortly, and said out again: here, and by the centre.
#include "core/central/payload_phrases.h"

#include "tests/core/central/centre.h"

#include <QCryptographicHash>

#include <algorithm>
#include <random>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using central::ShortPayloads;

namespace {

std::vector<QByteArrayView> views(const std::vector<QByteArray> &payloads)
{
    return {payloads.cbegin(), payloads.cend()};
}

std::vector<QByteArray> calls(int count)
{
    std::vector<QByteArray> made;
    for (int n = 0; n < count; ++n)
        made.push_back(R"({"interaction":{"channel":"phone","direction":"inbound","disposition":"resolved","id":")" +
                       QByteArray::number(n * 7919) + R"("},"notes":[{"text":"Caf\u00e9 )" + QByteArray::number(n) +
                       R"( – bin missed"}]})");
    return made;
}

} // namespace

TEST_CASE("what the payloads of a batch have in common is said once, and no byte is lost", "[push]")
{
    const auto payloads = calls(200);
    const auto made = central::shortened(views(payloads));
    REQUIRE(made);
    CHECK(central::saidOut(*made) == payloads);
    qsizetype plain = 0;
    for (const QByteArray &payload : payloads)
        plain += payload.size();
    CHECK(made->joined.size() * 2 < plain);
    CHECK(made->phrases.size() <= ShortPayloads::mostPhrases);
    for (const QByteArray &phrase : made->phrases)
        CHECK(phrase.size() <= ShortPayloads::longestPhrase);
}

TEST_CASE("entries of several kinds in one batch are said shortly, each kind in its own words", "[push]")
{
    std::vector<QByteArray> payloads = calls(60);
    for (int n = 0; n < 60; ++n)
        payloads.insert(payloads.begin() + 2 * n, R"({"id":"x","set":{"known_as":"Nan )" + QByteArray::number(n) +
                                                      R"("},"was":{"known_as":null}})");
    const auto made = central::shortened(views(payloads));
    REQUIRE(made);
    CHECK(central::saidOut(*made) == payloads);
    CHECK(std::ranges::any_of(made->phrases, [](const auto &one) { return one.contains("known_as"); }));
    CHECK(std::ranges::any_of(made->phrases, [](const auto &one) { return one.contains("interaction"); }));
}

TEST_CASE("what has nothing in common, or holds bytes that no compact JSON has, goes as it is", "[push]")
{
    CHECK_FALSE(central::shortened({}));
    CHECK_FALSE(central::shortened(views({"{}", "{}", "{}", "{}", "{}"})));
    CHECK_FALSE(central::shortened(views(calls(2))));
    for (const char byte : {'\0', '\1', '\x1f', '\n'}) {
        auto payloads = calls(20);
        payloads[7].insert(30, byte);
        CHECK_FALSE(central::shortened(views(payloads)));
    }
}

TEST_CASE("any payloads are said out as they were", "[push]")
{
    std::mt19937 random(20261123);
    const auto any = [&random](int below) { return std::uniform_int_distribution<int>(0, below - 1)(random); };
    for (int run = 0; run < 300; ++run) {
        std::vector<QByteArray> words;
        for (int n = 0; n < 8; ++n) {
            QByteArray word;
            for (int length = any(40); length > 0; --length)
                word.append(any(6) == 0 ? '"' : static_cast<char>(0x20 + any(224)));
            words.push_back(word);
        }
        std::vector<QByteArray> payloads;
        for (int n = any(30); n >= 0; --n) {
            QByteArray payload("{");
            for (int length = any(12); length > 0; --length)
                payload.append(words[static_cast<std::size_t>(any(8))]);
            payloads.push_back(payload);
        }
        if (const auto made = central::shortened(views(payloads)))
            CHECK(central::saidOut(*made) == payloads);
    }
}

TEST_CASE("the centre stores the bytes that were meant, whatever they are", "[central][push]")
{
    const Centre centre;
    TestDesk desk(centre);
    std::vector<store::OutboxEntry> batch;
    for (int n = 0; n < 40; ++n) {
        domain::Interaction call = desk.interaction(std::nullopt);
        call.notes = {{desk.ids().next<domain::NoteTag>(), u"Naïve – 日本 \"%1\" \\ 😀"_s.arg(n), call.startedAt}};
        batch.push_back(desk.logged(call));
    }
    batch[17].payload = R"({"interaction":{"channel":"phone)" + QByteArray("\xff\xfe\x80", 3) + R"("}})"; // no UTF-8
    std::vector<QByteArrayView> said;
    for (const auto &entry : batch)
        said.emplace_back(entry.payload);
    REQUIRE(central::shortened(said));
    const auto reply = desk.push(batch);
    REQUIRE(reply);
    for (std::size_t n = 0; n < batch.size(); ++n) {
        CHECK(reply->outcomes[n].state == (n == 17 ? store::EntryState::Quarantined : store::EntryState::Sent));
        CHECK(centre.sql(u"SELECT encode(payload_sha256, 'hex') FROM reeve.sync_entry WHERE entry = '%1'"_s.arg(
                  batch[n].id.toString())) ==
              QString::fromLatin1(QCryptographicHash::hash(batch[n].payload, QCryptographicHash::Sha256).toHex()));
    }
    CHECK(centre.sql(u"SELECT encode(payload_bytes, 'hex') FROM reeve.quarantine"_s) ==
          QString::fromLatin1(batch[17].payload.toHex()));
}
