// SPDX-License-Identifier: MIT
// What a call handler reads when the council limits, closes or erases a desk, or it was away for too long.
#include "ui/sync/attention_words.h"
#include "ui/sync/sync_words.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using services::SyncStatus;

TEST_CASE("the strip says what became of the desk, that all is saved, and whom to ask", "[sync][life]")
{
    SyncStatus status;
    status.link = SyncStatus::Link::Online;
    status.waiting = 3;
    SECTION("delivers only")
    {
        status.device = SyncStatus::Device::PushOnly;
        CHECK(ui::words(status).words.contains(u"only hands in work"_s));
        CHECK(ui::words(status).words.contains(u"all saved here"_s));
        status.waiting = 0;
        CHECK(ui::words(status).words.contains(u"all of it is sent"_s));
    }
    SECTION("closed")
    {
        status.device = SyncStatus::Device::Revoked;
        CHECK(ui::words(status).words.contains(u"closed this desk"_s));
        CHECK(ui::words(status).words.contains(u"3"_s));
    }
    SECTION("erased")
    {
        status.device = SyncStatus::Device::Wiped;
        CHECK(ui::words(status).words.contains(u"erased"_s));
        CHECK(ui::words(status).role == ui::Role::Danger);
        CHECK_FALSE(ui::words(status).words.contains(u"saved here"_s)); // nothing is
    }
    CHECK(ui::words(status).detail.contains(u"supervisor"_s));
    CHECK_FALSE(ui::words(status).canSignIn);
}

TEST_CASE("after the lease the strip says that people are locked, that work goes on, and how to end it", "[sync][life]")
{
    SyncStatus status;
    status.isLeaseExpired = true;
    status.waiting = 2;
    status.link = SyncStatus::Link::SignInNeeded;
    CHECK(ui::words(status).words.contains(u"people are locked"_s));
    CHECK(ui::words(status).detail.contains(u"new work"_s));
    CHECK(ui::words(status).canSignIn);
    status.link = SyncStatus::Link::Offline;
    CHECK_FALSE(ui::words(status).canSignIn);
}

TEST_CASE("an entry that was rejected shows who decided and why, in their words", "[sync][attention]")
{
    services::AttentionItem item;
    item.code = u"rejected"_s;
    item.decidedBy = u"sam"_s;
    item.words = u"Logged twice; the other one counts."_s;
    CHECK(ui::reasonWords(item).contains(item.words));
    CHECK(ui::reasonWords(item).startsWith(u"sam "_s));
}
