// SPDX-License-Identifier: MIT
#include "core/services/person/past_values.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

const QString millLane = u"1 Mill Lane"_s;
const QString lowRoad = u"2 Low Road"_s;

// Somebody who moves, in the one row that says where they live.
class Mover final
{
public:
    // `from`: empty where nobody said when.
    void moveTo(const QString &text, const QString &from)
    {
        domain::Person after = m_person;
        if (after.addresses.empty()) {
            after.addresses.resize(1);
            after.addresses[0].key = u"home"_s;
        }
        domain::Address &home = after.addresses[0];
        home.text = text;
        home.postcode = text == millLane ? u"AA1 1AA"_s : u"AA2 2AA"_s;
        home.from = from.isEmpty() ? std::nullopt : std::optional(*domain::PartialDate::parseIso(from));
        m_person = services::withPastKept(m_person, std::move(after));
    }

    // "1 Mill Lane 2001 2010", oldest first as they came; "home" behind where they live today.
    [[nodiscard]] QStringList history() const
    {
        QStringList stays;
        for (const domain::Address &address : m_person.addresses) {
            const auto dateOf = [](const auto &date) { return date ? date->toIso() : u"?"_s; };
            stays << QStringList{address.text, dateOf(address.from), dateOf(address.to)}.join(u' ') +
                         (address.use == domain::AddressUse::Home ? u" home"_s : QString());
        }
        std::rotate(stays.begin(), stays.begin() + 1, stays.end());
        return stays;
    }
    [[nodiscard]] int keys() const
    {
        QStringList keys;
        for (const domain::Address &address : m_person.addresses)
            keys << address.key;
        keys.removeDuplicates();
        return static_cast<int>(keys.size());
    }

private:
    domain::Person m_person;
};

} // namespace

TEST_CASE("who moves back to a former home has lived there twice, each time with its own dates", "[import]")
{
    Mover joan;
    joan.moveTo(millLane, u"2001"_s);
    joan.moveTo(lowRoad, u"2010"_s);
    joan.moveTo(millLane, u"2015"_s);
    CHECK(joan.history() ==
          QStringList{u"1 Mill Lane 2001 2010"_s, u"2 Low Road 2010 2015"_s, u"1 Mill Lane 2015 ? home"_s});
    joan.moveTo(lowRoad, u"2020"_s);
    CHECK(joan.history() == QStringList{u"1 Mill Lane 2001 2010"_s, u"2 Low Road 2010 2015"_s,
                                        u"1 Mill Lane 2015 2020"_s, u"2 Low Road 2020 ? home"_s});
    CHECK(joan.keys() == 4);
}

TEST_CASE("stays of which nobody said when are one, and the day of the home before is not that of a move", "[import]")
{
    Mover joan;
    for (int times = 0; times < 3; ++times) {
        joan.moveTo(millLane, {});
        joan.moveTo(lowRoad, {});
    }
    CHECK(joan.history() == QStringList{u"1 Mill Lane ? ?"_s, u"2 Low Road ? ?"_s, u"2 Low Road ? ? home"_s});
    CHECK(joan.keys() == 3);

    Mover ann;
    ann.moveTo(millLane, u"2001"_s);
    ann.moveTo(lowRoad, u"2001"_s); // left as it stood
    CHECK(ann.history().front() == u"1 Mill Lane 2001 ?"_s);
}

TEST_CASE("a home that is left in its own row, its dates put right, is not kept once more", "[import]")
{
    domain::Person before;
    before.addresses.resize(1);
    before.addresses[0].key = u"home"_s;
    before.addresses[0].text = millLane;
    before.addresses[0].from = *domain::PartialDate::parseIso(u"2001");
    domain::Person after = before;
    after.addresses[0].use = domain::AddressUse::Previous;
    after.addresses[0].from = *domain::PartialDate::parseIso(u"2002");
    after.addresses.resize(2);
    after.addresses[1].key = u"new"_s;
    after.addresses[1].text = lowRoad;
    CHECK(services::withPastKept(before, after).addresses == after.addresses);
}
