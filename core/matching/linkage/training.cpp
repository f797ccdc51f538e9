// SPDX-License-Identifier: MIT
#include "core/matching/linkage/training.h"

#include "core/matching/linkage/blocking_keys.h"
#include "core/matching/linkage/parallel.h"

#include <cmath>

namespace reeve::matching {

namespace {

constexpr std::size_t enoughToTell = 500; // records
constexpr double barelyHouseholds = -0.1;
constexpr std::size_t mostStrangers = 400'000;
constexpr std::size_t fewPairs = 200;
constexpr std::size_t worthSharing = 5'000; // pairs, among threads
constexpr std::size_t mostOfBlock = 60'000;
constexpr double strangersBefore = 30'000; // what the usual model counts as, in strangers …
constexpr double pairsBefore = 100;        // … and in pairs of one person
constexpr double atHomeBefore = 60;
constexpr float leastOwn = 6.5F;
constexpr float leastOfDiffering = -8; // bits: people do change
constexpr auto same = static_cast<std::size_t>(Agreement::Same);
constexpr auto differs = static_cast<std::size_t>(Agreement::Differs);

constexpr std::size_t at(MatchField field)
{
    return static_cast<std::size_t>(field);
}

// A fixed sequence: the same file gives the same answer.
class Draw final
{
public:
    std::size_t below(std::size_t bound)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>((m_state >> 33) % bound);
    }

private:
    std::uint64_t m_state = 88172645463325252ULL;
};

// -log2 of a share, which counts as `usual` bits where little is known.
float rarityAmong(double agreeing, double known, float usual)
{
    return static_cast<float>(-std::log2((agreeing + atHomeBefore * std::exp2(-usual)) / (known + atHomeBefore)));
}

bool holds(const Evidence &pair, FieldMask fixed)
{
    for (std::size_t field = 0; field < fieldCount; ++field) {
        if ((fixed >> field & 1) != 0 && pair.agreement[field] != Agreement::Same)
            return false;
    }
    return true;
}

} // namespace

Training::Training(const RecordSet &set, Blocking &blocking, unsigned threads)
    : m_set(set),
      m_blocking(blocking),
      m_threads(threads)
{
    m_model.prior = LinkageModel::priorAmong(static_cast<std::int64_t>(set.records.size()));
}

LinkageModel Training::learn()
{
    drawStrangers();
    learnChances();

    const FieldMask given = maskOf(MatchField::GivenName);
    const FieldMask family = maskOf(MatchField::FamilyName);
    const FieldMask born = maskOf(MatchField::DateOfBirth);
    const FieldMask place = maskOf(MatchField::Postcode) | maskOf(MatchField::Address);
    m_samples.push_back(draw(ruleOfGivenAndBirth, given | born, mostOfBlock));
    m_samples.push_back(draw(ruleOfFamilyAndBirth, family | born, mostOfBlock));
    Sample names = draw(ruleOfHomeAndGiven, given | family | maskOf(MatchField::Address), mostOfBlock);
    if (names.pairs.size() < fewPairs)
        names = draw(ruleOfGivenAndPostcode, given | family | maskOf(MatchField::Postcode), mostOfBlock);
    names.fixed |= place;
    if (names.pairs.size() < fewPairs)
        names = draw(ruleOfNames, given | family, mostOfBlock);
    m_samples.push_back(std::move(names));
    m_changed = draw(ruleOfBirthAndPostcode, born | maskOf(MatchField::Postcode), mostOfBlock);
    m_changed.fixed |= place;

    m_home = draw(ruleOfHome, 0, mostOfBlock);
    std::erase_if(m_home.pairs, [](const Evidence &pair) { return !pair.isOneHome(); });
    // Without addresses, those who share a telephone number or an e-mail address tell of households.
    for (const std::size_t rule : {ruleOfPhone, ruleOfEmail}) {
        if (m_home.pairs.size() < fewPairs)
            m_home = draw(rule, 0, mostOfBlock);
    }
    m_home.fixed = sharedWithOthers;
    drawSharers();

    learnHousehold();
    for (int round = 0; round < 3; ++round) {
        learnAgreement(4);
        learnChances();
        learnHousehold();
        learnPlaces();
        learnRarity();
    }
    return m_model;
}

void Training::drawStrangers()
{
    const std::size_t records = m_set.records.size();
    const std::size_t lefts = m_set.lefts == 0 ? records : m_set.lefts;
    const std::size_t firstRight = m_set.lefts == 0 ? 0 : m_set.lefts;
    if (records < 2 || firstRight >= records)
        return;
    m_strangers.resize(std::min(mostStrangers, records * (records - 1) / 2 + 1));
    inParallel(m_threads, m_strangers.size(), [&](unsigned part, std::size_t begin, std::size_t end) {
        Draw draw;
        for (unsigned skip = 0; skip < part * 1000; ++skip)
            (void)draw.below(2);
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t left = draw.below(lefts);
            std::size_t right = firstRight + draw.below(records - firstRight);
            if (right == left)
                right = right + 1 < records ? right + 1 : 0;
            m_strangers[i] = compare(m_set, m_set.records[left], m_set.records[right]);
        }
    });
}

