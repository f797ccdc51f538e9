// SPDX-License-Identifier: MIT
#include "core/services/sample/sample_person.h"

#include "core/services/sample/community.h"
#include "core/services/sample/household.h"
#include "core/services/sample/pet_names.h"
#include "core/services/sample/places.h"
#include "core/services/sample/reserved_contacts.h"
#include "core/services/sample/sample_id.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

using domain::MaritalStatus;
using domain::PartialDate;
using domain::Person;

constexpr int censusYear = 2026;

// Fills in one person, part by part, all from the same throw of dice.
class Portrait
{
public:
    Portrait(quint64 seed, qint64 n)
        : m_seed(seed),
          m_dwelling(dwellingOf(seed, n)),
          m_self(m_dwelling.self()),
          m_age(censusYear - m_self.born.year() - 1),
          m_dice(seed, Stream::Person, static_cast<quint64>(n))
    {
        m_person.id = samplePersonId(seed, n);
        m_person.externalId = u"EX"_s + QString::number(n).rightJustified(7, u'0');
        m_person.isDemo = true;
    }

    Person paint()
    {
        paintName();
        paintDates();
        paintStatus();
        paintContacts();
        paintAddresses();
        paintRelationships();
        paintNeeds();
        paintReferences();
        return std::move(m_person);
    }

private:
    [[nodiscard]] const Household &household() const { return m_dwelling.household; }
    [[nodiscard]] Community::Naming naming() const { return community(household().community).naming; }
    [[nodiscard]] bool isAdult() const { return m_age >= 18; }
    [[nodiscard]] bool isFemale() const { return m_self.sex == Sex::Female; }

    void paintName()
    {
        auto &name = m_person.name;
        name.given = m_self.given;
        name.family = m_self.family;
        if (naming() == Community::Naming::Sikh && m_dice.percent(80))
            name.middle = isFemale() ? u"Kaur"_s : u"Singh"_s;
        else if (m_dice.percent(naming() == Community::Naming::British ? 58 : 22))
            name.middle = pickGiven(household().community, m_self.sex, m_self.born.year() - 25, m_dice);
        if (m_dice.percent(naming() == Community::Naming::OwnSurname ? 2.5 : 0.05)) { // a single name
            name.middle.clear();
            (m_dice.percent(50) ? name.given : name.family).clear();
        }
        if (isAdult() && m_dice.percent(62))
            name.title = title();
        if (!name.given.isEmpty() && m_dice.percent(12))
            m_person.knownAs = shortNameOf(name.given, m_dice);
        if (m_person.knownAs.isEmpty() && !name.middle.isEmpty() && m_dice.percent(3))
            m_person.knownAs = name.middle;
        if (!m_self.familyBefore.isEmpty() && m_dice.percent(60))
            m_person.formerNames.push_back({u"1"_s, {{}, m_self.given, {}, m_self.familyBefore}});
    }

    QString title()
    {
        if (m_dice.percent(3))
            return m_dice.percent(80) ? u"Dr"_s : u"Rev"_s;
        if (m_dice.percent(0.4))
            return u"Mx"_s;
        if (!isFemale())
            return u"Mr"_s;
        if (isPartnered() && m_dice.percent(70))
            return u"Mrs"_s;
        return m_dice.percent(m_age < 45 ? 55 : 30) ? u"Ms"_s : u"Miss"_s;
    }

    [[nodiscard]] bool isPartnered() const
    {
        return household().isMarried && (m_self.place == Place::Head || m_self.place == Place::Partner);
    }

    void paintDates()
    {
        if (m_dice.percent(1.5)) // never told
            return;
        const auto iso = [&](const QString &text) { m_person.dateOfBirth = PartialDate::parseIso(text).value(); };
        if (m_age > 60 && m_dice.percent(1.5))
            iso((m_dice.percent(50) ? u"~"_s : QString()) + QString::number(m_self.born.year()));
        else if (m_dice.percent(0.4))
            iso(m_self.born.toString(u"yyyy-MM"_s));
        else
            m_person.dateOfBirth = PartialDate::fromDate(m_self.born).value();

        if (m_age >= 62 && m_dice.percent(m_age > 85 ? 9 : 2)) {
            const QDate died = QDate(censusYear - 1, 12, 31).addDays(-static_cast<qint64>(m_dice.below(1800)));
            m_person.dateOfDeath = PartialDate::fromDate(died).value();
        }
    }

