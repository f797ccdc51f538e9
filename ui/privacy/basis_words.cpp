// SPDX-License-Identifier: MIT
#include "ui/privacy/basis_words.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(BasisWords)
};

// What a condition of Article 9(2) comes down to, on the front line.
QString conditionWords(const QString &code)
{
    if (code == "A9A"_L1)
        return Words::tr("explicit consent");
    if (code == "A9B"_L1)
        return Words::tr("needed for social care or social security");
    if (code == "A9C"_L1)
        return Words::tr("life at risk, and they cannot consent");
    if (code == "A9E"_L1)
        return Words::tr("they made it public themselves");
    if (code == "A9F"_L1)
        return Words::tr("needed for a legal claim");
    if (code == "A9G"_L1)
        return Words::tr("needed for the council's duty");
    if (code == "A9H"_L1)
        return Words::tr("needed for health or social care");
    if (code == "A9I"_L1)
        return Words::tr("needed for public health");
    if (code == "A9J"_L1)
        return Words::tr("statistics and archiving");
    return {};
}

// What a condition of Schedule 1 comes down to; some say what a condition of Article 9(2) says.
QString scheduleWords(const QString &code)
{
    static const QHash<QString, QString> sameAs{{u"S1P2"_s, u"A9H"_s},  {u"S1P3"_s, u"A9I"_s},  {u"S1P4"_s, u"A9J"_s},
                                                {u"S1P30"_s, u"A9C"_s}, {u"S1P32"_s, u"A9E"_s}, {u"S1P33"_s, u"A9F"_s}};
    if (const auto same = sameAs.constFind(code); same != sameAs.cend())
        return conditionWords(*same);
    if (code == "S1P1"_L1)
        return Words::tr("employment, social security or social protection");
    if (code == "S1P6"_L1)
        return Words::tr("a duty or power that the council has in law");
    if (code == "S1P8"_L1)
        return Words::tr("equality monitoring");
    if (code == "S1P10"_L1)
        return Words::tr("preventing or detecting unlawful acts");
    if (code == "S1P11"_L1)
        return Words::tr("protecting the public against dishonesty");
    if (code == "S1P12"_L1)
        return Words::tr("a regulator looks into unlawful acts or dishonesty");
    if (code == "S1P14"_L1)
        return Words::tr("preventing fraud");
    if (code == "S1P17"_L1)
        return Words::tr("confidential counselling or advice");
    if (code == "S1P18"_L1)
        return Words::tr("safeguarding a child or somebody at risk");
    if (code == "S1P19"_L1)
        return Words::tr("protecting the money of somebody at risk");
    if (code == "S1P23"_L1)
        return Words::tr("a councillor or member of parliament acts for them");
    if (code == "S1P24"_L1)
        return Words::tr("a councillor or member of parliament asked for it");
    if (code == "S1P29"_L1)
        return Words::tr("they consent");
    if (code == "S1P34"_L1)
        return Words::tr("a court needs it");
    if (code == "S1P36"_L1)
        return Words::tr("substantial public interest");
    if (code == "S1P37"_L1)
        return Words::tr("insurance");
    return {};
}

// The choices of the policy that comes with Reeve; a council's own ones are described by category and condition.
QString knownPreset(const QString &code)
{
    if (code == "volunteered_health"_L1)
        return Words::tr("Health: they told us");
    if (code == "health_for_council_tax"_L1)
        return Words::tr("Health: for council tax");
    if (code == "housing_benefit_disability"_L1)
        return Words::tr("Health: for housing benefit");
    if (code == "telecare"_L1)
        return Words::tr("Health: for the lifeline service");
    if (code == "social_care"_L1)
        return Words::tr("Health: for social care");
    if (code == "vital_interests"_L1)
        return Words::tr("Health: life at risk, cannot consent");
    if (code == "safeguarding"_L1)
        return Words::tr("Health: safeguarding");
    if (code == "consent_health"_L1)
        return Words::tr("Health: they consent");
    if (code == "volunteered_ethnicity"_L1)
        return Words::tr("Ethnic origin: they told us");
    if (code == "volunteered_religion"_L1)
        return Words::tr("Religion or belief: they told us");
    if (code == "volunteered_sexual_orientation"_L1)
        return Words::tr("Sexual orientation: they told us");
    if (code == "equality_monitoring"_L1)
        return Words::tr("Ethnic origin: equality monitoring");
    if (code == "criminal_volunteered"_L1)
        return Words::tr("Criminal offence: they told us");
    if (code == "criminal_safeguarding"_L1)
        return Words::tr("Criminal offence: safeguarding");
    if (code == "criminal_unlawful_acts"_L1)
        return Words::tr("Criminal offence: unlawful acts");
    return {};
}

