// SPDX-License-Identifier: MIT
#include "core/services/person/same_keys.h"

#include "core/services/person/card_facts.h"

#include <QVarLengthArray>

#include <algorithm>
#include <initializer_list>

namespace reeve::services {

namespace {

using matching::SearchCard;
using matching::SearchField;

quint64 mixed(quint64 hash)
{
    hash ^= hash >> 31;
    hash *= 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

quint64 hashOf(std::string_view text)
{
    return text.empty() ? 0 : std::hash<std::string_view>{}(text) | 1U;
}

struct Key
{
    quint64 hash = 0;
    bool isContact = false; // what a home or an office may share
};
using Keys = QVarLengthArray<Key, 16>;

class KeyMaker final
{
public:
    explicit KeyMaker(Keys &keys) : m_keys(keys) {}

    // No key where a part of it is not known.
    void add(SearchField field, std::initializer_list<quint64> parts, bool isContact = false)
    {
        ++m_kind; // by what it stands for: two kinds are never one key
        quint64 hash = static_cast<quint64>(field);
        for (const quint64 part : parts) {
            if (part == 0)
                return;
            hash = mixed(hash + part);
        }
        m_keys.append({mixed(hash + m_kind), isContact});
    }
    void nextCode() noexcept { m_kind = 0; }

private:
    Keys &m_keys;
    quint64 m_kind = 0;
};

Keys keysOf(const SearchCard &card, const CardFacts &says)
{
    const quint64 given = hashOf(says.given);
    const quint64 family = hashOf(says.family);
    Keys keys;
    KeyMaker maker(keys);
    for (const SearchCard::Code &code : card.codes) {
        maker.nextCode();
        switch (code.field) {
        case SearchField::NhsNumber:
        case SearchField::NiNumber:
            maker.add(code.field, {code.key});
            break;
        case SearchField::Phone:
        case SearchField::EmailWhole:
            maker.add(code.field, {code.key, given}, true);
            maker.add(code.field, {code.key, says.bornEitherWay()}, true);
            break;
        case SearchField::Postcode:
            maker.add(code.field, {code.key, says.bornEitherWay()});
            maker.add(code.field, {code.key, given, family});
            break;
        case SearchField::Born:
            maker.add(code.field, {code.key, family});
            maker.add(code.field, {code.key, given, hashOf(says.familySound)});
            break;
        default:
            break;
        }
    }
    return keys;
}

} // namespace

SameKeys::Facts SameKeys::factsOf(const CardFacts &card)
{
    const auto shortened = [](quint64 value) {
        return value == 0 ? 0U : static_cast<quint32>(mixed(value) >> 32) | 1U;
    };
    return {shortened(hashOf(card.given)), shortened(hashOf(card.family)), shortened(card.postcode),
            shortened(card.yearOfBirth), shortened(card.dayOfBirth)};
}

std::vector<quint32> SameKeys::add(quint32 number, const SearchCard &card)
{
    const CardFacts says(card);
    if (m_facts.empty())
        m_firstNumber = number;
    m_facts.resize(number - m_firstNumber);
    m_facts.push_back(factsOf(says));
    const Facts &own = m_facts.back();

    const auto differ = [](quint32 left, quint32 right) { return left != 0 && right != 0 && left != right; };
    // Nothing else that both say is the same. Two of whom only the year is known were not born on the same day.
    const auto isStranger = [&](const Facts &other) {
        const bool isOtherDay = own.day == 0 || other.day == 0 || own.day != other.day;
        return differ(own.family, other.family) && differ(own.postcode, other.postcode) &&
               differ(own.year, other.year) && isOtherDay;
    };
    // Who says the very same is found however many have the key.
    const auto isTheVerySame = [&](const Facts &other) {
        return own.given == other.given && own.family == other.family && own.year == other.year && own.day == other.day;
    };

    const Keys keys = keysOf(card, says);
    for (const Key &key : keys)
        m_blocks.expect(key.hash);
    std::vector<quint32> found;
    for (const Key &key : keys) {
        const KeyBlocks::Block block = m_blocks.add(key.hash, number - m_firstNumber);
        for (const quint32 held : block.numbers()) {
            const quint32 other = held + m_firstNumber;
            if (other == number || found.size() == most ||
                std::find(found.cbegin(), found.cend(), other) != found.cend())
                continue;
            if (block.isFull() ? isTheVerySame(factsOf(other)) : !key.isContact || !isStranger(factsOf(other)))
                found.push_back(other);
        }
    }
    return found;
}

} // namespace reeve::services