    void paintStatus()
    {
        if (!isAdult() || m_dice.percent(30))
            return;
        const bool isSameSex =
            household().members.size() > 1 && household().members[0].sex == household().members[1].sex;
        if (m_dice.percent(2))
            m_person.maritalStatus = MaritalStatus::PreferNotToSay;
        else if (isPartnered())
            m_person.maritalStatus =
                m_dice.percent(isSameSex ? 35 : 1) ? MaritalStatus::CivilPartnership : MaritalStatus::Married;
        else if (m_age > 68 && m_dice.percent(62))
            m_person.maritalStatus = MaritalStatus::Widowed;
        else if (m_age > 38 && m_dice.percent(42))
            m_person.maritalStatus = m_dice.percent(85) ? MaritalStatus::Divorced : MaritalStatus::SeparatedMarried;
        else
            m_person.maritalStatus = MaritalStatus::NeverMarried;
    }

    void paintContacts()
    {
        // The landline is the household's: everyone in it has the same.
        Dice shared(m_seed, Stream::Contact, household().number);
        const bool hasLandline = shared.percent(household().members[0].born.year() < 1965 ? 78 : 30);
        const ToldNumber landline = landlineNumber(shared);
        if (isAdult() && m_dice.percent(m_age > 75 ? 62 : 90))
            addPhone(mobileNumber(m_dice), u"mobile"_s);
        if (hasLandline && (isAdult() || m_dice.percent(15)))
            addPhone(landline, u"home"_s);
        if (isAdult() && m_dice.percent(m_age > 75 ? 34 : 68)) {
            const QString address = emailAddress(m_self.given, m_self.family, personNumber(), m_dice);
            domain::ContactPoint email{nextKey(), domain::ContactKind::Email, address, address, {}, false, true, {}};
            m_person.contactPoints.push_back(std::move(email));
        }
        if (m_person.contactPoints.size() > 1 && m_dice.percent(35))
            m_person.contactPoints[m_dice.below(static_cast<quint32>(m_person.contactPoints.size()))].preferred = true;
    }

