// SPDX-License-Identifier: MIT
#include "core/matching/linkage/record_set.h"

#include "core/matching/linkage/forenames.h"
#include "core/matching/linkage/parallel.h"
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

// What threads share: each counts other fields.
void RecordSet::countRecords(std::size_t part, std::size_t parts)
{
    auto count = [&, this, at = std::size_t{0}](Frequencies &frequencies, const auto &value) mutable {
        if (at++ % parts != part)
            return;
        for (const LinkageRecord &record : records)
            frequencies.count(value(record));
    };
    using Record = LinkageRecord;
    count(m_frequencies[number(MatchField::GivenName)], [](const Record &r) { return r.given; });
    count(m_frequencies[number(MatchField::FamilyName)], [](const Record &r) { return r.family; });
    count(m_frequencies[number(MatchField::MiddleName)], [](const Record &r) { return r.middle; });
    count(m_frequencies[number(MatchField::DateOfBirth)], [](const Record &r) { return dayNumber(r.born); });
    count(m_frequencies[number(MatchField::Address)], [](const Record &r) { return r.street; });
    count(m_frequencies[number(MatchField::Postcode)], [](const Record &r) { return r.postcode; });
    count(m_frequencies[number(MatchField::Email)], [](const Record &r) { return r.email; });
    count(m_frequencies[number(MatchField::Landline)], [](const Record &r) { return r.landline; });
    count(m_homes, [this](const Record &r) { return home(r); });
    count(m_frequencies[number(MatchField::NhsNumber)], [](const Record &r) { return r.nhsNumber; });
    count(m_frequencies[number(MatchField::NiNumber)], [](const Record &r) { return r.niNumber; });
    for (qsizetype i = 0; i < extraNames.size(); ++i) {
        const auto extra = static_cast<std::size_t>(i);
        count(m_frequencies[firstExtra + extra], [extra](const Record &r) { return r.extras[extra]; });
    }
    if (part != parts - 1)
        return;
    Frequencies &phone = m_frequencies[number(MatchField::Phone)];
    for (const LinkageRecord &record : records) {
        phone.count(record.phones[0]);
        phone.count(record.phones[1]);
    }
}

void RecordSet::settle(const NameVariants &variants, std::int64_t people, unsigned threads)
{
    inParallel(threads, threads, [&](unsigned part, std::size_t, std::size_t) { countRecords(part, threads); });
    for (Frequencies &frequencies : m_frequencies)
        frequencies.settle(people);
    m_homes.settle(people);
    settleUncounted(variants);
}

void RecordSet::settleUncounted(const NameVariants &variants)
{
    m_sounds.resize(names.size());
    m_givenNames.resize(names.size());
    for (TextPool::Number name = 1; name < names.size(); ++name) {
        const std::u16string_view text = names.text(name);
        m_sounds[name] = soundNumber(text);
        m_givenNames[name] = variants.isGivenName({text.data(), static_cast<qsizetype>(text.size())});
    }
    m_given = variantsOf(variants, Kind::Given);
    m_family = variantsOf(variants, Kind::Family);
    m_petForms = variantsOf(variants, Kind::PetForms);
    readStreets();
    readPostcodes();
}

void RecordSet::readStreets()
{
    TextPool words;
    m_streetBegins.assign(1, 0);
    m_streetWords.clear();
    for (TextPool::Number street = 0; street < streets.size(); ++street) {
        std::u16string_view text = streets.text(street);
        const auto first = static_cast<std::ptrdiff_t>(m_streetWords.size());
        while (!text.empty()) {
            const std::size_t end = text.find(u' ');
            m_streetWords.push_back(words.add(text.substr(0, end)));
            text = end == std::u16string_view::npos ? std::u16string_view() : text.substr(end + 1);
        }
        std::sort(m_streetWords.begin() + first, m_streetWords.end());
        m_streetWords.erase(std::unique(m_streetWords.begin() + first, m_streetWords.end()), m_streetWords.end());
        m_streetBegins.push_back(static_cast<std::uint32_t>(m_streetWords.size()));
    }
}

void RecordSet::readPostcodes()
{
    TextPool parts;
    const auto isLetter = [](char16_t c) { return c >= u'a'; };
    m_postcodes.assign(postcodes.size(), {});
    for (TextPool::Number code = 1; code < postcodes.size(); ++code) {
        const std::u16string_view text = postcodes.text(code);
        Postcode &postcode = m_postcodes[code];
        const bool isLong = text.size() >= 5 && text.size() <= 7 && isLetter(text.back());
        postcode.isBritish = isLong && isLetter(text.front()) && !isLetter(text[text.size() - 3]);
        if (text.size() < 4)
            continue;
        postcode.district = parts.add(text.substr(0, isLong ? text.size() - 3 : 3));
        postcode.sector = parts.add(text.substr(0, isLong ? text.size() - 2 : text.size()));
    }
}

RecordSet::Variants RecordSet::variantsOf(const NameVariants &variants, Kind kind) const
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
        switch (kind) {
        case Kind::Family:
            add(variants.familySpellings(key));
            break;
        case Kind::Given:
            add(variants.nicknames(key));
            add(variants.givenSpellings(key));
            break;
        case Kind::PetForms:
            add(petFormsOf(key, variants));
            break;
        }
        std::sort(result.others.begin() + first, result.others.end());
        result.begins.push_back(static_cast<std::uint32_t>(result.others.size()));
    }
    return result;
}

bool RecordSet::Variants::has(TextPool::Number a, TextPool::Number b) const
{
    return begins[a] != begins[a + 1] &&
           std::binary_search(others.begin() + begins[a], others.begin() + begins[a + 1], b);
}

bool RecordSet::areVariants(TextPool::Number a, TextPool::Number b, bool isFamily) const
{
    return (isFamily ? m_family : m_given).has(a, b);
}

} // namespace reeve::matching
