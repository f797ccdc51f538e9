// SPDX-License-Identifier: MIT
#include "core/services/sample/sample_council.h"

#include "core/services/sample/sample_id.h"
#include "core/services/sample/sample_person.h"
#include "core/services/sample/story.h"

#include <algorithm>

namespace reeve::services {

namespace {

using domain::Interaction;

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;
constexpr int longestAgo = 730; // days
constexpr quint32 recordsEach = 16;

domain::Channel pickChannel(Dice &dice)
{
    const quint32 point = dice.below(100);
    if (point < 64)
        return domain::Channel::Phone;
    if (point < 80)
        return domain::Channel::Email;
    if (point < 91)
        return domain::Channel::FaceToFace;
    return point < 97 ? domain::Channel::Web : domain::Channel::Letter;
}

// How many, with this mean: like waiting times, most people have none or one and a few have many.
int countOf(double mean, Dice &dice)
{
    constexpr int most = 40;
    const auto goOn = static_cast<quint32>(100'000.0 * std::max(0.0, mean) / (1.0 + std::max(0.0, mean)));
    int count = 0;
    while (count < most && dice.below(100'000) < goOn)
        ++count;
    return count;
}

// Writes the past of one person.
class Chronicle
{
public:
    Chronicle(const SampleSize &size, Instant today, qint64 n)
        : m_size(size),
          m_today(toMilliseconds(today) / day * day),
          m_n(n),
          m_person(samplePerson(size.seed, n)),
          m_dice(size.seed, Stream::Interaction, static_cast<quint64>(n))
    {}

    std::vector<Interaction> write()
    {
        std::vector<int> daysAgo(static_cast<std::size_t>(countOf(m_size.interactionsPerPerson, m_dice)));
        for (int &ago : daysAgo)
            ago = m_dice.between(1, longestAgo);
        std::sort(daysAgo.begin(), daysAgo.end(), std::greater());

        std::vector<Interaction> all;
        all.reserve(daysAgo.size());
        for (const int ago : daysAgo)
            all.push_back(one(static_cast<quint32>(all.size()), ago));
        // Two on one day may have come out the wrong way round.
        std::stable_sort(all.begin(), all.end(),
                         [](const Interaction &a, const Interaction &b) { return a.startedAt < b.startedAt; });
        return all;
    }

private:
    Interaction one(quint32 number, int daysAgo)
    {
        m_record = 1 + number * recordsEach;
        const Story &story = pickStory(m_dice);
        Interaction written;
        written.channel = pickChannel(m_dice);
        written.direction = m_dice.percent(8) ? domain::Direction::Outbound : domain::Direction::Inbound;
        written.startedAt = fromMilliseconds(m_today - daysAgo * day + m_dice.between(8 * 60, 17 * 60) * minute +
                                             m_dice.below(static_cast<quint32>(minute)));
        written.endedAt = written.startedAt + std::chrono::seconds(m_dice.between(70, 900));
        written.id = nextId<domain::InteractionTag>(written.startedAt);
        written.person = m_person.id;
        if (written.channel == domain::Channel::Phone && !m_person.contactPoints.empty() &&
            m_person.contactPoints.front().kind == domain::ContactKind::Phone && !m_dice.percent(15))
            written.callerNumber = m_person.contactPoints.front().normalised;
        written.reasons.push_back(QString::fromUtf16(story.reason));
        if (m_dice.percent(9)) {
            const QString second = QString::fromUtf16(pickStory(m_dice).reason);
            if (second != written.reasons.front())
                written.reasons.push_back(second);
        }
        written.disposition = dispositionOf(story, m_dice);
        written.parties.push_back(party(written.startedAt));
        const bool inWelsh = m_person.preferredLanguage == u"cy" && m_dice.percent(60);
        written.notes.push_back(
            {nextId<domain::NoteTag>(*written.endedAt), noteOf(story, inWelsh, m_dice), *written.endedAt});
        confide(written);
        return written;
    }

    domain::Party party(Instant at)
    {
        domain::Party party{nextId<domain::PartyTag>(at), domain::PartyRole::Caller, m_person.id, {}};
        if (!m_person.relationships.empty() && m_dice.percent(40)) {
            const auto &relative = m_person.relationships.front();
            party.role = domain::PartyRole::Family;
            party.person = relative.other;
            party.nameAsTold = relative.nameAsTold;
        }
        return party;
    }

    void confide(Interaction &written)
    {
        const Confidence *const told = pickConfidence(written.reasons.front(), m_dice);
        if (told == nullptr)
            return;
        const auto id = nextId<domain::RestrictedItemTag>(*written.endedAt);
        const auto text = [](const char16_t *words) { return QString::fromUtf16(words); };
        if (const auto category = domain::parseSpecialCategory(QStringView(told->category)))
            written.specialCategory.push_back({id, written.id, written.person, *category, text(told->condition),
                                               text(told->schedule1), text(told->evidence), text(told->detail),
                                               *written.endedAt});
        else
            written.criminalOffence.push_back({id, written.id, written.person, text(told->schedule1), false,
                                               text(told->evidence), text(told->detail), *written.endedAt});
    }

    template <typename Tag>
    Id<Tag> nextId(Instant at)
    {
        return sampleId<Tag>(m_size.seed, at, m_n, m_record++);
    }

    const SampleSize &m_size;
    qint64 m_today; // its midnight
    qint64 m_n;
    domain::Person m_person;
    Dice m_dice;
    quint32 m_record = 0; // of this person; record 0 is the person
};

} // namespace

SampleCouncil::SampleCouncil(const SampleSize &size, Instant today) : m_size(size), m_today(today) {}

domain::Person SampleCouncil::person(qint64 n) const
{
    return samplePerson(m_size.seed, n);
}

std::vector<Interaction> SampleCouncil::interactionsOf(qint64 n) const
{
    return Chronicle(m_size, m_today, n).write();
}

} // namespace reeve::services