Training::Sample Training::draw(std::size_t rule, FieldMask fixed, std::size_t most)
{
    m_blocking.prepare(rule, m_threads);
    Sample sample;
    sample.fixed = fixed;
    const std::size_t blocks = m_blocking.blockCount();
    // Every n-th block, so that names from the whole alphabet come.
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < blocks; ++i) {
        const std::size_t size = m_blocking.block(i).size;
        pairs += size * (size - 1) / 2;
    }
    const std::size_t step = pairs / (most * 2) + 1;
    for (std::size_t i = 0; i < blocks && sample.pairs.size() < most; i += step) {
        const Blocking::Block block = m_blocking.block(i);
        for (std::size_t a = 0; a < block.size && a < 30; ++a) {
            for (std::size_t b = a + 1; b < block.size && b < 30; ++b) {
                const std::size_t left = std::min(block.records[a], block.records[b]);
                const std::size_t right = std::max(block.records[a], block.records[b]);
                if (m_set.lefts > 0 && (left >= m_set.lefts || right < m_set.lefts))
                    continue;
                const Evidence pair = compare(m_set, m_set.records[left], m_set.records[right]);
                if (holds(pair, fixed))
                    sample.pairs.push_back(pair);
            }
        }
    }
    return sample;
}

double Training::chanceOfOne(const Sample &sample, const Evidence &pair) const
{
    return probabilityOf(weigh(m_model, pair, sample.fixed).weight - m_model.prior + sample.odds);
}

std::vector<double> Training::chancesOf(const Sample &sample) const
{
    std::vector<double> chances(sample.pairs.size());
    const unsigned threads = chances.size() < worthSharing ? 1 : m_threads;
    inParallel(threads, chances.size(), [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            chances[i] = chanceOfOne(sample, sample.pairs[i]);
    });
    return chances;
}

void Training::settleOdds(Sample &sample, int rounds) const
{
    for (int round = 0; round < rounds && !sample.pairs.empty(); ++round) {
        double ones = 0;
        for (const double one : chancesOf(sample))
            ones += one;
        const double share = (ones + 0.5) / (static_cast<double>(sample.pairs.size()) + 1);
        sample.odds = std::log2(share / (1 - share));
    }
}

void Training::learnChances()
{
    Counts counts{};
    std::array<double, fieldCount> known{};
    // A random pair may be one person, in a small file full of duplicates at least.
    std::vector<double> chances(m_strangers.size());
    inParallel(m_threads, chances.size(), [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            chances[i] = 1 - probabilityOf(weigh(m_model, m_strangers[i]).weight);
    });
    for (std::size_t i = 0; i < m_strangers.size(); ++i) {
        const Evidence &pair = m_strangers[i];
        const double stranger = chances[i];
        for (std::size_t field = 0; field < fieldCount; ++field) {
            if (pair.agreement[field] == Agreement::Unknown)
                continue;
            counts[field][static_cast<std::size_t>(pair.agreement[field])] += stranger;
            known[field] += stranger;
        }
    }
    const LinkageModel usual = LinkageModel::usual();
    for (std::size_t field = 0; field < fieldCount; ++field) {
        const double before = field >= firstExtra ? 100 : strangersBefore;
        for (std::size_t how = 0; how < agreementCount; ++how) {
            const double expected = before * std::exp2(-usual.chance[field][how]);
            m_model.chance[field][how] =
                static_cast<float>(-std::log2((counts[field][how] + expected) / (known[field] + before)));
        }
    }
}

void Training::learnAgreement(int rounds)
{
    const LinkageModel usual = LinkageModel::usual();
    for (int round = 0; round < rounds; ++round) {
        Counts counts{};
        std::array<double, fieldCount> known{};
        for (Sample &sample : m_samples) {
            settleOdds(sample, 2);
            const std::vector<double> chances = chancesOf(sample);
            for (std::size_t i = 0; i < chances.size(); ++i) {
                const Evidence &pair = sample.pairs[i];
                const double one = chances[i];
                if (one < 0.01 || mayBeRelatives(pair))
                    continue;
                for (std::size_t field = 0; field < fieldCount; ++field) {
                    if (pair.agreement[field] == Agreement::Unknown || (sample.fixed >> field & 1) != 0)
                        continue;
                    counts[field][static_cast<std::size_t>(pair.agreement[field])] += one;
                    known[field] += one;
                }
            }
        }
        for (std::size_t field = 0; field < fieldCount; ++field) {
            for (std::size_t how = 0; how < agreementCount; ++how) {
                const double expected = pairsBefore * std::exp2(usual.agree[field][how]);
                m_model.agree[field][how] =
                    static_cast<float>(std::log2((counts[field][how] + expected) / (known[field] + pairsBefore)));
            }
        }
        // Where relatives were left out nothing was learned of names and dates that differ.
        if (m_model.hasHouseholds()) {
            for (const MatchField field : {MatchField::GivenName, MatchField::DateOfBirth})
                m_model.agree[at(field)][differs] = usual.agree[at(field)][differs];
        }
        for (auto &levels : m_model.agree)
            levels[differs] = std::max(levels[differs], leastOfDiffering);
        learnSwaps();
        learnMoves();
    }
}

