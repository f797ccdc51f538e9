// SPDX-License-Identifier: MIT
#include "ui/sync/attention_words.h"

#include "ui/person/field_words.h"
#include "ui/words/dates.h"

#include <QCoreApplication>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using services::AttentionItem;

namespace {

class Attention
{
    Q_DECLARE_TR_FUNCTIONS(Attention)

public:
    static QString of(store::EntryKind kind)
    {
        switch (kind) {
        case store::EntryKind::PersonCreated:
            return tr("A new person");
        case store::EntryKind::PersonEdited:
            return tr("A change to a person");
        case store::EntryKind::InteractionLogged:
            return tr("A finished interaction");
        case store::EntryKind::NoteAdded:
            return tr("A note added later");
        case store::EntryKind::SpecialCategoryItemAdded:
        case store::EntryKind::CriminalOffenceItemAdded:
            return tr("A restricted item");
        case store::EntryKind::RestrictedItemRead:
            return tr("The trace of a restricted item being read");
        case store::EntryKind::PeopleMerged:
            return tr("Two people merged into one");
        case store::EntryKind::PeopleUnmerged:
            return tr("A merge taken back");
        case store::EntryKind::FieldsChosen:
        case store::EntryKind::ItemAssigned:
        case store::EntryKind::PairDecided:
            return tr("A decision about merged records");
        }
        return {};
    }

    // The second half of a sentence: "… because …". The codes are those of core/central/api/*.sql and of the desk.
    static QString because(const QString &code)
    {
        if (code == "id_reuse"_L1)
            return tr("because something else arrived under the same number");
        if (code == "rule"_L1)
            return tr("because it breaks one of the centre's rules");
        if (code == "malformed"_L1)
            return tr("because the centre could not read it");
        if (code == "too_large"_L1)
            return tr("because it is too long for the centre");
        if (code == "refused"_L1)
            return tr("because the centre refuses it whenever it is sent");
        if (code == "unknown_person"_L1)
            return tr("because the person it is about has not arrived there");
        if (code == "person_removed"_L1)
            return tr("because the person it is about has been removed there");
        if (code == "unknown_interaction"_L1)
            return tr("because the interaction it belongs to has not arrived there");
        if (code == "desk_under_wipe"_L1)
            return tr("because the council had ordered this desk to be erased");
        if (code == "unknown_kind"_L1)
            return tr("because the centre is older than this desk and does not know such a thing yet");
        return code.isEmpty() ? tr("for a reason it did not explain")
                              : tr("for a reason it did not explain (%1)").arg(code);
    }
};

} // namespace

QString titleWords(const AttentionItem &item)
{
    const QString who = item.personName.isEmpty() ? Attention::tr("Somebody without a name here") : item.personName;
    if (item.kind == AttentionItem::Kind::Conflict)
        return who;
    const QString when = Attention::tr("%1, %2").arg(dateWords(londonDate(item.at)), timeWords(item.at));
    if (item.personName.isEmpty())
        return Attention::tr("%1 of %2").arg(Attention::of(item.entryKind), when);
    return Attention::tr("%1 of %2, %3").arg(Attention::of(item.entryKind), when, who);
}

QString reasonWords(const AttentionItem &item)
{
    if (item.code == "rejected"_L1) {
        return item.words.isEmpty()
                   ? Attention::tr("%1 decided at the centre not to take it. It keeps every word of it.")
                         .arg(item.decidedBy.isEmpty() ? Attention::tr("A supervisor") : item.decidedBy)
                   : Attention::tr("%1 decided at the centre not to take it: “%2” It keeps every word of it.")
                         .arg(item.decidedBy.isEmpty() ? Attention::tr("A supervisor") : item.decidedBy, item.words);
    }
    switch (item.kind) {
    case AttentionItem::Kind::Conflict:
        return conflictWords(1);
    case AttentionItem::Kind::Quarantined:
        if (item.code == "lost"_L1) {
            return Attention::tr("The centre had it and lost it when it was put back to an earlier day. What was "
                                 "restricted in it is no longer on this desk either: please write it down again.");
        }
        return Attention::tr("The centre could not take it, %1. It keeps every word of it; nothing else is held up.")
            .arg(Attention::because(item.code));
    case AttentionItem::Kind::Parked:
        return Attention::tr("It waits at the centre for something else, %1.").arg(Attention::because(item.code));
    }
    return {};
}

QString conflictWords(int fields)
{
    return Attention::tr("Two people changed %n field(s). Both versions are kept until you decide.", nullptr, fields);
}

QString decidedWords(const services::DecidedConflict &decided)
{
    const store::FieldConflict &conflict = decided.conflict;
    const QJsonValue &kept = decided.keptOurs ? conflict.ours : conflict.theirs;
    const QJsonValue &other = decided.keptOurs ? conflict.theirs : conflict.ours;
    const QString who =
        decided.personName.isEmpty() ? Attention::tr("Somebody without a name here") : decided.personName;
    return Attention::tr("%1, %2: “%3” was kept, not “%4” (%5, %6)")
        .arg(who, fieldWords(conflict.field), valueWords(conflict.field, kept), valueWords(conflict.field, other),
             decided.decidedBy, timeWords(decided.decidedAt));
}

} // namespace reeve::ui
