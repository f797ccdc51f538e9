// SPDX-License-Identifier: MIT
#include "ui/duplicates/match_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using matching::Agreement;
using matching::MatchCaution;
using matching::MatchField;
using matching::MatchOutcome;

namespace {

// Gives the functions here a tr() of their own.
class Matches
{
    Q_DECLARE_TR_FUNCTIONS(Matches)

public:
    static QString of(MatchField field);
    static QString of(Agreement agreement);
};

// As they stand in a list after a colon.
QString Matches::of(MatchField field)
{
    switch (field) {
    case MatchField::GivenName:
        return tr("first name");
    case MatchField::MiddleName:
        return tr("middle name");
    case MatchField::FamilyName:
        return tr("family name");
    case MatchField::DateOfBirth:
        return tr("date of birth");
    case MatchField::Address:
        return tr("address");
    case MatchField::Postcode:
        return tr("postcode");
    case MatchField::Phone:
        return tr("phone");
    case MatchField::Landline:
        return tr("home phone");
    case MatchField::Email:
        return tr("e-mail");
    case MatchField::NhsNumber:
        return tr("NHS number");
    case MatchField::NiNumber:
        return tr("National Insurance number");
    }
    return {};
}

QString Matches::of(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Unknown:
        return {};
    case Agreement::Same:
        return tr("The same");
    case Agreement::Variant:
        return tr("Another form");
    case Agreement::OneEdit:
        return tr("One slip apart");
    case Agreement::SoundsAlike:
        return tr("Sounds alike");
    case Agreement::Part:
        return tr("In part");
    case Agreement::Former:
        return tr("A former one");
    case Agreement::Swapped:
        return tr("Changed places");
    case Agreement::YearOnly:
        return tr("Only the year");
    case Agreement::Near:
        return tr("Close");
    case Agreement::Differs:
        return tr("Different");
    }
    return {};
}

} // namespace

QString outcomeWords(MatchOutcome outcome)
{
    switch (outcome) {
    case MatchOutcome::Match:
        return Matches::tr("Very likely");
    case MatchOutcome::Potential:
        return Matches::tr("Possible");
    case MatchOutcome::Low:
        return Matches::tr("Less likely");
    case MatchOutcome::Many:
        return Matches::tr("One of several");
    case MatchOutcome::None:
        return Matches::tr("Unlikely");
    }
    return {};
}

Role outcomeRole(MatchOutcome outcome)
{
    switch (outcome) {
    case MatchOutcome::Match:
        return Role::Attention;
    case MatchOutcome::Potential:
    case MatchOutcome::Many:
        return Role::Accent;
    case MatchOutcome::Low:
    case MatchOutcome::None:
        break;
    }
    return Role::Secondary;
}

QString adviceWords(MatchOutcome outcome)
{
    switch (outcome) {
    case MatchOutcome::Match:
        return Matches::tr("This is very likely somebody we know. F3 goes there, Enter opens that person instead.");
    case MatchOutcome::Potential:
        return Matches::tr("It may be somebody we know: check before you go on. F3 goes there, Enter opens that person "
                           "instead.");
    case MatchOutcome::Low:
        return Matches::tr("Not much agrees, but look. F3 goes there, Enter opens that person instead.");
    case MatchOutcome::Many:
        return Matches::tr("Several people fit about equally well: ask for one thing more. F3 goes there, Enter opens "
                           "that person instead.");
    case MatchOutcome::None:
        return Matches::tr("Nobody on record looks like this person.");
    }
    return {};
}

QString cautionWords(MatchCaution caution)
{
    switch (caution) {
    case MatchCaution::None:
        return {};
    case MatchCaution::PossibleTwin:
        return Matches::tr("May be a twin: the same birthday, family and home, another first name.");
    case MatchCaution::PossibleJunior:
        return Matches::tr("May be parent and child: the same name and home, a generation apart.");
    case MatchCaution::UnknownBirth:
        return Matches::tr("May be two people: the same name, but a date of birth is missing.");
    case MatchCaution::Deceased:
        return Matches::tr("One of them is recorded as having died.");
    case MatchCaution::DifferentDeaths:
        return Matches::tr("Two people: they died on different days.");
    case MatchCaution::DifferentNhsNumbers:
        return Matches::tr("Two people: their NHS numbers differ.");
    case MatchCaution::DifferentNiNumbers:
        return Matches::tr("Two people: their National Insurance numbers differ.");
    }
    return {};
}

QString reasonWords(const std::vector<matching::MatchReason> &reasons)
{
    // Best agreement first, as the enumeration has it; within it the strongest first, as they come.
    QStringList groups;
    for (int how = static_cast<int>(Agreement::Same); how <= static_cast<int>(Agreement::Differs); ++how) {
        QStringList fields;
        for (const matching::MatchReason &reason : reasons) {
            if (static_cast<int>(reason.agreement) == how)
                fields.append(Matches::of(reason.field));
        }
        if (!fields.isEmpty())
            groups.append(u"%1: %2"_s.arg(Matches::of(static_cast<Agreement>(how)), fields.join(u", "_s)));
    }
    return groups.join(u" · "_s);
}

} // namespace reeve::ui