// Twins, or parent and child of one name: the fields that are fixed leave nothing to tell them from one person by.
bool Training::mayBeRelatives(const Evidence &pair) const
{
    return m_model.hasHouseholds() && (pair.isOneHome() || pair.sharesContact()) &&
           (pair[MatchField::GivenName] == Agreement::Differs || pair[MatchField::DateOfBirth] == Agreement::Differs);
}

// First and family name change places in no block that holds one of them. Date of birth and postcode together are no
// household's either, but twins are; so from there only this is taken.
void Training::learnSwaps()
{
    settleOdds(m_changed, 2);
    double swapped = pairsBefore * 0.015;
    double all = pairsBefore;
    const std::vector<double> chances = chancesOf(m_changed);
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const Evidence &pair = m_changed.pairs[i];
        const double one = chances[i];
        if (pair[MatchField::GivenName] == Agreement::Unknown || one < 0.01)
            continue;
        all += one;
        swapped += pair[MatchField::GivenName] == Agreement::Swapped ? one : 0;
    }
    for (const MatchField field : {MatchField::GivenName, MatchField::FamilyName})
        m_model.agree[at(field)][static_cast<std::size_t>(Agreement::Swapped)] =
            static_cast<float>(std::log2(swapped / all));
}

// The parts of an address where the home is one, and where it is another.
void Training::learnMoves()
{
    const std::array<LinkageModel::Table *, 2> tables = {&m_model.agreeStayed, &m_model.agreeMoved};
    std::array<Counts, 2> counts{};
    std::array<std::array<double, fieldCount>, 2> known{};
    for (const Sample &sample : m_samples) {
        const std::vector<double> chances = chancesOf(sample);
        for (std::size_t i = 0; i < chances.size(); ++i) {
            const Evidence &pair = sample.pairs[i];
            const bool isMoved = pair[MatchField::Address] == Agreement::Differs;
            if ((!isMoved && !pair.isOneHome()) || chances[i] < 0.01 || mayBeRelatives(pair))
                continue;
            for (std::size_t field = at(MatchField::Postcode); field < fieldCount; ++field) {
                if (pair.agreement[field] == Agreement::Unknown || (sample.fixed >> field & 1) != 0)
                    continue;
                counts[isMoved ? 1 : 0][field][static_cast<std::size_t>(pair.agreement[field])] += chances[i];
                known[isMoved ? 1 : 0][field] += chances[i];
            }
        }
    }
    for (std::size_t table = 0; table < tables.size(); ++table) {
        *tables[table] = m_model.agree;
        for (std::size_t field = at(MatchField::Postcode); field < fieldCount; ++field) {
            for (std::size_t how = 1; how < agreementCount; ++how) {
                const double expected = pairsBefore * std::exp2(m_model.agree[field][how]);
                (*tables[table])[field][how] = static_cast<float>(
                    std::log2((counts[table][field][how] + expected) / (known[table][field] + pairsBefore)));
            }
        }
    }
}

// With m known, what strangers of one home share is what is left when the pairs that are one person are taken away.
void Training::learnHousehold()
{
    const LinkageModel usual = LinkageModel::usual();
    for (int round = 0; round < 3 && !m_home.pairs.empty(); ++round) {
        settleOdds(m_home, 5);
        m_model.homeOdds = m_home.odds;
        // A handful of records cannot teach that two of one home are one person: they may all be twins.
        if (m_set.records.size() < enoughToTell)
            m_model.homeOdds = std::min(m_model.homeOdds, barelyHouseholds);
        Counts counts{};
        std::array<double, fieldCount> known{};
        const std::vector<double> chances = chancesOf(m_home);
        for (std::size_t i = 0; i < chances.size(); ++i) {
            const Evidence &pair = m_home.pairs[i];
            const double strangers = 1 - chances[i];
            for (std::size_t field = 0; field < fieldCount; ++field) {
                known[field] += pair.agreement[field] == Agreement::Unknown ? 0 : strangers;
                counts[field][static_cast<std::size_t>(pair.agreement[field])] += strangers;
            }
        }
        for (std::size_t field = 0; field < fieldCount; ++field) {
            // Where hardly two strangers share a home, a home says nothing about what else strangers share.
            for (std::size_t how = 1; how < agreementCount; ++how)
                m_model.atHome[field][how] =
                    m_model.hasHouseholds() ? rarityAmong(counts[field][how], known[field], usual.atHome[field][how])
                                            : m_model.chance[field][how];
            // Whatever it looks like, few of a household have one first name or one date of birth.
            if (field == at(MatchField::GivenName) || field == at(MatchField::DateOfBirth))
                m_model.atHome[field][same] = std::max(m_model.atHome[field][same], leastOwn);
        }
    }
}

} // namespace reeve::matching
