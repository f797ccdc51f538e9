// SPDX-License-Identifier: MIT
#include "core/matching/linkage/record_set.h"

#include "core/matching/linkage/person_match.h"
#include "core/matching/search/sound_key.h"

#include <algorithm>

namespace reeve::matching {

namespace {

constexpr std::int32_t firstYear = 1500;
constexpr std::int32_t lastYear = 2100;

constexpr std::size_t number(MatchField field)
{
    return static_cast<std::size_t>(field);
}
// The key of a sound as a number; 0 for none.
std::uint32_t soundNumber(std::u16string_view name)
{
    const std::string key =
        soundKey(QString::fromUtf16(name.data(), static_cast<qsizetype>(name.size())).toStdString());
    std::uint32_t number = 2166136261U;
    for (const char c : key)
        number = (number ^ static_cast<unsigned char>(c)) * 16777619U;
    return key.empty() ? 0 : number | 1U;
}
static_assert(number(MatchField::NiNumber) + 1 == firstExtra);

} // namespace

TextPool::Number RecordSet::dayNumber(std::int32_t date)
{
    const std::int32_t year = std::clamp(date / 10'000, firstYear, lastYear) - firstYear;
    return date == 0 ? 0 : static_cast<TextPool::Number>(year * 400 + date / 100 % 100 * 31 + date % 100 + 1);
}

// Two numbers become one by a mix that hardly ever meets itself; a meeting only makes a home look less rare.
TextPool::Number RecordSet::home(const LinkageRecord &record) const
{
    if (record.street == 0 || record.number == 0)
        return 0;
    const std::uint64_t mixed = (std::uint64_t{record.street} << 24 ^ record.number) * 0x9e3779b97f4a7c15ULL;
    return static_cast<TextPool::Number>(mixed >> 42) + 1; // one of four million
}

void RecordSet::countRecord(const LinkageRecord &record)
{
    m_frequencies[number(MatchField::GivenName)].count(record.given);
    m_frequencies[number(MatchField::MiddleName)].count(record.middle);
    m_frequencies[number(MatchField::FamilyName)].count(record.family);
    m_frequencies[number(MatchField::DateOfBirth)].count(dayNumber(record.born));
    m_frequencies[number(MatchField::Address)].count(record.street);
    m_frequencies[number(MatchField::Postcode)].count(record.postcode);
    for (const TextPool::Number phone : record.phones)
        m_frequencies[number(MatchField::Phone)].count(phone);
    m_frequencies[number(MatchField::Landline)].count(record.landline);
    m_frequencies[number(MatchField::Email)].count(record.email);
    m_frequencies[number(MatchField::NhsNumber)].count(record.nhsNumber);
    m_frequencies[number(MatchField::NiNumber)].count(record.niNumber);
    for (std::size_t i = 0; i < mostExtras; ++i)
        m_frequencies[firstExtra + i].count(record.extras[i]);
    m_homes.count(home(record));
}

void RecordSet::settle(const NameVariants &variants, std::int64_t people)
{
    for (const LinkageRecord &record : records)
        countRecord(record);
    for (Frequencies &frequencies : m_frequencies)
        frequencies.settle(people);
    m_homes.settle(people);
    settleUncounted(variants);
}

void RecordSet::settleUncounted(const NameVariants &variants)
{
    m_sounds.resize(names.size());
    for (TextPool::Number name = 1; name < names.size(); ++name)
        m_sounds[name] = soundNumber(names.text(name));
    m_given = variantsOf(variants, false);
    m_family = variantsOf(variants, true);
}

RecordSet::Variants RecordSet::variantsOf(const NameVariants &variants, bool isFamily) const
{
    Variants result;
    result.begins.reserve(names.size() + 1);
    result.begins.push_back(0);
    for (TextPool::Number name = 0; name < names.size(); ++name) {
        const std::u16string_view text = names.text(name);
        const QString key = QString::fromUtf16(text.data(), static_cast<qsizetype>(text.size()));
        const auto first = static_cast<std::ptrdiff_t>(result.others.size());
        const auto add = [&](const QStringList &others) {
            for (const QString &other : others) {
                const auto found =
                    names.find({other.utf16() == nullptr ? u"" : reinterpret_cast<const char16_t *>(other.utf16()),
                                static_cast<std::size_t>(other.size())});
                if (found != 0)
                    result.others.push_back(found);
            }
        };
        if (isFamily) {
            add(variants.familySpellings(key));
        } else {
            add(variants.nicknames(key));
            add(variants.givenSpellings(key));
        }
        std::sort(result.others.begin() + first, result.others.end());
        result.begins.push_back(static_cast<std::uint32_t>(result.others.size()));
    }
    return result;
}

bool RecordSet::areVariants(TextPool::Number a, TextPool::Number b, bool isFamily) const
{
    const Variants &variants = isFamily ? m_family : m_given;
    return std::binary_search(variants.others.begin() + variants.begins[a],
                              variants.others.begin() + variants.begins[a + 1], b);
}

} // namespace reeve::matching