    void addPhone(const ToldNumber &number, const QString &label)
    {
        domain::ContactPoint phone;
        phone.key = nextKey();
        phone.value = number.told;
        phone.normalised = number.e164;
        phone.label = label;
        phone.safeToLeaveMessage = !m_dice.percent(4);
        if (m_dice.percent(40)) {
            const QDate confirmed = QDate(censusYear - 1, 12, 31).addDays(-static_cast<qint64>(m_dice.below(900)));
            constexpr qint64 day = 86'400'000;
            phone.confirmedAt = fromMilliseconds((confirmed.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * day +
                                                 m_dice.between(8, 17) * 3'600'000);
        }
        m_person.contactPoints.push_back(std::move(phone));
    }

    void paintAddresses()
    {
        if (m_self.place == Place::Head && household().members.size() == 1 && m_dice.percent(1)) {
            m_person.addresses.push_back({u"1"_s, domain::AddressUse::Home, u"no fixed abode"_s, {}, {}, {}, {}, {}});
            return;
        }
        m_person.addresses.push_back(addressOf(m_seed, household().number));
        if (isAdult() && m_dice.percent(14)) {
            auto before = formerAddressOf(m_seed, m_dice.next());
            before.key = u"2"_s;
            before.to = PartialDate::parseIso(QString::number(m_dice.between(censusYear - 12, censusYear - 1))).value();
            m_person.addresses.push_back(std::move(before));
        }
    }

    // Only to those with a lower number: they exist, however many people there are.
    void paintRelationships()
    {
        using domain::RelationshipKind;
        for (std::size_t i = 0; i < m_dwelling.index; ++i) {
            const Member &other = household().members[i];
            const bool isParent = other.place == Place::Head || other.place == Place::Partner;
            std::optional<RelationshipKind> kind;
            if (m_self.place == Place::Partner && other.place == Place::Head)
                kind = RelationshipKind::Partner;
            else if (m_self.place == Place::Child && isParent)
                kind = RelationshipKind::Parent;
            else if (m_self.place == Place::Child && other.place == Place::Child)
                kind = RelationshipKind::Sibling;
            else if (m_self.place == Place::Grandparent && other.place == Place::Head)
                kind = RelationshipKind::Child;
            if (!kind || !m_dice.percent(70))
                continue;
            domain::Relationship relationship;
            relationship.key = QString::number(m_person.relationships.size() + 1);
            relationship.kind = *kind;
            relationship.other = samplePersonId(m_seed, other.n);
            if (*kind == RelationshipKind::Parent && !isAdult())
                relationship.authority = domain::Authority::ParentalResponsibility;
            m_person.relationships.push_back(std::move(relationship));
        }
        if (m_age > 78 && household().members.size() == 1 && m_dice.percent(35)) {
            domain::Relationship daughter;
            daughter.key = u"1"_s;
            daughter.kind = RelationshipKind::Child;
            daughter.nameAsTold = givenNames(Sex::Female, m_self.born.year() + 28).pick(m_dice) + u", daughter"_s;
            if (m_dice.percent(45)) {
                daughter.authority = domain::Authority::LastingPowerProperty;
                daughter.evidence = u"certified copy seen"_s;
            }
            m_person.relationships.push_back(std::move(daughter));
        }
    }

    void paintNeeds()
    {
        static constexpr std::array needs = {
            u"large print",
            u"speak slowly and clearly",
            u"uses a hearing loop",
            u"text relay",
            u"BSL interpreter",
            u"Easy Read",
            u"longer appointments",
            u"audio",
            u"phone rather than e-mail",
            u"a family member may interpret",
            u"lip reads",
            u"letters on yellow paper",
        };
        static constexpr std::array preferences = {u"phone, mornings", u"phone, after 4 pm", u"e-mail",
                                                   u"letter",          u"text message",      u"not on Fridays"};
        if (m_dice.percent(m_age > 75 ? 14 : 3))
            m_person.communicationNeeds = QString::fromUtf16(m_dice.oneOf(needs));
        if (isAdult() && m_dice.percent(9))
            m_person.contactPreference = QString::fromUtf16(m_dice.oneOf(preferences));
        const QString own = QString::fromUtf16(community(household().community).language);
        if (own != u"en" && m_dice.percent(own == u"cy" ? 45 : 18))
            m_person.preferredLanguage = own;
        else if (m_dice.percent(20))
            m_person.preferredLanguage = m_dice.percent(4) ? u"cy"_s : u"en"_s;
    }

    void paintReferences()
    {
        static constexpr std::array outcomes = {u"direct debit set up", u"direct debit set up", u"paid up to date",
                                                u"instalment missed", u"reminder sent"};
        if (m_age > 70 && m_dice.percent(9)) {
            m_person.roles.push_back(domain::PersonRole::ServiceUser);
            m_person.nhsNumber = nhsNumber(personNumber());
        } else if (isAdult() && m_dice.percent(1)) {
            m_person.roles = {m_dice.percent(60) ? domain::PersonRole::BusinessContact : domain::PersonRole::Visitor};
        }
        if (m_self.place == Place::Head && isAdult())
            m_person.paymentReferences.push_back({u"1"_s, u"council_tax"_s,
                                                  u"8"_s + QString::number(household().number).rightJustified(7, u'0'),
                                                  QString::fromUtf16(m_dice.oneOf(outcomes))});
        if (m_self.place == Place::Head && m_dice.percent(17))
            m_person.externalReferences.push_back(
                {u"1"_s, u"housing"_s, u"H/"_s + QString::number(household().number).rightJustified(7, u'0')});
    }

    [[nodiscard]] qint64 personNumber() const { return m_self.n; }
    [[nodiscard]] QString nextKey() const { return QString::number(m_person.contactPoints.size() + 1); }

    quint64 m_seed;
    Dwelling m_dwelling;
    const Member &m_self;
    int m_age;
    Dice m_dice;
    Person m_person;
};

} // namespace

Person samplePerson(quint64 seed, qint64 n)
{
    return Portrait(seed, n).paint();
}

} // namespace reeve::services
