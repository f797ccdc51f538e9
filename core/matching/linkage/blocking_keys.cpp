// SPDX-License-Identifier: MIT
#include "core/matching/linkage/blocking_keys.h"

#include <algorithm>
#include <initializer_list>

namespace reeve::matching {

namespace {

using Record = LinkageRecord;

std::uint32_t mix(std::initializer_list<std::uint32_t> parts)
{
    std::uint64_t hash = 0x243f6a8885a308d3ULL;
    for (const std::uint32_t part : parts) {
        if (part == 0)
            return 0; // a key with an unknown part is none
        hash = (hash ^ part) * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 31;
    }
    const auto key = static_cast<std::uint32_t>(hash >> 16);
    return key == 0 ? 1 : key;
}

std::uint32_t begin(std::u16string_view text, std::size_t letters)
{
    std::uint32_t hash = 2166136261U;
    if (text.size() < letters)
        return 0;
    for (std::size_t i = 0; i < letters; ++i)
        hash = (hash ^ text[i]) * 16777619U;
    return hash | 1;
}

std::uint32_t number(std::int32_t value)
{
    return static_cast<std::uint32_t>(value);
}

std::uint32_t year(const Record &r)
{
    return number(r.born / 10'000);
}
std::uint32_t yearAndMonth(const Record &r)
{
    return r.born / 100 % 100 == 0 ? 0 : number(r.born / 100);
}
std::uint32_t monthAndDay(const Record &r)
{
    return r.born % 10'000 == 101 ? 0 : number(r.born % 10'000);
}
std::uint32_t yearAndDay(const Record &r)
{
    return r.born % 100 == 0 ? 0 : number(r.born / 10'000 * 100 + r.born % 100);
}
// 1 January is "year only": a date that very many have.
std::uint32_t day(const Record &r)
{
    return r.born % 100 == 0 ? 0 : number(r.born);
}
// The same for a date with day and month changed round.
std::uint32_t dayEitherWay(const Record &r)
{
    const std::int32_t m = r.born / 100 % 100;
    const std::int32_t d = r.born % 100;
    return d == 0 ? 0 : number(r.born / 10'000 * 10'000 + std::min(m, d) * 100 + std::max(m, d));
}

std::uint32_t sound(const RecordSet &set, TextPool::Number name)
{
    return name == 0 ? 0 : set.sound(name);
}
std::uint32_t nameBegin(const RecordSet &set, TextPool::Number name, std::size_t letters)
{
    return begin(set.names.text(name), letters);
}

std::uint32_t district(const RecordSet &set, const Record &r)
{
    return set.postcode(r.postcode).district;
}
std::uint32_t sector(const RecordSet &set, const Record &r)
{
    return set.postcode(r.postcode).sector;
}
std::uint32_t emailUser(const RecordSet &set, const Record &r)
{
    const std::u16string_view user = set.emails.head(r.email);
    return user.size() < 4 ? 0 : begin(user, user.size());
}

} // namespace

const std::vector<BlockingRule> &blockingRules()
{
    using S = const RecordSet &;
    using R = const Record &;
    using K = BlockingKeys;
    static const std::vector<BlockingRule> rules = {
        {[](S, R r) {
             return K{mix({r.given, r.family, day(r)}), 0};
         },
         false},
        {[](S, R r) {
             return K{r.phones[0], r.phones[1]};
         },
         false},
        {[](S, R r) {
             return K{r.email, 0};
         },
         false},
        {[](S, R r) {
             return K{r.nhsNumber, 0};
         },
         false},
        {[](S, R r) {
             return K{r.niNumber, 0};
         },
         false},
        {[](S, R r) {
             return K{mix({r.family, day(r)}), mix({r.former, day(r)})};
         },
         false},
        {[](S, R r) {
             return K{mix({r.given, day(r)}), mix({r.knownAs, day(r)})};
         },
         false},
        {[](S, R r) {
             return K{mix({r.postcode, day(r)}), 0};
         },
         false},
        {[](S, R r) {
             return K{mix({r.given, r.postcode}), mix({r.knownAs, r.postcode})};
         },
         false},
        {[](S, R r) {
             return K{mix({r.family, r.postcode}), mix({r.former, r.postcode})};
         },
         false},
        {[](S s, R r) {
             return K{mix({s.home(r), r.given}), mix({r.uprn, r.given})};
         },
         false},
        {[](S s, R r) {
             return K{mix({s.home(r), sound(s, r.family)}), 0};
         },
         false},
        {[](S, R r) {
             return K{mix({r.given, r.family}), mix({r.given, r.former})};
         },
         false},
        {[](S, R r) {
             return K{mix({r.family, r.given}), mix({r.knownAs, r.family})};
         },
         false},
        {[](S, R r) {
             return K{mix({std::min(r.given, r.family), std::max(r.given, r.family)}), 0};
         },
         false},
        {[](S s, R r) {
             return K{mix({sound(s, r.given), sound(s, r.family), year(r)}), 0};
         },
         false},
        {[](S s, R r) {
             return K{mix({nameBegin(s, r.given, 1), nameBegin(s, r.family, 1), dayEitherWay(r)}), 0};
         },
         false},
        {[](S s, R r) {
             return K{mix({sound(s, r.family), dayEitherWay(r)}), mix({sound(s, r.given), dayEitherWay(r)})};
         },
         false},
        {[](S s, R r) {
             return K{mix({nameBegin(s, r.given, 3), nameBegin(s, r.family, 3), sector(s, r)}), 0};
         },
         false},
        {[](S s, R r) {
             return K{mix({sound(s, r.given), sound(s, r.family), district(s, r)}), 0};
         },
         false},
        {[](S s, R r) {
             return K{mix({sound(s, r.given), sound(s, r.family), monthAndDay(r)}), 0};
         },
         false},
        {[](S s, R r) {
             return K{mix({r.family, yearAndMonth(r), nameBegin(s, r.given, 1)}), 0};
         },
         false},
        {[](S s, R r) {
             return K{mix({r.given, yearAndMonth(r), nameBegin(s, r.family, 1)}), 0};
         },
         false},
        {[](S s, R r) {
             return K{mix({r.given, r.family, yearAndDay(r)}), mix({emailUser(s, r), 7U})};
         },
         false},
        {[](S s, R r) {
             return K{mix({s.home(r), 9U}), mix({r.uprn, 9U})};
         },
         true},
        {[](S, R r) {
             return K{r.family, 0};
         },
         true},
        {[](S, R r) {
             return K{r.given, 0};
         },
         true},
        {[](S, R r) {
             return K{day(r), 0};
         },
         true},
        {[](S, R r) {
             return K{r.street, 0};
         },
         true},
        {[](S, R r) {
             return K{r.postcode, 0};
         },
         true},
    };
    return rules;
}

std::uint32_t extraKey(const LinkageRecord &record, std::size_t extra)
{
    return record.extras[extra];
}

std::uint32_t splitKey(const RecordSet &set, const LinkageRecord &record, std::size_t split)
{
    switch (split) {
    case 0:
        return day(record);
    case 1:
        return record.postcode;
    case 2:
        return mix({year(record), sector(set, record)});
    default:
        return mix({sound(set, record.given), sound(set, record.family)});
    }
}

} // namespace reeve::matching
