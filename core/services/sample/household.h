// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/given_names.h"

#include <QDate>
#include <QString>

#include <vector>

namespace reeve::services {

// What a person is in a household.
enum class Place { Head, Partner, Child, Grandparent, Sharer };

struct Member
{
    qint64 n = 0; // the person's number
    Place place = Place::Head;
    Sex sex = Sex::Female;
    QDate born;
    QString given;
    QString family;
    QString familyBefore; // before marrying; empty when it did not change
};

// People under one roof. Everyone in it is known once its number is.
struct Household
{
    quint64 number = 0;
    int community = 0;
    bool isMarried = false; // head and partner
    std::vector<Member> members;
};

// The household person n lives in, and their place among its members. In constant time: people come in blocks of
// twelve, and each block is divided into households on its own.
struct Dwelling
{
    Household household;
    std::size_t index = 0;

    [[nodiscard]] const Member &self() const { return household.members[index]; }
};
[[nodiscard]] Dwelling dwellingOf(quint64 seed, qint64 n);

} // namespace reeve::services