QString citationOf(const domain::LawfulBasisPolicy &policy, const QString &condition)
{
    for (const domain::Article9Condition &known : policy.conditions()) {
        if (known.code == condition)
            return known.citation;
    }
    return condition;
}

QString scheduleCitationOf(const domain::LawfulBasisPolicy &policy, const QString &schedule1)
{
    for (const domain::Schedule1Condition &known : policy.schedule1()) {
        if (known.code == schedule1)
            return known.citation;
    }
    return schedule1;
}

} // namespace

QString categoryWords(domain::SpecialCategory category)
{
    switch (category) {
    case domain::SpecialCategory::RacialOrEthnicOrigin:
        return Words::tr("Racial or ethnic origin");
    case domain::SpecialCategory::PoliticalOpinions:
        return Words::tr("Political opinions");
    case domain::SpecialCategory::ReligiousOrPhilosophicalBeliefs:
        return Words::tr("Religious or philosophical beliefs");
    case domain::SpecialCategory::TradeUnionMembership:
        return Words::tr("Trade union membership");
    case domain::SpecialCategory::Genetic:
        return Words::tr("Genetic data");
    case domain::SpecialCategory::Biometric:
        return Words::tr("Biometric data");
    case domain::SpecialCategory::Health:
        return Words::tr("Health");
    case domain::SpecialCategory::SexLife:
        return Words::tr("Sex life");
    case domain::SpecialCategory::SexualOrientation:
        return Words::tr("Sexual orientation");
    }
    return {};
}

QString presetWords(const domain::BasisPreset &preset)
{
    if (const QString known = knownPreset(preset.code); !known.isEmpty())
        return known;
    const auto category = domain::parseSpecialCategory(preset.category);
    if (!category)
        return Words::tr("Criminal offence");
    const QString why = conditionWords(preset.condition);
    return why.isEmpty() ? categoryWords(*category)
                         : Words::tr("%1: %2", "category: why it may be held").arg(categoryWords(*category), why);
}

QString reasonWords(const domain::BasisPreset &basis)
{
    for (const QString &words : {scheduleWords(basis.schedule1), conditionWords(basis.condition)}) {
        if (!words.isEmpty())
            return words.front().toUpper() + words.mid(1);
    }
    return basis.condition.isEmpty() ? basis.schedule1 : basis.condition; // a council's own, newer than these words
}

QString basisWords(const domain::LawfulBasisPolicy &policy, const QString &condition, const QString &schedule1)
{
    QStringList citations;
    if (!condition.isEmpty())
        citations.append(citationOf(policy, condition));
    if (!schedule1.isEmpty())
        citations.append(scheduleCitationOf(policy, schedule1));
    if (citations.isEmpty())
        return Words::tr("Held under official authority");
    return Words::tr("Basis: %1").arg(citations.join(u" · "_s));
}

QString evidenceQuestion(const QString &condition)
{
    if (condition == "A9A"_L1)
        return Words::tr("How did they consent?");
    if (condition == "A9C"_L1)
        return Words::tr("Why can they not consent?");
    return Words::tr("Why is it not done by consent?");
}

} // namespace reeve::ui
