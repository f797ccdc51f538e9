// SPDX-License-Identifier: MIT
#include "core/services/sample/household.h"

#include "core/services/sample/community.h"

#include <algorithm>

namespace reeve::services {

namespace {

constexpr qint64 blockSize = 12;
// Ages are as on this day. A fixed one: a person must not change with the day they are generated on.
const QDate census(2026, 1, 1);

// Sizes of households as in the 2021 Census: 30 % of one, 34 % of two, 16 % of three, 13 % of four, 7 % of more.
int pickSize(Dice &dice)
{
    const quint32 point = dice.below(100);
    if (point < 30)
        return 1;
    if (point < 64)
        return 2;
    if (point < 80)
        return 3;
    if (point < 93)
        return 4;
    return point < 98 ? 5 : 6;
}

QDate bornAtAge(int age, Dice &dice)
{
    return census.addYears(-age).addDays(-static_cast<qint64>(dice.below(365)) - 1);
}

// Of those who run a household; older people live alone or as a couple more often.
int headAge(int size, Dice &dice)
{
    if (size >= 3)
        return dice.percent(85) ? dice.between(26, 54) : dice.between(20, 70);
    if (dice.percent(45))
        return dice.between(60, 84);
    return dice.percent(8) ? dice.between(85, 103) : dice.between(18, 60);
}

Sex other(Sex sex)
{
    return sex == Sex::Female ? Sex::Male : Sex::Female;
}

Sex anySex(Dice &dice)
{
    return dice.percent(50) ? Sex::Female : Sex::Male;
}

// Makes the members of one household, first the head.
class Family
{
public:
    Family(quint64 seed, Household &household, int size)
        : m_dice(seed, Stream::Household, household.number),
          m_household(household),
          m_size(size)
    {
        household.community = pickCommunity(m_dice);
        m_surname = pickSurname(household.community, m_dice);
        m_ownSurnames = community(household.community).naming == Community::Naming::OwnSurname;
    }

    void make()
    {
        const bool areSharers = m_size >= 2 && m_dice.percent(m_size == 2 ? 8 : 4);
        const int age = areSharers ? m_dice.between(19, 34) : headAge(m_size, m_dice);
        add(Place::Head, anySex(m_dice), age, m_surname);
        if (areSharers) {
            while (size() < m_size)
                add(Place::Sharer, anySex(m_dice), m_dice.between(19, 36), pickSurname(m_household.community, m_dice));
            return;
        }
        if (m_size >= 2 && m_dice.percent(m_size == 2 ? 78 : 84))
            addPartner(age);
        while (size() < m_size)
            addChildOrGrandparent(age);
    }

private:
    [[nodiscard]] int size() const { return static_cast<int>(m_household.members.size()); }

    void addPartner(int headAge)
    {
        const Sex headSex = m_household.members[0].sex;
        const Sex sex = m_dice.percent(3) ? headSex : other(headSex);
        const int age = std::clamp(headAge + m_dice.between(-6, 5), 18, 102);
        m_household.isMarried = m_dice.percent(headAge < 30 ? 30 : 76);

        const bool keepsName = !m_household.isMarried ? !m_dice.percent(5) : m_dice.percent(headAge < 45 ? 25 : 8);
        const QString own = pickSurname(m_household.community, m_dice);
        Member &partner = add(Place::Partner, sex, age, keepsName || m_ownSurnames ? own : m_surname);
        if (m_ownSurnames || own == m_surname)
            return;
        if (keepsName) {
            if (m_dice.percent(14)) { // double-barrelled
                partner.familyBefore = partner.family;
                partner.family += u'-' + m_surname;
            }
            return;
        }
        // The wife's name changes more often than the husband's: whoever is the woman had another before.
        Member &changed = sex == Sex::Male && headSex == Sex::Female ? m_household.members[0] : partner;
        changed.familyBefore = borneBy(changed.sex, m_household.community, own);
    }

    void addChildOrGrandparent(int headAge)
    {
        if (headAge >= 30 && headAge <= 60 && size() >= 3 && m_dice.percent(9)) {
            add(Place::Grandparent, m_dice.percent(65) ? Sex::Female : Sex::Male, headAge + m_dice.between(22, 34),
                m_surname);
            return;
        }
        const int oldest = std::max(0, std::min(headAge - 18, 34));
        const int youngest = std::max(0, headAge - 46);
        const Sex sex = anySex(m_dice);
        Member &child = add(Place::Child, sex, m_dice.between(std::min(youngest, oldest), oldest), m_surname);
        const auto &members = m_household.members;
        const Member &before = members[members.size() - 2];
        if (before.place == Place::Child && m_dice.percent(4))
            child.born = before.born; // twins
        const auto parent = std::find_if(members.begin(), members.end() - 1, [&](const Member &m) {
            return m.sex == sex && (m.place == Place::Head || m.place == Place::Partner);
        });
        if (parent != members.end() - 1 && m_dice.percent(sex == Sex::Male ? 2.5 : 0.5))
            child.given = parent->given; // named after father or mother
    }

    Member &add(Place place, Sex sex, int age, const QString &surname)
    {
        Member member;
        member.n = static_cast<qint64>(m_household.number) + size();
        member.place = place;
        member.sex = sex;
        member.born = bornAtAge(age, m_dice);
        member.given = pickGiven(m_household.community, sex, member.born.year(), m_dice);
        member.family = borneBy(sex, m_household.community,
                                m_ownSurnames && place != Place::Head && m_dice.percent(55)
                                    ? pickSurname(m_household.community, m_dice)
                                    : surname);
        m_household.members.push_back(std::move(member));
        return m_household.members.back();
    }

    Dice m_dice;
    Household &m_household;
    int m_size;
    QString m_surname;
    bool m_ownSurnames = false;
};

} // namespace

Dwelling dwellingOf(quint64 seed, qint64 n)
{
    const qint64 block = n / blockSize;
    Dice dice(seed, Stream::Block, static_cast<quint64>(block));
    qint64 first = block * blockSize;
    const qint64 end = first + blockSize;
    int size = 0;
    for (;; first += size) {
        size = static_cast<int>(std::min<qint64>(pickSize(dice), end - first));
        if (n < first + size)
            break;
    }

    Dwelling dwelling;
    dwelling.household.number = static_cast<quint64>(first);
    dwelling.household.members.reserve(static_cast<std::size_t>(size));
    dwelling.index = static_cast<std::size_t>(n - first);
    Family(seed, dwelling.household, size).make();
    return dwelling;
}

} // namespace reeve::services
