// SPDX-License-Identifier: MIT
#include "ui/sync/attention_words.h"

#include "ui/words/dates.h"

#include <QCoreApplication>

namespace reeve::ui {

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
        }
        return {};
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
    switch (item.kind) {
    case AttentionItem::Kind::Conflict:
        return conflictWords(1);
    case AttentionItem::Kind::Quarantined:
        return Attention::tr("The centre could not take it (%1). It keeps every word of it; nothing else is held up.")
            .arg(item.code);
    case AttentionItem::Kind::Parked:
        return Attention::tr("It waits at the centre for something else that could not be taken (%1).").arg(item.code);
    }
    return {};
}

QString conflictWords(int fields)
{
    return Attention::tr("Two people changed %n field(s). Both versions are kept until you decide.", nullptr, fields);
}

} // namespace reeve::ui
